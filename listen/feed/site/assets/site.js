'use strict';
// Everything works without it.

// The feed's address into the clipboard. Pages on a home network come without TLS, where only the old way works.
const copy = document.querySelector('[data-copy]');
if (copy) {
  const address = document.querySelector('[data-feed]').href;
  const done = document.querySelector('[data-done]');
  const byHand = () => {
    const field = document.createElement('textarea');
    field.value = address;
    field.setAttribute('aria-hidden', 'true');
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    copy.focus();
    return copied;
  };
  copy.addEventListener('click', async () => {
    let copied = false;
    try { await navigator.clipboard.writeText(address); copied = true; } catch { copied = byHand(); }
    // Not copied: the address itself, to be copied by hand.
    done.textContent = copied ? done.dataset.done : address;
  });
  copy.hidden = false;
}

// One at a time: starting one stops the others.
const sounds = document.querySelectorAll('audio');
for (const audio of sounds) {
  audio.addEventListener('play', () => {
    for (const other of sounds) if (other !== audio) other.pause();
  });
}
