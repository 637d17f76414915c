// What the other parts share: the story and its clock, what the reader keeps, what the page says.

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const story = JSON.parse(find('#story').textContent);
const audio = find('audio');
const root = document.documentElement;
const player = find('#player');

/** Sentences in the order in which they sound; times in seconds, words as the clock keeps them. */
const cues = story.cues.map(([id, start, end, words]) => ({
  element: document.getElementById(id),
  id,
  start: start / 1000,
  end: end / 1000,
  words,
}));
const cueNumber = new Map(cues.map((cue, n) => [cue.id, n]));
const chapters = story.chapters.map(([start, id, title]) => ({ start: start / 1000, id, title }));
const duration = story.duration / 1000;

/** What outlives the page, where the browser lets it. */
const kept = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the page works, it only forgets.
    }
  },
};

/** One of the page's own sentences, with `{name}` filled in. */
const phrase = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), story.phrases[key]);

/** Say something that the reader asked for to those who cannot see it; never the running text. */
function announce(text) {
  const status = find('#status');
  status.textContent = text;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => (status.textContent = ''), 6000);
}

/** Seconds as `1:23` or `1:02:03`. */
function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Number of the last item that has begun at `time`, or −1. Items are in the order of their `start`. */
function lastBegun(items, time) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].start <= time + 0.0005) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
