// Moving about without stopping the voice, the list that grows as one scrolls, what happens told as it happens.
// Everything works without it: links are links, forms are forms.
'use strict';

(() => {
  const L = window.listen;

  // -- moving about ----------------------------------------------------------------------------------------

  const inside = (url) => url.origin === location.origin && url.pathname.startsWith(root);
  const PAGES = /^(|add|waiting|subscribe|settings|episode\/[\w.]+|jobs\/\w+|index\.html)$/;
  const isPage = (url) => inside(url) && PAGES.test(url.pathname.slice(root.length));

  let visits = 0;
  const address = () => location.pathname + location.search;
  let shown = address();

  /** Whether the page came; one that another was asked for meanwhile is not shown any more. */
  async function visit(url, { push = true, body = null } = {}) {
    visits += 1;
    const mine = visits;
    html.classList.add('loading');
    try {
      const reply = await fetch(url, body ? { method: 'POST', body } : { headers: { 'listen-part': '1', Accept: 'text/html' } });
      const text = await reply.text();
      if (mine !== visits) return true;
      const next = new DOMParser().parseFromString(text, 'text/html');
      const main = find('main', next);
      pages.withoutScripts(next);
      if (!main) {
        if (!reply.ok) L.toast(text.slice(0, 200));
        else location.href = reply.url;
        return reply.ok;
      }
      const target = new URL(reply.url);
      target.hash = url.hash ?? '';
      if (push) {
        history.replaceState({ y: scrollY }, '');
        history.pushState({ y: 0 }, '', target);
      }
      shown = address();
      find('main').replaceWith(main);
      document.title = next.title;
      all('[data-place]').forEach((link, n) => {
        const mark = all('[data-place]', next)[n]?.getAttribute('aria-current');
        if (mark) link.setAttribute('aria-current', mark);
        else link.removeAttribute('aria-current');
      });
      prepare(main);
      scrollTo(0, push ? 0 : (history.state?.y ?? 0));
      if (push) main.focus({ preventScroll: true });
      return true;
    } catch {
      if (body) L.toast(L.phrases.lost);
      else if (mine === visits) location.href = url;
      return false;
    } finally {
      if (mine === visits) html.classList.remove('loading');
    }
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    if (link.dataset.seek !== undefined) {
      event.preventDefault();
      const article = link.closest('.episode');
      if (L.current()?.id === article.dataset.id) {
        L.seekTo(Number(link.dataset.seek) / 1000);
        if (!find('#player').classList.contains('playing')) L.actions.play();
      } else L.load(L.itemOf(article), Number(link.dataset.seek) / 1000);
      return;
    }
    if ('leave' in link.dataset) L?.stop();
    if (!L || !isPage(url) || (url.pathname === location.pathname && url.search === location.search && url.hash)) return;
    event.preventDefault();
    visit(url);
  });

  addEventListener('popstate', () => {
    if (address() === shown) return; // another place in the same page
    if (L && isPage(new URL(location.href))) visit(new URL(location.href), { push: false });
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!L || event.defaultPrevented) return;
    if (form.dataset.act) {
      event.preventDefault();
      act(form);
    } else if (form.method === 'get') {
      event.preventDefault();
      const url = new URL(form.action);
      for (const [name, value] of new FormData(form)) if (value && !(name === 'sort' && value === 'newest')) url.searchParams.set(name, value);
      visit(url);
    } else if (!/(login|logout|settings)$/.test(new URL(form.action).pathname)) {
      event.preventDefault();
      const data = new FormData(form);
      const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
      const buttons = all('button', form);
      for (const button of buttons) button.disabled = true;
      visit(new URL(form.action), { body }).then((came) => {
        if (!came) for (const button of buttons) button.disabled = false; // to be tried again
      });
    } else if (new URL(form.action).pathname.endsWith('logout')) forget();
  });

  /** Whoever logs out leaves nothing behind in this browser but how its pages look. */
  function forget() {
    L.forget();
    if (window.caches) for (const name of ['listen-pages', 'listen-audio']) caches.delete(name);
  }

  // -- what one does with an episode -----------------------------------------------------------------------

  const OPPOSITE = { delete: 'undelete', archive: 'unarchive', heard: 'unheard', unheard: 'heard', unarchive: 'archive' };
  const SAID = { delete: 'deleted', archive: 'archived', heard: 'heard', unheard: 'unheard', unarchive: 'back', undelete: 'back' };

  const post = (id, what) =>
    fetch(`${root}episode/${id}/${what}`, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });

  async function act(form) {
    const { act: what, id } = form.dataset;
    const card = form.closest('.card');
    const after = card?.nextElementSibling ?? card?.previousElementSibling;
    try {
      const reply = await post(id, what);
      if (reply.type !== 'opaqueredirect' && !reply.ok) throw new Error(await reply.text());
    } catch {
      L.toast(L.phrases.lost);
      return;
    }
    const leaves = ['delete', 'archive', 'unarchive'].includes(what) && card?.localName === 'li';
    if (leaves) {
      card.remove();
      (find('h2 a', after ?? document.createElement('i')) ?? find('main')).focus();
    } else if (what === 'delete') visit(new URL(root, location.href));
    else visit(new URL(location.href), { push: false });
    if (what === 'delete') L.without(id);
    L.toast(L.phrases[SAID[what]], {
      name: L.phrases.undo,
      run: async () => {
        try {
          const reply = await post(id, OPPOSITE[what]);
          if (reply.type !== 'opaqueredirect' && !reply.ok) throw new Error(await reply.text());
        } catch {
          L.toast(L.phrases.lost);
          return;
        }
        await visit(new URL(location.href), { push: false });
        L.toast(L.phrases.back);
      },
    });
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-play], [data-queue], [data-offline], [data-copy]');
    if (!button || !L) return;
    const holder = button.closest('[data-audio]');
    if ('copy' in button.dataset) copy(button);
    else if (!holder) return;
    else if ('queue' in button.dataset) L.queue(L.itemOf(holder));
    else if ('offline' in button.dataset) keepOffline(button, holder);
    else if (L.current()?.id === holder.dataset.id) L.actions.play();
    else L.load(L.itemOf(holder));
  });

  document.addEventListener('click', (event) => {
    const sentence = event.target.closest?.('.episode .text .s');
    if (!sentence || !L || !getSelection().isCollapsed || event.target.closest('a')) return;
    const article = sentence.closest('.episode');
    const cue = JSON.parse(article.dataset.cues).find(([id]) => id === sentence.id);
    if (!cue) return;
    if (L.current()?.id === article.dataset.id) L.seekTo(cue[1] / 1000);
    else L.load(L.itemOf(article), cue[1] / 1000);
  });

  document.addEventListener('listen:heard', (event) => {
    for (const card of all(`[data-id="${event.detail}"]`)) card.setAttribute('data-heard', '');
  });

  function copy(button) {
    const field = find(`#${button.dataset.copy}`);
    field.select();
    const done = () => L.toast(L.phrases.copied);
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, () => document.execCommand('copy') && done());
    else if (document.execCommand('copy')) done();
  }

  async function keepOffline(button, holder) {
    if (!window.caches) return;
    const cache = await caches.open('listen-audio');
    const page = `${root}episode/${holder.dataset.id}`;
    const on = button.getAttribute('aria-pressed') === 'true';
    button.disabled = true;
    try {
      if (on) await Promise.all([cache.delete(holder.dataset.audio), cache.delete(page)]);
      else {
        await cache.add(holder.dataset.audio);
        await cache.add(page);
        L.toast(L.phrases.kept);
      }
      button.setAttribute('aria-pressed', String(!on));
    } catch {
      L.toast(L.phrases.lost);
    }
    button.disabled = false;
  }

  // -- each page when it comes -----------------------------------------------------------------------------

  function prepare(main) {
    if (L) for (const hidden of all('[data-play], [data-queue]', main)) hidden.hidden = false;
    pages.languages(main);
    const offline = find('[data-offline]', main);
    if (offline && window.caches && isSecureContext) {
      offline.hidden = false;
      caches.match(offline.closest('[data-audio]').dataset.audio).then((hit) => offline.setAttribute('aria-pressed', String(Boolean(hit))));
    }
    for (const button of all('[data-copy]', main)) button.hidden = false;
    pages.dates(main);
    L?.showPlaying();
    for (const chosen of all('.shows [aria-current], .tabs [aria-current]', main)) chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.offsetLeft - 16;
    pages.growing(main);
    pages.dropping(main);
    pages.looks(main);
    installing(main);
    if (state) showJobs(state);
    if (find('[data-following], [data-job]', main)) setTimeout(() => state && behind(state) && refresh(state, true), 1500);
  }

  // -- what happens ----------------------------------------------------------------------------------------

  let state = null;
  let known = null;

  function showJobs(now) {
    const active = now.jobs.filter((job) => job.state !== 'failed');
    const failed = now.jobs.length - active.length;
    const badge = find('[data-waiting]');
    if (badge) {
      badge.hidden = !now.jobs.length;
      badge.textContent = now.jobs.length;
      badge.classList.toggle('failed', failed > 0);
    }
    for (const job of now.jobs) {
      const line = find(`[data-job="${job.id}"]`);
      const bar = line && find('progress', line);
      if (bar && job.share) bar.value = job.share * 100;
      const single = find(`[data-following="${job.id}"] progress`);
      if (single && job.share) single.value = job.share * 100;
    }
  }

  /** Whether the page shows a job as it no longer is: what it became was told before the page was there. */
  function behind(now) {
    return all('[data-following], [data-job]').some((shown) => {
      const id = shown.dataset.following ?? shown.dataset.job;
      const job = now.jobs.find((one) => String(one.id) === id);
      if (job) return job.state !== shown.dataset.state;
      return now.whole && !['done', 'cancelled'].includes(shown.dataset.state);
    });
  }

  /** A page that shows something older than what is so is fetched again, where nobody is typing. */
  function refresh(now, late = false) {
    const shape = now.jobs.map((job) => `${job.id} ${job.state}`).join() + now.changed + now.count;
    const before = known;
    known = shape;
    // The first news may come after the page looked whether it shows what is so: then it looks now.
    if (!late && (before === null ? !behind(now) : before === shape)) return;
    const typing = document.activeElement?.matches('input:not([type=range]), textarea, select') && document.activeElement.value;
    const path = location.pathname.slice(root.length);
    const top = path === '' && scrollY < 400 && !location.search;
    if (!typing && (top || path === 'waiting' || path.startsWith('jobs/'))) {
      const held = document.activeElement?.id;
      visit(new URL(location.href), { push: false }).then(() => held && document.getElementById(held)?.focus());
    }
  }

  function attend() {
    const stream = new EventSource(`${root}events`);
    stream.addEventListener('queue', (event) => {
      state = JSON.parse(event.data);
      showJobs(state);
      refresh(state);
    });
    addEventListener('pagehide', () => stream.close(), { once: true });
  }

  if (L && find('[data-waiting]') && window.EventSource) {
    attend();
    addEventListener('pageshow', (event) => event.persisted && attend()); // gone back to as it was
  }

  // -- keys, installing ------------------------------------------------------------------------------------

  const KEYS = { k: 'play', j: 'back_10', l: 'forward_30', '[': 'back_chapter', ']': 'next_chapter', '-': 'slower', '+': 'faster', '=': 'faster' };
  addEventListener('keydown', (event) => {
    if (!L || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (L.kept.get('settings')?.keys === false) return;
    if (event.target.matches?.('input:not([type=range]):not([type=checkbox]), textarea, select')) return;
    if (event.key === '/') {
      const search = find('#q');
      if (search) {
        event.preventDefault();
        search.focus();
      }
      return;
    }
    const name = KEYS[event.key.toLowerCase()];
    if (!name || !L.current()) return;
    event.preventDefault();
    L.actions[name]();
  });

  let offer = null;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    installing(document);
  });
  function installing(main) {
    const button = find('#install', main);
    if (!button || !offer) return;
    button.hidden = false;
    button.onclick = () => offer.prompt();
  }

  if ('serviceWorker' in navigator && find('#player')) navigator.serviceWorker.register(`${root}sw.js`, { scope: root }).catch(() => {});
  addEventListener('offline', () => L?.toast(L.phrases.offline));
  prepare(find('main'));
})();
