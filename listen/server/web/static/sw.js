// Offline: the application's shell, the pages seen last, and the episodes that were kept on purpose.
'use strict';

const SHELL = 'listen-shell-$version';
const PAGES = 'listen-pages';
const AUDIO = 'listen-audio';
const MOST_PAGES = 60;
const base = new URL('./', self.location).pathname;
const FILES = [
  'app.css', 'icon.svg',
  'early.js', 'shared.js', 'player_view.js', 'player.js', 'pages.js', 'app.js',
].map((name) => `${base}static/${name}?v=$version`);

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      await (await caches.open(SHELL)).addAll(FILES);
      await (await caches.open(PAGES)).add(base);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith('listen-shell-') && name !== SHELL) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(base)) return;
  const path = url.pathname.slice(base.length);
  if (/^(shows|t)\//.test(path) || /\.(xml|opml)$/.test(path)) return; // another library's, or a feed
  if (path.startsWith('static/')) event.respondWith(fromCache(event.request));
  else if (path.startsWith('e/') && path.endsWith('.mp3')) event.respondWith(sound(event.request));
  else if (event.request.headers.get('listen-part') === 'cards') return; // no page: not to be kept as one
  else if (event.request.mode === 'navigate' || event.request.headers.get('listen-part')) event.respondWith(fromNetwork(event.request));
});

async function fromCache(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function fromNetwork(request) {
  const cache = await caches.open(PAGES);
  try {
    const reply = await fetch(request);
    if (reply.ok && reply.type === 'basic' && !reply.redirected) { // what led elsewhere is no page of its own
      await cache.put(request.url, reply.clone());
      const keys = await cache.keys();
      for (const old of keys.slice(0, Math.max(0, keys.length - MOST_PAGES))) await cache.delete(old);
    }
    return reply;
  } catch {
    const known = (await cache.match(request.url)) ?? (await caches.match(request.url)) ?? (await cache.match(base));
    return known ?? Response.error();
  }
}

/** A kept episode, whole or the range of it that a player asks for. */
async function sound(request) {
  const known = await (await caches.open(AUDIO)).match(request.url);
  if (!known) return fetch(request);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (!range) return known;
  const data = await known.blob();
  const start = Number(range[1]);
  const end = range[2] ? Math.min(Number(range[2]), data.size - 1) : data.size - 1;
  if (start >= data.size) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${data.size}` } });
  return new Response(data.slice(start, end + 1), {
    status: 206,
    headers: {
      'Content-Type': 'audio/mpeg',
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${data.size}`,
      'Accept-Ranges': 'bytes',
    },
  });
}
