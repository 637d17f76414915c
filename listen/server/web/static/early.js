// Before anything is painted: the reader's own look, the same as on the read-along page.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const kept = JSON.parse(localStorage.getItem('listen.settings') || '{}');
    for (const name of ['type', 'theme', 'highlight']) if (kept[name]) root.dataset[name] = kept[name];
    for (const name of ['size', 'spacing', 'width'])
      if (Number(kept[name])) root.style.setProperty(`--${name}`, kept[name]);
  } catch {
    // No storage: the defaults stand.
  }
})();
