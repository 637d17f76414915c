'use strict';
// Live progress of what is being added, and a note to the library when an episode was heard to its end.
// Everything works without it: the forms are forms, the job's page renews itself.

const job = document.querySelector('[data-job]');
if (job) {
  const bar = job.querySelector('progress');
  const line = job.querySelector('[role=status]');
  const detail = job.querySelector('[data-detail]');
  let said = '';
  const look = async () => {
    try {
      const reply = await fetch(job.dataset.job, { cache: 'no-store' });
      const state = await reply.json();
      if (state.total) { bar.max = state.total; bar.value = state.done; }
      detail.textContent = state.detail; // not announced: it changes all the time
      if (state.line !== said) { said = state.line; line.textContent = said; }
      if (state.over) { bar.hidden = true; job.querySelector('[data-next]').hidden = false; return; }
    } catch { line.textContent = job.dataset.lost; }
    setTimeout(look, 700);
  };
  look();
}

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

for (const audio of document.querySelectorAll('audio[data-heard]')) {
  audio.addEventListener('ended', () => { fetch(audio.dataset.heard, { method: 'POST' }).catch(() => {}); });
  // One at a time: starting one stops the others.
  audio.addEventListener('play', () => {
    for (const other of document.querySelectorAll('audio')) if (other !== audio) other.pause();
  });
}
