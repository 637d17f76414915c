// What a page needs when it comes: names of languages, dates, the list that grows, dropped files, how it looks.
'use strict';

const pages = (() => {
  /** A parsed page has in it, as elements, what is only for browsers without scripts: a refresh would happen. */
  function withoutScripts(parsed) {
    for (const one of all('noscript', parsed)) one.remove();
  }

  const names = (() => {
    try {
      return new Intl.DisplayNames([html.lang], { type: 'language' });
    } catch {
      return null;
    }
  })();

  /** Languages by their names in the page's own, or in themselves. */
  function languages(main) {
    for (const option of all('[data-lang-name]', main)) {
      const code = option.value || option.textContent;
      try {
        const own = option.lang ? new Intl.DisplayNames([code], { type: 'language' }).of(code) : names?.of(code);
        option.textContent = own || code;
      } catch {
        option.textContent = code; // an article may say that it is in a language that there is not
      }
    }
  }

  // As the reader's own region writes dates, where it speaks the page's language; this year's without the year.
  const region = navigator.languages?.find((one) => one.split('-')[0] === html.lang) ?? html.lang;
  const day = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const longAgo = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const year = new Date().getUTCFullYear();
  function dates(main) {
    for (const time of all('time[datetime]', main)) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.valueOf())) time.textContent = (at.getUTCFullYear() === year ? day : longAgo).format(at);
    }
  }

  /** The next page of the list is fetched when its end comes near. */
  function growing(main) {
    const list = find('#cards[data-more]', main);
    if (!list || !window.IntersectionObserver) return;
    const pager = find('.pager', main);
    const watch = new IntersectionObserver(async ([seen]) => {
      if (!seen.isIntersecting || !list.dataset.more || list.busy) return;
      list.busy = true;
      try {
        const text = await (await fetch(list.dataset.more, { headers: { 'listen-part': 'cards' } })).text();
        const next = new DOMParser().parseFromString(text, 'text/html');
        withoutScripts(next);
        const more = find('#cards', next);
        const cards = more ? [...more.children].filter((card) => !document.getElementById(card.id)) : [];
        for (const card of cards) for (const hidden of all('[data-play], [data-queue]', card)) hidden.hidden = false;
        while (cards.length) {
          const few = cards.splice(0, 3);
          for (const card of few) dates(card);
          list.append(...few);
          await new Promise((done) => setTimeout(done)); // the reader is scrolling: no long task
        }
        if (more?.dataset.more) list.dataset.more = more.dataset.more;
        else {
          delete list.dataset.more;
          watch.disconnect();
          pager.remove();
        }
      } catch {
        watch.disconnect(); // the links are still there
      }
      list.busy = false;
      if (list.dataset.more && pager.isConnected) {
        watch.unobserve(pager);
        watch.observe(pager);
      }
    }, { rootMargin: '1200px' });
    watch.observe(pager);
  }

  function dropping(main) {
    const drop = find('#drop', main);
    if (!drop) return;
    const field = find('#files', drop);
    for (const name of ['dragover', 'dragenter']) drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => {
      drop.classList.remove('over');
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      field.files = event.dataTransfer.files;
    });
    find('#bookmarklet', main)?.addEventListener('click', (event) => event.preventDefault());
    if (location.hash === '#page') find('#page', main).open = true;
  }

  function looks(main) {
    if (!player) return;
    for (const section of all('.settled', main)) section.hidden = false;
    const settings = kept.get('settings', {});
    for (const control of all('[data-look]', main)) {
      const name = control.dataset.look;
      if (control.type === 'checkbox') control.checked = settings[name] !== false;
      else if (settings[name]) control.value = settings[name];
      control.addEventListener('input', () => {
        if (control.type === 'checkbox') settings[name] = control.checked;
        else settings[name] = control.type === 'range' ? Number(control.value) : control.value;
        kept.set('settings', settings);
        if (control.type === 'checkbox') return;
        if (control.type === 'range') html.style.setProperty(`--${name}`, control.value);
        else html.dataset[name] = control.value;
      });
    }
  }

  return { withoutScripts, languages, dates, growing, dropping, looks };
})();
