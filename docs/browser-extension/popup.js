// Sends the page of the tab, as its reader sees it, to the library. Nothing is sent before the button is pressed.
'use strict';

const api = globalThis.browser ?? chrome;
const field = document.querySelector('#library');
const status = document.querySelector('[role=status]');

api.storage.local.get('library').then(({ library }) => (field.value = library ?? ''));

document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const library = new URL(field.value);
  if (!library.pathname.endsWith('/')) library.pathname += '/';
  const allowed = await api.permissions.request({ origins: [`${library.origin}/*`] });
  if (!allowed) return;
  await api.storage.local.set({ library: library.href });
  status.textContent = 'Sending…';
  try {
    const [tab] = await api.tabs.query({ active: true, currentWindow: true });
    const [{ result: page }] = await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => ({ url: location.href, html: document.documentElement.outerHTML }),
    });
    const reply = await fetch(new URL('api/v1/episodes', library), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(page),
    });
    const answer = await reply.json();
    status.textContent = reply.ok ? 'It is on the list and will be read to you.' : answer.detail;
  } catch (error) {
    status.textContent = `It could not be sent: ${error.message}`;
  }
});
