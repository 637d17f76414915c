// <listen-player src="…/e/ID/embed.json" selector="article">: an episode in its article's own page.
//
// It plays, skips by chapter and by seconds, keeps its speed, and marks the sentence that sounds in the page's own
// text (the elements of `selector`), without touching that text. Colours come from the page: --listen-accent,
// --listen-ink, --listen-paper, --listen-mark, --listen-radius. Events: listen-play, listen-pause, listen-segment
// (detail: {index, text}), listen-ended.

const MARKS = window.Highlight && CSS.highlights ? new Highlight() : null;
if (MARKS) {
  CSS.highlights.set('listen-segment', MARKS);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(listen-segment) { background-color: var(--listen-mark, #fdf1c7); color: var(--listen-mark-ink, #16181b); }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const STYLE = `
:host { display: block; color: var(--listen-ink, #16181b); font: 500 0.95rem/1.4 system-ui, sans-serif; }
:host([hidden]) { display: none; }
section { display: grid; grid-template-columns: auto 1fr auto; gap: 0.25rem 0.75rem; align-items: center; padding: 0.75rem 1rem;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: var(--listen-radius, 12px); background: var(--listen-paper, #fffefb); }
p { margin: 0; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
small { opacity: 0.85; font-size: 0.85em; font-variant-numeric: tabular-nums; }
button, select { font: inherit; color: inherit; min-height: 2.5rem; min-width: 2.5rem; border: 1px solid transparent; border-radius: 8px; background: none; cursor: pointer; }
button:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
:focus-visible { outline: 3px solid var(--listen-accent, #9b1b24); outline-offset: 2px; }
.play { width: 3rem; height: 3rem; border-radius: 50%; background: var(--listen-accent, #9b1b24); color: var(--listen-accent-ink, #fff); }
.play:hover { background: var(--listen-accent, #9b1b24); filter: brightness(1.1); }
.play svg { width: 1.5rem; fill: currentColor; display: block; margin: auto; }
.row { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.25rem; align-items: center; }
input { flex: 1 1 8rem; min-width: 6rem; accent-color: var(--listen-accent, #9b1b24); height: 1.5rem; }
select { border-color: color-mix(in srgb, currentColor 25%, transparent); max-width: 12rem; background: inherit; }
.play .on, .play.playing .off { display: none; } .play.playing .on { display: block; }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`;
const WORDS = {
  en: { play: 'Play', pause: 'Pause', back: 'Back 10 seconds', on: 'Forward 30 seconds', position: 'Position', speed: 'Speed', chapters: 'Chapters', note: 'Audio version, read by a synthetic voice', failed: 'The audio cannot be loaded' },
  de: { play: 'Abspielen', pause: 'Pause', back: '10 Sekunden zurück', on: '30 Sekunden vor', position: 'Position', speed: 'Tempo', chapters: 'Kapitel', note: 'Hörfassung, von einer synthetischen Stimme gelesen', failed: 'Der Ton lässt sich nicht laden' },
};

const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;
const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s\u00ad]+/g, ' ').replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'").trim();

/** The cues of a WebVTT file: [start, end, text]. */
function cuesOf(vtt) {
  const seconds = (stamp) => stamp.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return [...vtt.matchAll(/([\d:.]+) --> ([\d:.]+)[^\n]*\n([\s\S]*?)(?:\n\n|$)/g)].map(([, a, b, text]) => [
    seconds(a), seconds(b), text.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim(),
  ]);
}

/** Where each sentence stands in the text below `roots`: a range, or null. In order, each behind the one before. */
function rangesOf(cues, roots) {
  const places = []; // for each character of the folded text: its node and offset
  let text = '';
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('script, style, noscript, listen-player') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let n = 0; n < node.length; n += 1) {
        let letters = fold(node.data[n]);
        if (!letters) letters = text.endsWith(' ') ? '' : ' ';
        for (const letter of letters) {
          text += letter;
          places.push([node, n]);
        }
      }
      if (!text.endsWith(' ')) {
        text += ' ';
        places.push([node, node.length]);
      }
    }
  }
  let from = 0;
  return cues.map(([, , said]) => {
    const wanted = fold(said);
    const at = wanted ? text.indexOf(wanted, from) : -1;
    if (at < 0) return null;
    from = at + wanted.length;
    const range = document.createRange();
    range.setStart(...places[at]);
    const [node, offset] = places[from - 1];
    range.setEnd(node, Math.min(offset + 1, node.length));
    return range;
  });
}

class ListenPlayer extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const shadow = this.attachShadow({ mode: 'open' });
    const t = WORDS[(this.closest('[lang]')?.lang ?? 'en').split('-')[0]] ?? WORDS.en;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    const make = (name, attributes = {}, ...children) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.append(...children);
      return element;
    };
    const icon = (name, path) => {
      const holder = make('span', { className: name });
      holder.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
      return holder;
    };
    const audio = (this.audio = make('audio', { preload: 'none' }));
    const play = make('button', { className: 'play', type: 'button', ariaLabel: t.play, disabled: true }, icon('off', 'M8.2 5.2v13.6L19 12z'), icon('on', 'M7.5 5.5h3.2v13H7.5zM13.3 5.5h3.2v13h-3.2z'));
    const title = make('p', {}, '…');
    const time = make('small', {}, '');
    const slider = make('input', { type: 'range', min: 0, max: 100, step: 1, value: 0, ariaLabel: t.position });
    const back = make('button', { type: 'button', ariaLabel: t.back, title: t.back }, '−10');
    const on = make('button', { type: 'button', ariaLabel: t.on, title: t.on }, '+30');
    const speed = make('select', { ariaLabel: t.speed, title: t.speed });
    for (const value of [0.75, 1, 1.25, 1.5, 1.75, 2]) speed.append(make('option', { value, textContent: `${value}×`, selected: value === 1 }));
    const chapters = make('select', { ariaLabel: t.chapters, title: t.chapters, hidden: true });
    const section = make('section', { ariaLabel: t.note }, play, make('div', {}, title, make('small', {}, t.note)), time, make('div', { className: 'row' }, back, slider, on, speed, chapters));
    shadow.append(section, audio);
    try {
      const reply = await fetch(new URL(this.getAttribute('src'), document.baseURI));
      if (!reply.ok) throw new Error(reply.status);
      const story = await reply.json();
      const at = (name) => new URL(name, reply.url).href;
      title.textContent = story.title;
      this.duration = story.duration_ms / 1000;
      slider.max = this.duration;
      audio.src = at(story.audio);
      time.textContent = clock(this.duration);
      story.chapters.forEach(([ms, name], n) => chapters.append(make('option', { value: ms, textContent: name, selected: !n })));
      chapters.hidden = story.chapters.length < 2;
      if (story.captions) {
        this.cues = cuesOf(await (await fetch(at(story.captions))).text());
        const roots = this.hasAttribute('selector') ? [...document.querySelectorAll(this.getAttribute('selector'))] : [];
        this.ranges = rangesOf(this.cues, roots);
        this.follow(roots);
      }
    } catch {
      title.textContent = t.failed;
      return;
    }
    play.disabled = false; // pressed before there is anything to play, it would never play
    const tell = (name, detail) => this.dispatchEvent(new CustomEvent(`listen-${name}`, { detail, bubbles: true, composed: true }));
    const toggle = () => (audio.paused ? audio.play() : audio.pause());
    const seek = (to) => (audio.currentTime = Math.min(Math.max(to, 0), this.duration));
    play.addEventListener('click', toggle);
    back.addEventListener('click', () => seek(audio.currentTime - 10));
    on.addEventListener('click', () => seek(audio.currentTime + 30));
    slider.addEventListener('input', () => seek(Number(slider.value)));
    speed.addEventListener('change', () => (audio.playbackRate = Number(speed.value)));
    chapters.addEventListener('change', () => seek(chapters.value / 1000));
    section.addEventListener('keydown', (event) => {
      if (event.target.localName === 'select' || event.ctrlKey || event.metaKey || event.altKey) return;
      const run = { k: toggle, j: () => seek(audio.currentTime - 10), l: () => seek(audio.currentTime + 30) }[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    });
    for (const name of ['play', 'pause', 'ended']) {
      audio.addEventListener(name, () => {
        play.classList.toggle('playing', !audio.paused);
        play.ariaLabel = audio.paused ? t.play : t.pause;
        tell(name);
      });
    }
    audio.addEventListener('timeupdate', () => {
      slider.value = audio.currentTime;
      slider.ariaValueText = `${clock(audio.currentTime)} / ${clock(this.duration)}`;
      time.textContent = clock(this.duration - audio.currentTime);
      this.mark(tell);
    });
  }

  disconnectedCallback() {
    this.audio?.pause(); // out of its page, it has no button to stop it
  }

  mark(tell) {
    const now = this.cues?.findLastIndex(([start]) => start <= this.audio.currentTime + 0.05) ?? -1;
    if (now === this.now) return;
    this.now = now;
    MARKS?.clear();
    if (now < 0) return;
    if (this.ranges[now]) MARKS?.add(this.ranges[now]);
    tell('segment', { index: now, text: this.cues[now][2] });
  }

  /** A double click on a sentence of the page plays from there. */
  follow(roots) {
    for (const root of roots)
      root.addEventListener('dblclick', (event) => {
        const n = this.ranges.findIndex((range) => range && range.isPointInRange(event.target.firstChild ?? event.target, 0) || range?.intersectsNode(event.target) && [...range.getClientRects()].some((box) => event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom));
        if (n < 0) return;
        this.audio.currentTime = this.cues[n][0];
        this.audio.play();
      });
  }
}

customElements.define('listen-player', ListenPlayer);
