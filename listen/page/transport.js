// Playing, skipping, speed: everything that moves the voice.

const SPEEDS = { least: 0.5, most: 4, step: 0.1 };
const AGAIN_S = 1.5; // this far into a sentence, “previous” goes to its own beginning

const paragraphOf = (n) => cues[n]?.element?.closest('p, li, h1, h2, h3, h4, h5, h6, tr, pre, table, .formula');

function seek(time) {
  audio.currentTime = Math.min(Math.max(time, 0), duration);
  follow(audio.currentTime);
  showPosition();
}

function play() {
  audio.play().catch((error) => {
    if (error.name !== 'AbortError') announce(phrase('failed'));
  });
}

/** Play from a sentence. */
function playFrom(n) {
  following = true;
  seek(cues[n].start);
  play();
}

/** The number of the place to skip to among ascending `starts`, from `time`. */
function skipTarget(starts, time, step) {
  const at = lastBegun(starts, time);
  if (step > 0) return at + 1 < starts.length ? starts[at + 1] : null;
  const again = at >= 0 && time - starts[at].start > AGAIN_S;
  return starts[again ? at : Math.max(at - 1, 0)] ?? null;
}

function skipTo(starts, step) {
  const target = skipTarget(starts, audio.currentTime, step);
  following = true;
  if (target) seek(target.start);
}

/** First sentences of paragraphs. */
const paragraphs = cues.filter((_, n) => n === 0 || paragraphOf(n) !== paragraphOf(n - 1));

function setSpeed(value, tell = true) {
  const speed = Math.min(Math.max(Math.round(value * 20) / 20, SPEEDS.least), SPEEDS.most);
  audio.preservesPitch = true;
  audio.defaultPlaybackRate = speed;
  audio.playbackRate = speed;
  const shown = `${speed.toLocaleString(root.lang, { maximumFractionDigits: 2 })}×`;
  find('#rate').textContent = shown;
  find('#speed').value = speed;
  find('#speed').setAttribute('aria-valuetext', shown);
  kept.set('listen.speed', speed);
  if (tell) announce(`${phrase('speed')} ${shown}`);
}

/** Elapsed and remaining time. A slider that has the focus is left alone: it would be read out each second. */
function showPosition() {
  const at = audio.currentTime;
  find('#elapsed').textContent = clock(at);
  find('#remaining').textContent = `−${clock(duration - at)}`;
  const slider = find('#position');
  slider.style.setProperty('--played', `${(at / duration) * 100}%`);
  if (document.activeElement !== slider) setSlider(slider, at);
}

function setSlider(slider, at) {
  slider.value = at;
  const chapter = chapters[lastBegun(chapters, at)];
  const value = phrase('position_value', { at: clock(at), total: clock(duration) });
  slider.setAttribute('aria-valuetext', chapter && chapters.length > 1 ? `${value}, ${chapter.title}` : value);
}

function showPlaying() {
  const name = phrase(audio.paused ? 'play' : 'pause');
  const button = find('#play');
  player.classList.toggle('playing', !audio.paused);
  button.setAttribute('aria-label', name);
  button.title = name;
}

const actions = {
  play: () => (audio.paused ? play() : audio.pause()),
  back_10: () => seek(audio.currentTime - 10),
  forward_30: () => seek(audio.currentTime + 30),
  back_sentence: () => skipTo(cues, -1),
  next_sentence: () => skipTo(cues, 1),
  back_paragraph: () => skipTo(paragraphs, -1),
  next_paragraph: () => skipTo(paragraphs, 1),
  back_chapter: () => skipTo(chapters, -1),
  next_chapter: () => skipTo(chapters, 1),
  slower: () => setSpeed(audio.playbackRate - SPEEDS.step),
  faster: () => setSpeed(audio.playbackRate + SPEEDS.step),
};
