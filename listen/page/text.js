// The article as something to press: a click or Enter on a sentence plays from there.
//
// One sentence at a time is in the tab order (the one that sounds); from it the arrow keys walk to the others.

let stop = null; // the sentence that Tab reaches

const isSpan = (element) => element.localName === 'span';

const firstInText = cues.findIndex((cue) => cue.element?.closest('.text')); // the headline stands before the player

/** Put the tab stop on sentence `at`, unless the reader stands on one. */
function moveStop(at) {
  const element = cues[Math.max(at, firstInText)]?.element;
  if (!element || element === stop || (stop && stop === document.activeElement)) return;
  setStop(element);
}

function setStop(element) {
  if (stop) {
    stop.removeAttribute('tabindex');
    stop.removeAttribute('role');
  }
  stop = element;
  stop.tabIndex = 0;
  if (isSpan(stop)) stop.setAttribute('role', 'button'); // a table row stays a row
}

function sentenceOf(node) {
  const element = node.closest?.('.s');
  return element ? (cueNumber.get(element.id) ?? null) : null;
}

function sentenceClicked(event) {
  const n = sentenceOf(event.target);
  if (n === null || !settings.click || event.button || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!getSelection().isCollapsed) return; // they were selecting
  playFrom(n);
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function sentenceKey(event) {
  const n = event.target === stop ? sentenceOf(stop) : null;
  if (n === null || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter' || event.key === ' ') playFrom(n);
  else if (STEPS[event.key]) {
    let to = n + STEPS[event.key];
    while (cues[to] && !cues[to].element?.offsetParent) to += STEPS[event.key];
    if (!cues[to]) return;
    setStop(cues[to].element);
    stop.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function watchText() {
  const article = find('article');
  article.addEventListener('click', sentenceClicked);
  article.addEventListener('keydown', sentenceKey);
  moveStop(0);
}
