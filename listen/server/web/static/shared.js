// All scripts of the library's pages share this: elements, what this browser keeps, and what the server is told.
'use strict';

const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const html = document.documentElement;
const root = html.dataset.root;
const api = `${root}api/v1/`;
const phrases = find('#phrases')?.dataset ?? {};

const kept = {
  get(key, otherwise = null) {
    try {
      return JSON.parse(localStorage.getItem(`listen.${key}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`listen.${key}`, JSON.stringify(value));
    } catch {
      // Full or forbidden: it works, it only forgets.
    }
  },
};

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Say something for a while; with an action, it can be taken back. */
function toast(text, action = null) {
  const box = find('#toast');
  box.textContent = '';
  if (!text) return;
  box.append(Object.assign(document.createElement('span'), { textContent: text }));
  if (action) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: action.name });
    button.addEventListener('click', () => {
      toast('');
      action.run();
    });
    box.append(button);
  }
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast(''), action ? 12000 : 5000);
}

/** What was not told yet because there was no network: the newest place of each episode. */
const untold = kept.get('untold', {});

async function put(path, body) {
  const reply = await fetch(api + path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  });
  return reply.ok ? reply.json() : null;
}

/** An older version of an episode (`ID.N`) is this browser's affair: the server keeps the newest one's place. */
const told = (id) => html.dataset.person === 'yes' && !id.includes('.');

function tellPlace(id, place) {
  if (!told(id)) return;
  const body = { ...place, updated_ms: Date.now() };
  untold[id] = { ...untold[id], ...body };
  kept.set('untold', untold);
  tellAll();
}

async function tellAll() {
  for (const [id, body] of Object.entries(untold)) {
    try {
      await put(`episodes/${id}/position`, body);
      if (untold[id] && untold[id].updated_ms <= body.updated_ms) delete untold[id];
    } catch {
      break; // offline: later
    }
  }
  kept.set('untold', untold);
}

const player = find('#player');
