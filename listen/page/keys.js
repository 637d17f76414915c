// Single-key shortcuts: off with one switch, never in the way of a control or of the browser's own.

const KEYS = {
  ' ': 'play',
  k: 'play',
  ArrowLeft: 'back_sentence',
  ArrowRight: 'next_sentence',
  'Shift+ArrowLeft': 'back_paragraph',
  'Shift+ArrowRight': 'next_paragraph',
  '[': 'back_chapter',
  ']': 'next_chapter',
  j: 'back_10',
  l: 'forward_30',
  '-': 'slower',
  '+': 'faster',
  '=': 'faster',
};

function shortcut(event) {
  if (event.key === 'Escape') return closePanels(true);
  if (!settings.keys || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target;
  if (target.closest?.('input, select, textarea, [contenteditable]')) return;
  if (event.key === ' ' && target.closest?.('button, a, summary, [role=button]')) return;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const arrow = name.startsWith('Arrow');
  if (arrow && target.closest?.('.scroll, [role=button]')) return; // a wide table scrolls, a sentence steps
  const action = KEYS[event.shiftKey && arrow ? `Shift+${name}` : name];
  if (!action) return;
  event.preventDefault();
  actions[action]();
}

function openPanel(button) {
  const opening = button.getAttribute('aria-expanded') === 'false';
  closePanels(false);
  button.setAttribute('aria-expanded', String(opening));
  find(`#${button.dataset.panel}`).hidden = !opening;
}

/** Close what is open; after Escape the focus goes back to the button that opened it. */
function closePanels(refocus) {
  for (const button of all('[data-panel][aria-expanded=true]')) {
    button.setAttribute('aria-expanded', 'false');
    const panel = find(`#${button.dataset.panel}`);
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (refocus && inside) button.focus();
  }
}
