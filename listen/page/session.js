// Between the page and the world: headphones and lock screens, the place to resume, the sleep timer.

const RESUME_KEY = `listen.at.${story.audio}`;
const FADE_S = 4;

function setUpSession() {
  const session = navigator.mediaSession;
  if (!session) return;
  const artwork = story.cover ? [{ src: story.cover }] : [];
  const chapterInfo = chapters.map(({ start, title }) => ({ startTime: start, title, artwork: [] }));
  const about = { title: story.title, artist: story.byline, album: story.site, artwork };
  try {
    session.metadata = new MediaMetadata({ ...about, chapterInfo });
  } catch {
    session.metadata = new MediaMetadata(about);
  }
  const handlers = {
    play,
    pause: () => audio.pause(),
    stop: () => audio.pause(),
    seekbackward: (details) => seek(audio.currentTime - (details.seekOffset || 10)),
    seekforward: (details) => seek(audio.currentTime + (details.seekOffset || 30)),
    seekto: (details) => seek(details.seekTime),
    previoustrack: actions.back_sentence,
    nexttrack: actions.next_sentence,
  };
  for (const [name, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(name, handler);
    } catch {
      // A browser without this key: the others still work.
    }
  }
  const report = () =>
    session.setPositionState?.({
      duration,
      playbackRate: audio.playbackRate,
      position: Math.min(audio.currentTime, duration),
    });
  for (const event of ['play', 'pause', 'seeked', 'ratechange']) audio.addEventListener(event, report);
}

let placed = 0; // seconds; where it was when it was last written down, or came to this page

function keepPosition() {
  // Where nothing was played, another tab or device may know a newer place: this one has no word to say.
  if (Math.abs(audio.currentTime - placed) < 0.05) return;
  placed = audio.currentTime;
  const near = audio.currentTime < 3 || audio.currentTime > duration - 3;
  kept.set(RESUME_KEY, near ? 0 : Math.round(audio.currentTime * 10) / 10);
  kept.set(`${RESUME_KEY}.when`, Date.now());
  tell({ at_ms: near ? 0 : Math.round(audio.currentTime * 1000) });
}

/** Tell the library that serves this page; a page that was opened from disk tells nobody. */
function tell(place) {
  if (!story.position) return;
  const body = JSON.stringify({ ...place, updated_ms: Date.now() });
  const headers = { 'Content-Type': 'application/json' };
  fetch(story.position, { method: 'PUT', headers, body, keepalive: true }).catch(() => {});
}

async function resume() {
  let at = Number(kept.get(RESUME_KEY));
  if (story.position) {
    try {
      const known = await (await fetch(story.position, { cache: 'no-store' })).json();
      if (known.updated_ms > (kept.get(`${RESUME_KEY}.when`) ?? 0)) at = known.at_ms / 1000;
    } catch {
      // Offline, or without a token: what this browser knows.
    }
  }
  if (!at || at > duration || audio.currentTime > 0) return;
  placed = at;
  seek(at);
  announce(phrase('resumed', { at: clock(at) }));
}

const sleep = { until: null, chapter: null }; // wall clock in ms; or the time at which the chapter ends

function setSleep(value) {
  sleep.until = Number(value) ? Date.now() + Number(value) * 60000 : null;
  sleep.chapter = value === 'chapter' ? endOfChapter() : null;
  audio.volume = 1;
}

const endOfChapter = () => chapters[lastBegun(chapters, audio.currentTime) + 1]?.start ?? duration;

/** After a jump, the chapter's end is that of the chapter where one is now; a timer that ran out in a pause is over. */
function sleepMoved() {
  if (sleep.chapter !== null) sleep.chapter = endOfChapter();
  if (sleep.until === null || sleep.until > Date.now()) return;
  setSleep('');
  find('#sleep').value = '';
}

/** Called a few times a second while playing: the last seconds fade, then it pauses. */
function checkSleep() {
  if (sleep.until === null && sleep.chapter === null) return;
  const byClock = sleep.until === null ? Infinity : (sleep.until - Date.now()) / 1000;
  const byChapter = sleep.chapter === null ? Infinity : (sleep.chapter - audio.currentTime) / audio.playbackRate;
  const left = Math.min(byClock, byChapter);
  if (byClock < FADE_S) audio.volume = Math.max(byClock / FADE_S, 0);
  if (left > (byChapter < byClock ? 0.05 : 0)) return;
  audio.pause();
  setSleep('');
  find('#sleep').value = '';
  announce(phrase('sleep_over'));
}
