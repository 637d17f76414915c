// Reading comfort: the reader's settings, the page scrolling along, the ruler.

const DEFAULTS = {
  size: 100, // per cent
  spacing: 160, // per cent
  width: 34, // em
  type: 'serif',
  theme: 'auto',
  highlight: 'word',
  ruler: false,
  click: true,
  scroll: true,
  keys: true,
};
const settings = { ...DEFAULTS, ...kept.get('listen.settings') };

let following = true; // the page scrolls with the voice until the reader scrolls
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Show the settings on the page and in their controls. */
function applySettings() {
  for (const name of ['type', 'theme', 'highlight']) root.dataset[name] = settings[name];
  for (const name of ['size', 'spacing', 'width']) root.style.setProperty(`--${name}`, settings[name]);
  for (const control of all('[data-set]')) {
    const value = settings[control.dataset.set];
    if (control.type === 'checkbox') control.checked = value;
    else control.value = value;
    if (control.type === 'range') {
      const unit = control.dataset.set === 'width' ? '\u00a0em' : '\u00a0%';
      control.setAttribute('aria-valuetext', `${value}${unit}`);
      find(`#value-${control.dataset.set}`).textContent = `${value}${unit}`;
    }
  }
  placeRuler();
}

function settingChanged(control) {
  const value = control.type === 'checkbox' ? control.checked : control.value;
  settings[control.dataset.set] = control.type === 'range' ? Number(value) : value;
  kept.set('listen.settings', settings);
  applySettings();
}

actions.reset = () => {
  Object.assign(settings, DEFAULTS);
  kept.set('listen.settings', settings);
  applySettings();
};

/** How much of the window the reader sees: above the player. */
const visibleBottom = () => window.innerHeight - find('.player').getBoundingClientRect().height;

function inView(box) {
  return box.bottom > 0 && box.top < visibleBottom();
}

/** Bring the sentence that sounds into the upper middle, unless the reader is somewhere else. */
function scrollAlong(element, always = false) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  const height = visibleBottom();
  const comfortable = box.top > height * 0.12 && Math.min(box.bottom, box.top + height * 0.4) < height * 0.8;
  if (comfortable && !always) return;
  const top = window.scrollY + box.top - height * 0.3;
  window.scrollTo({ top, behavior: calm.matches || Math.abs(box.top) > 3 * height ? 'auto' : 'smooth' });
}

/** A new sentence sounds. */
function sentenceChanged(at) {
  const element = cues[at]?.element;
  const selecting = !getSelection().isCollapsed;
  if (element && following && settings.scroll && !audio.paused && !selecting) scrollAlong(element);
  offerFollow();
  moveStop(at);
  chapterChanged();
}

function offerFollow() {
  const element = cues[current]?.element;
  const away = element && !audio.paused && settings.scroll && !following;
  const button = find('#follow');
  button.hidden = !away;
}

/** The reader scrolls: the page stays where they put it until the voice is in sight again. */
function readerScrolls() {
  following = false;
  offerFollow();
}

function settled() {
  const element = cues[current]?.element;
  if (!following && element && inView(element.getBoundingClientRect())) following = true;
  offerFollow();
}

const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

function watchScrolling() {
  addEventListener('wheel', readerScrolls, { passive: true });
  addEventListener('touchmove', readerScrolls, { passive: true });
  addEventListener('keydown', (event) => SCROLL_KEYS.has(event.key) && readerScrolls());
  addEventListener('mousedown', (event) => event.target === root && readerScrolls()); // the scroll bar
  addEventListener('scrollend', settled);
  find('#follow').addEventListener('click', () => {
    following = true;
    scrollAlong(cues[current]?.element, true);
    offerFollow();
  });
}

/** The ruler lies over the line that sounds; while the voice is silent it follows the pointer. */
function placeRuler(y = null) {
  const ruler = find('#ruler');
  ruler.hidden = !settings.ruler;
  if (ruler.hidden) return;
  const box = wordRange?.getClientRects()[0] ?? cues[current]?.element?.getClientRects()[0];
  const middle = y ?? (box ? box.top + box.height / 2 : window.innerHeight / 3);
  ruler.style.setProperty('--at', `${middle}px`);
}

function watchRuler() {
  addEventListener('pointermove', (event) => settings.ruler && audio.paused && placeRuler(event.clientY));
  addEventListener('scroll', () => settings.ruler && !audio.paused && placeRuler(), { passive: true });
  audio.addEventListener('timeupdate', () => settings.ruler && !audio.paused && placeRuler());
}
