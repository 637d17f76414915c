// The player at the foot: it stays while one moves about, goes on with what is next, keeps speed and place.
'use strict';

if (player) startPlayer();

function startPlayer() {
  const sound = find('#sound');
  /** What the player shows is of this; `current` is {id, title, source, audio, ms, chapters}. */
  const deck = {
    sound, current: kept.get('current'), playlist: kept.get('playlist', []),
    chapters: () => deck.current?.chapters ?? [],
    durationS: () => (deck.current ? deck.current.ms / 1000 : 0),
    chapterAt, load, play, next, keepPlaylist, seekTo,
  };
  const { chapters, durationS } = deck;
  const { show, showPlace, setSlider, showPlaying, showPlaylist, session, position } = playerView(deck);
  const firstTime = kept.get('speed') === null;
  let sleep = { until: null, chapter: null, episode: false };
  let arriving = null; // the item whose kept place is still to be gone to; who seeks before that goes elsewhere
  let lastKept = 0; // seconds; where it was when it was last written down, or came to this page

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
    deck.current = item;
    arriving = item;
    kept.set('current', item);
    show();
    sound.src = item.audio;
    const from = at ?? (await placeOf(item.id, 0));
    if (deck.current !== item) return;
    const place = from > durationS() - 3 ? 0 : from;
    const begin = arriving === item ? place : sound.currentTime;
    lastKept = begin;
    if (sleep.chapter !== null) setSleep('chapter', begin);
    const seek = () => {
      if (arriving === item) {
        if (begin) sound.currentTime = begin;
        arriving = null;
      }
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
      if (item !== deck.current || reply.status === 404) {
        if (item === deck.current) clear();
        return;
      }
      const found = reply.ok ? (await reply.json()).result : null;
      const audio = found && new URL(found.audio.url).pathname;
      if (audio && item === deck.current && audio !== new URL(item.audio, location.href).pathname) {
        const marks = found.chapters ? await (await fetch(new URL(found.chapters.url).pathname)).json() : { chapters: [] };
        const chapters = marks.chapters.map((one) => [Math.round(one.startTime * 1000), one.title]);
        if (item === deck.current) load({ ...item, title: found.title, audio, ms: found.duration_ms, chapters }, null, false);
        return;
      }
    } catch {
      // Offline: nothing is known.
    }
    if (item === deck.current) toast(phrases.failed);
  }

  /** Nothing is in the player any more. */
  function clear() {
    deck.current = null;
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
    if (!deck.current || !sound.currentSrc) return;
    const near = sound.currentTime > durationS() - 3;
    const at = near || heard ? 0 : sound.currentTime;
    if (!heard && at < 1 && !near) return;
    // Where nothing was played, another tab or device may know a newer place: this one has no word to say.
    if (!heard && Math.abs(sound.currentTime - lastKept) < 0.05) return;
    lastKept = sound.currentTime;
    kept.set(`place.${deck.current.id}`, { at, when: Date.now() });
    tellPlace(deck.current.id, { at_ms: Math.round(at * 1000), ...(heard ? { heard: true } : {}) });
  }

  function next() {
    const item = deck.playlist.shift();
    keepPlaylist();
    if (item) load(item);
    else showPlaying();
  }

  function keepPlaylist() {
    kept.set('playlist', deck.playlist);
    showPlaylist();
    if (html.dataset.person === 'yes')
      put('me', { playlist: deck.playlist.map((item) => item.id).filter(told), updated_ms: Date.now() }).catch(() => {});
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

  // -- what one does ---------------------------------------------------------------------------------------

  function seekTo(time) {
    arriving = null;
    sound.currentTime = Math.min(Math.max(time, 0), durationS());
    if (sleep.chapter !== null) setSleep('chapter'); // of the chapter where one is now
    showPlace();
  }

  const actions = {
    play: () => {
      if (!deck.current) return;
      if (!sound.currentSrc) load(deck.current);
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

  deck.actions = actions;

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
    const over = deck.current;
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
    if (sound.getAttribute('src')) renew(deck.current);
  });
  addEventListener('pagehide', () => keepPlace());
  addEventListener('online', tellAll);
  addEventListener('storage', (event) => {
    if (event.key !== 'listen.playlist') return; // another tab added to it
    deck.playlist = kept.get('playlist', []);
    showPlaylist();
  });

  window.listen = {
    kept, toast, find, all, root, api, phrases, load, itemOf, actions, seekTo, showPlaying,
    current: () => deck.current,
    stop: () => sound.pause(),
    forget() {
      clear();
      deck.playlist = [];
      try {
        for (const key of Object.keys(localStorage))
          if (key.startsWith('listen.') && key !== 'listen.settings') localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
    queue(item) {
      deck.playlist = [...deck.playlist.filter((one) => one.id !== item.id), item];
      keepPlaylist();
      toast(phrases.queued);
      if (!deck.current) load(deck.playlist.shift(), null, false);
    },
    without(id) {
      if (!deck.playlist.some((one) => one.id === id)) return;
      deck.playlist = deck.playlist.filter((one) => one.id !== id);
      keepPlaylist();
    },
  };

  show();
  showPlaylist();
  if (deck.current) {
    const known = kept.get(`place.${deck.current.id}`)?.at ?? 0;
    find('#elapsed').textContent = clock(known);
    load(deck.current, null, false);
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
