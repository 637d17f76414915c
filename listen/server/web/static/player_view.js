// What the player shows, on the page and where the system shows what plays.
'use strict';

/** The player's looks: `deck` has the episode, the list of what is next, the sound and what may be done with them. */
function playerView(deck) {
  const { sound } = deck;

  function show() {
    player.hidden = !deck.current;
    html.classList.toggle('with-player', Boolean(deck.current));
    if (!deck.current) return;
    find('#now-title').textContent = deck.current.title;
    find('#now-source').textContent = deck.current.source;
    find('#now-link').href = `${root}episode/${deck.current.id}`;
    find('#position').max = deck.durationS();
    showPlace();
    showPlaying();
  }

  function showPlace() {
    const at = sound.currentTime;
    find('#elapsed').textContent = clock(at);
    find('#remaining').textContent = `−${clock(deck.durationS() - at)}`;
    const slider = find('#position');
    slider.style.setProperty('--played', `${deck.durationS() ? (at / deck.durationS()) * 100 : 0}%`);
    if (document.activeElement !== slider) setSlider(slider, at);
    follow(at);
  }

  function setSlider(slider, at) {
    slider.value = at;
    const text = (phrases.position ?? '').replace('{at}', clock(at)).replace('{total}', clock(deck.durationS()));
    slider.setAttribute('aria-valuetext', text);
  }

  function showPlaying() {
    const button = find('#play');
    const name = sound.paused ? button.dataset.play : button.dataset.pause;
    player.classList.toggle('playing', !sound.paused);
    button.setAttribute('aria-label', name);
    button.title = name;
    for (const card of all('[data-id]')) {
      const on = card.dataset.id === deck.current?.id && !sound.paused;
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
    find('#next-empty').hidden = deck.playlist.length > 0;
    list.textContent = '';
    deck.playlist.forEach((item, n) => {
      const line = document.createElement('li');
      const name = Object.assign(document.createElement('button'), { type: 'button', textContent: item.title });
      name.className = 'entry';
      name.addEventListener('click', () => {
        deck.playlist.splice(n, 1);
        deck.keepPlaylist();
        deck.load(item);
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
        deck.playlist.splice(n, 1);
        deck.playlist.splice(n + by, 0, item);
        deck.keepPlaylist();
        all('#playlist li')[n + by]?.querySelectorAll('button')[by < 0 ? 1 : 2]?.focus();
      };
      button(list.dataset.up, '↑', move(-1), n === 0);
      button(list.dataset.down, '↓', move(1), n === deck.playlist.length - 1);
      button(list.dataset.out, '×', () => {
        deck.playlist.splice(n, 1);
        deck.keepPlaylist();
        (find('#playlist .entry') ?? find('[data-panel=next]')).focus();
      });
      list.append(line);
    });
  }

  /** The sentence that sounds, marked in the text where its episode is open. */
  function follow(time) {
    const article = find(`.episode[data-id="${deck.current?.id}"]`);
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
    if (!media || !deck.current) return;
    const artwork = [{ src: `${root}static/icon-512.png`, sizes: '512x512', type: 'image/png' }];
    media.metadata = new MediaMetadata({ title: deck.current.title, artist: deck.current.source, artwork });
    const handlers = {
      play: deck.play,
      pause: () => sound.pause(),
      stop: () => sound.pause(),
      seekbackward: (details) => deck.seekTo(sound.currentTime - (details.seekOffset || 10)),
      seekforward: (details) => deck.seekTo(sound.currentTime + (details.seekOffset || 30)),
      seekto: (details) => deck.seekTo(details.seekTime),
      previoustrack: deck.actions.back_chapter,
      nexttrack: () => (deck.chapterAt(sound.currentTime) + 1 < deck.chapters().length ? deck.actions.next_chapter() : deck.next()),
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
    if (!deck.current || !deck.durationS()) return;
    navigator.mediaSession?.setPositionState?.({
      duration: deck.durationS(),
      playbackRate: sound.playbackRate,
      position: Math.min(sound.currentTime, deck.durationS()),
    });
  }

  return { show, showPlace, setSlider, showPlaying, showPlaylist, session, position };
}
