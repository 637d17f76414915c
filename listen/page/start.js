// Everything wired together.

function wirePlayer() {
  audio.controls = false;
  audio.hidden = true;
  player.hidden = false;
  root.classList.add('with-player');
  for (const button of all('[data-do]')) button.addEventListener('click', () => actions[button.dataset.do]());
  for (const button of all('[data-panel]')) button.addEventListener('click', () => openPanel(button));
  for (const control of all('[data-set]')) {
    control.addEventListener(control.type === 'range' ? 'input' : 'change', () => settingChanged(control));
  }
  find('#speed').addEventListener('input', (event) => setSpeed(Number(event.target.value), false));
  find('#sleep').addEventListener('change', (event) => setSleep(event.target.value));
  const slider = find('#position');
  slider.addEventListener('keydown', () => setSlider(slider, audio.currentTime));
  slider.addEventListener('input', () => {
    seek(Number(slider.value));
    setSlider(slider, audio.currentTime);
  });
  slider.addEventListener('blur', showPosition);
  addEventListener('keydown', shortcut);
  addEventListener('pointerdown', (event) => {
    if (!event.target.closest?.('.player')) closePanels(false);
  });
}

function wireAudio() {
  for (const track of audio.textTracks) track.mode = 'hidden';
  find('track[kind=metadata]').track.addEventListener('cuechange', keepUp); // also in a hidden tab, where timers rest
  audio.addEventListener('play', () => {
    sleepMoved();
    showPlaying();
    keepUp();
  });
  audio.addEventListener('pause', () => {
    showPlaying();
    keepPosition();
    offerFollow();
  });
  audio.addEventListener('seeking', () => sleep.chapter !== null && sleepMoved());
  audio.addEventListener('ended', () => {
    placed = 0;
    kept.set(RESUME_KEY, 0);
    tell({ at_ms: 0, heard: true });
  });
  for (const event of ['playing', 'seeked', 'ratechange']) audio.addEventListener(event, keepUp);
  audio.addEventListener('timeupdate', () => {
    showPosition();
    checkSleep();
    if (Math.abs(audio.currentTime - (wireAudio.kept ?? 0)) > 5) {
      wireAudio.kept = audio.currentTime;
      keepPosition();
    }
  });
  audio.addEventListener('error', () => announce(phrase('failed')));
  addEventListener('pagehide', keepPosition);
  addEventListener('hashchange', goToAddress);
}

wirePlayer();
wireAudio();
buildChapters();
applySettings();
watchText();
watchScrolling();
watchRuler();
setUpSession();
setSpeed(kept.get('listen.speed') ?? 1, false);
showPosition();
if (!goToAddress()) resume();
chapterChanged();
