// The player at the foot: it stays while one moves about, goes on with what is next, keeps speed and place.
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
if (player) startPlayer();

function startPlayer() {
  const sound = find('#sound');
  let current = kept.get('current'); // {id, title, source, audio, ms, chapters}
  let playlist = kept.get('playlist', []);
  const firstTime = kept.get('speed') === null;
  let sleep = { until: null, chapter: null, episode: false };
  let lastKept = 0; // seconds; where it was when it was last written down, or came to this page

  const chapters = () => current?.chapters ?? [];
  const durationS = () => (current ? current.ms / 1000 : 0);

  function chapterAt(time) {
    const list = chapters();
    let at = -1;
    while (at + 1 < list.length && list[at + 1][0] / 1000 <= time + 0.05) at += 1;
    return at;
  }

  /** What the page knows of an episode, for the player. */
  function itemOf(element) {
    const { id, title, source, audio, ms, chapters: marks } = element.dataset;
    return { id, title, source, audio, ms: Number(ms), chapters: JSON.parse(marks || '[]') };
  }

  async function placeOf(id, known) {
    const local = kept.get(`place.${id}`);
    let best = local ?? { at: known / 1000, when: 0 };
    if (!told(id)) return best.at;
    try {
      const reply = await fetch(`${api}episodes/${id}/position`, { cache: 'no-store' });
      if (reply.ok) {
        const word = await reply.json();
        if (word.updated_ms > best.when) best = { at: word.at_ms / 1000, when: word.updated_ms };
      }
    } catch {
      // Offline: what this browser knows.
    }
    return best.at;
  }

  async function load(item, at = null, start = true) {
    keepPlace();
    current = item;
    kept.set('current', item);
    show();
    sound.src = item.audio;
    const from = at ?? (await placeOf(item.id, 0));
    if (current !== item) return;
    const begin = from > durationS() - 3 ? 0 : from;
    lastKept = begin;
    if (sleep.chapter !== null) setSleep('chapter', begin);
    const seek = () => {
      if (begin) sound.currentTime = begin;
      showPlace();
    };
    if (sound.readyState > 0) seek();
    else sound.addEventListener('loadedmetadata', seek, { once: true });
    setSpeed(kept.get('speed', 1), false);
    session();
    if (start) {
      play();
      if (begin > 3 && at === null) toast(phrases.resumed?.replace('{at}', clock(begin)));
    }
  }

  /** Ask where an episode's sound is now: narrated anew it has another address, and what was removed has none. */
  async function renew(item) {
    try {
      const reply = await fetch(`${api}episodes/${item.id}`, { cache: 'no-store' });
      if (item !== current || reply.status === 404) {
        if (item === current) clear();
        return;
      }
      const found = reply.ok ? (await reply.json()).result : null;
      const audio = found && new URL(found.audio.url).pathname;
      if (audio && item === current && audio !== new URL(item.audio, location.href).pathname) {
        const marks = found.chapters ? await (await fetch(new URL(found.chapters.url).pathname)).json() : { chapters: [] };
        const chapters = marks.chapters.map((one) => [Math.round(one.startTime * 1000), one.title]);
        if (item === current) load({ ...item, title: found.title, audio, ms: found.duration_ms, chapters }, null, false);
        return;
      }
    } catch {
      // Offline: nothing is known.
    }
    if (item === current) toast(phrases.failed);
  }

  /** Nothing is in the player any more. */
  function clear() {
    current = null;
    kept.set('current', null);
    sound.removeAttribute('src');
    show();
    showPlaying();
  }

  function play() {
    sound.play().catch((error) => {
      if (error.name !== 'AbortError') toast(phrases.failed);
    });
  }

  function keepPlace(heard = false) {
    if (!current || !sound.currentSrc) return;
    const near = sound.currentTime > durationS() - 3;
    const at = near || heard ? 0 : sound.currentTime;
    if (!heard && at < 1 && !near) return;
    // Where nothing was played, another tab or device may know a newer place: this one has no word to say.
    if (!heard && Math.abs(sound.currentTime - lastKept) < 0.05) return;
    lastKept = sound.currentTime;
    kept.set(`place.${current.id}`, { at, when: Date.now() });
    tellPlace(current.id, { at_ms: Math.round(at * 1000), ...(heard ? { heard: true } : {}) });
  }

  function next() {
    const item = playlist.shift();
    keepPlaylist();
    if (item) load(item);
    else showPlaying();
  }

  function keepPlaylist() {
    kept.set('playlist', playlist);
    showPlaylist();
    if (html.dataset.person === 'yes')
      put('me', { playlist: playlist.map((item) => item.id).filter(told), updated_ms: Date.now() }).catch(() => {});
  }

  function setSpeed(value, tell = true) {
    const speed = Math.min(Math.max(Math.round(value * 20) / 20, 0.5), 4);
    sound.preservesPitch = true;
    sound.defaultPlaybackRate = speed;
    sound.playbackRate = speed;
    const shown = `${speed.toLocaleString(html.lang, { maximumFractionDigits: 2 })}×`;
    find('#rate').textContent = shown;
    find('#speed').value = speed;
    find('#speed').setAttribute('aria-valuetext', shown);
    kept.set('speed', speed);
    if (tell && html.dataset.person === 'yes') {
      clearTimeout(setSpeed.timer);
      setSpeed.timer = setTimeout(() => put('me', { speed, updated_ms: Date.now() }).catch(() => {}), 800);
    }
    position();
  }

  // -- what is seen ----------------------------------------------------------------------------------------

  function show() {
    player.hidden = !current;
    html.classList.toggle('with-player', Boolean(current));
    if (!current) return;
    find('#now-title').textContent = current.title;
    find('#now-source').textContent = current.source;
    find('#now-link').href = `${root}episode/${current.id}`;
    find('#position').max = durationS();
    showPlace();
    showPlaying();
  }

  function showPlace() {
    const at = sound.currentTime;
    find('#elapsed').textContent = clock(at);
    find('#remaining').textContent = `−${clock(durationS() - at)}`;
    const slider = find('#position');
    slider.style.setProperty('--played', `${durationS() ? (at / durationS()) * 100 : 0}%`);
    if (document.activeElement !== slider) setSlider(slider, at);
    follow(at);
  }

  function setSlider(slider, at) {
    slider.value = at;
    const text = (phrases.position ?? '').replace('{at}', clock(at)).replace('{total}', clock(durationS()));
    slider.setAttribute('aria-valuetext', text);
  }

  function showPlaying() {
    const button = find('#play');
    const name = sound.paused ? button.dataset.play : button.dataset.pause;
    player.classList.toggle('playing', !sound.paused);
    button.setAttribute('aria-label', name);
    button.title = name;
    for (const card of all('[data-id]')) {
      const on = card.dataset.id === current?.id && !sound.paused;
      if (on === card.classList.contains('playing')) continue;
      card.classList.toggle('playing', on);
      for (const start of all('.round[data-play]', card)) {
        start.title = on ? button.dataset.pause : button.dataset.play;
        start.setAttribute('aria-label', `${start.title}: ${card.dataset.title}`);
      }
      for (const word of all('.main[data-play] span', card)) word.textContent = on ? button.dataset.pause : button.dataset.play;
    }
  }

  function showPlaylist() {
    const list = find('#playlist');
    find('#next-empty').hidden = playlist.length > 0;
    list.textContent = '';
    playlist.forEach((item, n) => {
      const line = document.createElement('li');
      const name = Object.assign(document.createElement('button'), { type: 'button', textContent: item.title });
      name.className = 'entry';
      name.addEventListener('click', () => {
        playlist.splice(n, 1);
        keepPlaylist();
        load(item);
      });
      line.append(name);
      const button = (label, text, run, off) => {
        const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, disabled: off });
        made.setAttribute('aria-label', `${label}: ${item.title}`);
        made.title = label;
        made.addEventListener('click', run);
        line.append(made);
      };
      const move = (by) => () => {
        playlist.splice(n, 1);
        playlist.splice(n + by, 0, item);
        keepPlaylist();
        all('#playlist li')[n + by]?.querySelectorAll('button')[by < 0 ? 1 : 2]?.focus();
      };
      button(list.dataset.up, '↑', move(-1), n === 0);
      button(list.dataset.down, '↓', move(1), n === playlist.length - 1);
      button(list.dataset.out, '×', () => {
        playlist.splice(n, 1);
        keepPlaylist();
        (find('#playlist .entry') ?? find('[data-panel=next]')).focus();
      });
      list.append(line);
    });
  }

  /** The sentence that sounds, marked in the text where its episode is open. */
  function follow(time) {
    const article = find(`.episode[data-id="${current?.id}"]`);
    if (!article) return;
    article.cues ??= JSON.parse(article.dataset.cues || '[]');
    let [low, high] = [0, article.cues.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (article.cues[middle][1] / 1000 <= time + 0.02) low = middle + 1;
      else high = middle;
    }
    const now = article.cues[low - 1]?.[0];
    if (article.said === now) return;
    find('.s.now', article)?.classList.remove('now');
    article.said = now;
    if (now && (time > 0.1 || !sound.paused)) document.getElementById(now)?.classList.add('now');
  }

  function session() {
    const media = navigator.mediaSession;
    if (!media || !current) return;
    const artwork = [{ src: `${root}static/icon-512.png`, sizes: '512x512', type: 'image/png' }];
    media.metadata = new MediaMetadata({ title: current.title, artist: current.source, artwork });
    const handlers = {
      play,
      pause: () => sound.pause(),
      stop: () => sound.pause(),
      seekbackward: (details) => seekTo(sound.currentTime - (details.seekOffset || 10)),
      seekforward: (details) => seekTo(sound.currentTime + (details.seekOffset || 30)),
      seekto: (details) => seekTo(details.seekTime),
      previoustrack: actions.back_chapter,
      nexttrack: () => (chapterAt(sound.currentTime) + 1 < chapters().length ? actions.next_chapter() : next()),
    };
    for (const [name, run] of Object.entries(handlers)) {
      try {
        media.setActionHandler(name, run);
      } catch {
        // A browser without this key: the others still work.
      }
    }
  }

  function position() {
    if (!current || !durationS()) return;
    navigator.mediaSession?.setPositionState?.({
      duration: durationS(),
      playbackRate: sound.playbackRate,
      position: Math.min(sound.currentTime, durationS()),
    });
  }

  // -- what one does ---------------------------------------------------------------------------------------

  function seekTo(time) {
    sound.currentTime = Math.min(Math.max(time, 0), durationS());
    if (sleep.chapter !== null) setSleep('chapter'); // of the chapter where one is now
    showPlace();
  }

  const actions = {
    play: () => {
      if (!current) return;
      if (!sound.currentSrc) load(current);
      else if (sound.paused) play();
      else sound.pause();
    },
    back_10: () => seekTo(sound.currentTime - 10),
    forward_30: () => seekTo(sound.currentTime + 30),
    back_chapter: () => {
      const at = chapterAt(sound.currentTime);
      const again = at >= 0 && sound.currentTime - chapters()[at][0] / 1000 > 2;
      seekTo((chapters()[again ? at : Math.max(at - 1, 0)]?.[0] ?? 0) / 1000);
    },
    next_chapter: () => {
      const to = chapters()[chapterAt(sound.currentTime) + 1];
      if (to) seekTo(to[0] / 1000);
    },
    slower: () => setSpeed(sound.playbackRate - 0.1),
    faster: () => setSpeed(sound.playbackRate + 0.1),
  };

  function setSleep(value, at = sound.currentTime) {
    sleep = { until: null, chapter: null, episode: value === 'episode' };
    if (Number(value)) sleep.until = Date.now() + Number(value) * 60000;
    if (value === 'chapter') {
      const to = chapters()[chapterAt(at) + 1];
      sleep.chapter = to ? to[0] / 1000 : durationS();
    }
    sound.volume = 1;
  }

  function checkSleep() {
    if (sleep.until === null && sleep.chapter === null) return;
    const left = Math.min(
      sleep.until === null ? Infinity : (sleep.until - Date.now()) / 1000,
      sleep.chapter === null ? Infinity : (sleep.chapter - sound.currentTime) / sound.playbackRate,
    );
    if (sleep.until !== null && left < 4) sound.volume = Math.max(left / 4, 0);
    if (left > 0.05) return;
    sound.pause();
    setSleep('');
    find('#sleep').value = '';
    toast(phrases.sleep);
  }

  function openPanel(button, open = button.getAttribute('aria-expanded') !== 'true') {
    for (const one of all('[data-panel]')) {
      const on = one === button && open;
      one.setAttribute('aria-expanded', on);
      find(`#${one.dataset.panel}`).hidden = !on;
    }
  }

  for (const button of all('[data-do]', player)) button.addEventListener('click', () => actions[button.dataset.do]());
  for (const button of all('[data-panel]', player)) button.addEventListener('click', () => openPanel(button));
  player.addEventListener('keydown', (event) => {
    const open = find('[data-panel][aria-expanded=true]');
    if (event.key === 'Escape' && open) {
      openPanel(open, false);
      open.focus();
      event.stopPropagation();
    }
  });
  find('#speed').addEventListener('input', (event) => setSpeed(Number(event.target.value)));
  find('#sleep').addEventListener('change', (event) => setSleep(event.target.value));
  find('#auto-next').checked = kept.get('auto', true);
  find('#auto-next').addEventListener('change', (event) => kept.set('auto', event.target.checked));
  const slider = find('#position');
  slider.addEventListener('input', () => {
    seekTo(Number(slider.value));
    setSlider(slider, sound.currentTime);
  });
  slider.addEventListener('blur', showPlace);

  sound.addEventListener('play', () => {
    if (sleep.until !== null && sleep.until <= Date.now()) {
      setSleep(''); // it ran out in a pause: who plays again is awake
      find('#sleep').value = '';
    }
    showPlaying();
    position();
  });
  sound.addEventListener('pause', () => {
    showPlaying();
    keepPlace();
    position();
  });
  for (const name of ['seeked', 'ratechange', 'loadedmetadata']) sound.addEventListener(name, position);
  sound.addEventListener('timeupdate', () => {
    showPlace();
    checkSleep();
    if (!sound.paused && Math.abs(sound.currentTime - lastKept) > 5) keepPlace();
  });
  sound.addEventListener('ended', () => {
    const over = current;
    keepPlace(true);
    document.dispatchEvent(new CustomEvent('listen:heard', { detail: over.id }));
    if (sleep.episode) {
      setSleep('');
      find('#sleep').value = '';
      showPlaying();
    } else if (find('#auto-next').checked) next();
    else showPlaying();
  });
  sound.addEventListener('error', () => {
    if (sound.getAttribute('src')) renew(current);
  });
  addEventListener('pagehide', () => keepPlace());
  addEventListener('online', tellAll);
  addEventListener('storage', (event) => {
    if (event.key !== 'listen.playlist') return; // another tab added to it
    playlist = kept.get('playlist', []);
    showPlaylist();
  });

  window.listen = {
    kept, toast, find, all, root, api, phrases, load, itemOf, actions, seekTo, showPlaying,
    current: () => current,
    stop: () => sound.pause(),
    forget() {
      clear();
      playlist = [];
      try {
        for (const key of Object.keys(localStorage))
          if (key.startsWith('listen.') && key !== 'listen.settings') localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
    queue(item) {
      playlist = [...playlist.filter((one) => one.id !== item.id), item];
      keepPlaylist();
      toast(phrases.queued);
      if (!current) load(playlist.shift(), null, false);
    },
    without(id) {
      if (!playlist.some((one) => one.id === id)) return;
      playlist = playlist.filter((one) => one.id !== id);
      keepPlaylist();
    },
  };

  show();
  showPlaylist();
  if (current) {
    const known = kept.get(`place.${current.id}`)?.at ?? 0;
    find('#elapsed').textContent = clock(known);
    load(current, null, false);
  }
  setSpeed(kept.get('speed', 1), false);
  tellAll();
  if (html.dataset.person === 'yes')
    fetch(`${api}me`, { cache: 'no-store' })
      .then((reply) => (reply.ok ? reply.json() : null))
      .then((me) => {
        if (me && firstTime) setSpeed(me.speed, false);
      })
      .catch(() => {});
}
