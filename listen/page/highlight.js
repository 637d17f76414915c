// The sentence and the word being spoken, marked in the article's own text.
//
// Words are marked with the browser's highlight registry, which leaves the text alone, so that selection,
// find-in-page and screen readers never notice. Browsers without it get a <mark> around the one word.

const registry = window.Highlight && CSS.highlights;
const wordMarks = registry ? new Highlight() : null;
const MARK = `
  ::highlight(spoken-word) {
    background-color: var(--word);
    color: var(--word-ink);
    text-decoration: underline 3px var(--word-line);
    text-underline-offset: 0.28em;
  }
  :is(h1, h2, h3, h4, h5, h6) ::highlight(spoken-word) {
    background-color: transparent;
    color: var(--accent);
    text-decoration: underline 0.16em var(--word-line);
    text-underline-offset: 0.14em;
  }
  @media (forced-colors: active) {
    ::highlight(spoken-word),
    :is(h1, h2, h3, h4, h5, h6) ::highlight(spoken-word) {
      background-color: Highlight;
      color: HighlightText;
      text-decoration: none;
    }
  }
`;

if (registry) {
  CSS.highlights.set('spoken-word', wordMarks);
  const sheet = new CSSStyleSheet(); // here and not in page.css: checkers of HTML do not know ::highlight yet
  sheet.replaceSync(MARK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

let current = -1; // number of the sentence that is marked
let currentWord = -1; // index into its words, in steps of four
let wordRange = null; // where the marked word stands

/** The text node of `element` that holds `offset`, and the offset in it. */
function textAt(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (offset < node.length) return [node, offset];
    offset -= node.length;
  }
  return null;
}

/** Mark what sounds at `time`. */
function follow(time = audio.currentTime) {
  const at = lastBegun(cues, time);
  if (at !== current) {
    markSentence(at);
    sentenceChanged(at);
  }
  if (at >= 0) markWord(cues[at], time);
}

function markSentence(at) {
  clearWord();
  cues[current]?.element?.classList.remove('now');
  current = at;
  cues[at]?.element?.classList.add('now');
}

function markWord(cue, time) {
  const ms = Math.round((time - cue.start) * 1000);
  const { words } = cue;
  let at = -1; // words: offset, length, start, end, …; the last one begun stays marked until the next begins
  for (let n = 0; n < words.length && words[n + 2] <= ms; n += 4) at = n;
  if (time >= cue.end) at = -1;
  if (at === currentWord) return;
  clearWord();
  currentWord = at;
  const place = at >= 0 && cue.element && textAt(cue.element, words[at]);
  if (!place) return;
  const [node, offset] = place;
  wordRange = document.createRange();
  wordRange.setStart(node, offset);
  wordRange.setEnd(node, Math.min(offset + words[at + 1], node.length));
  if (settings.highlight !== 'word') return;
  if (registry) wordMarks.add(wordRange);
  else wrapWord();
}

function wrapWord() {
  const mark = document.createElement('mark');
  mark.className = 'word';
  wordRange.surroundContents(mark);
}

function clearWord() {
  currentWord = -1;
  wordRange = null;
  if (registry) return wordMarks.clear();
  for (const mark of all('mark.word')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}

// While it plays, a timer is aimed at the next word. Looking once in a frame would be late by up to a frame, more
// when frames are dropped, and would wake the machine sixty times a second for three words.

const AHEAD_MS = 8; // half a frame: what is marked now is seen when the next frame is painted
const LONGEST_WAIT_MS = 250; // the sound may have waited for the network meanwhile
let nextLook = 0;

function keepUp() {
  clearTimeout(nextLook);
  if (audio.paused) return follow();
  const time = audio.currentTime + (AHEAD_MS * audio.playbackRate) / 1000;
  follow(time);
  const wait = ((nextChange(time) - time) * 1000) / audio.playbackRate;
  nextLook = setTimeout(keepUp, Math.min(Math.max(wait, 1), LONGEST_WAIT_MS));
}

/** When the next word or sentence begins after `time`, or this sentence ends. */
function nextChange(time) {
  const cue = cues[current];
  const next = cues[current + 1]?.start ?? Infinity;
  if (!cue || time >= cue.end) return next;
  const { words } = cue;
  const word = currentWord < 0 ? 0 : currentWord + 4;
  const begins = word < words.length ? cue.start + words[word + 2] / 1000 : Infinity;
  return Math.min(begins > time ? begins : Infinity, cue.end, next);
}
