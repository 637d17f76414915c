// Chapters: the list in the page, the panel in the player, links to moments.

const links = []; // for each chapter, its links

function buildChapters() {
  const list = find('.contents ol');
  const panel = find('#chapters');
  if (!list) {
    find('[data-panel="chapters"]').hidden = true;
    return;
  }
  for (const link of all('a.at', list)) {
    const time = document.createElement('span'); // without scripts it plays the file; here the title does
    time.className = 'at';
    time.textContent = link.textContent;
    link.replaceWith(time);
  }
  panel.append(list.cloneNode(true));
  for (const [n] of chapters.entries()) {
    links.push(all('.contents li, #chapters li').filter((item) => Number(item.dataset.chapter) === n));
  }
  for (const [n, items] of links.entries()) {
    for (const item of items) {
      find('a', item).addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, a new window
        event.preventDefault();
        following = true;
        seek(chapters[n].start);
        play();
        scrollAlong(document.getElementById(chapters[n].id), true);
      });
    }
  }
}

let chapterNow = -1;

function chapterChanged() {
  const at = lastBegun(chapters, audio.currentTime);
  if (at === chapterNow) return;
  for (const item of links[chapterNow] ?? []) find('a', item).removeAttribute('aria-current');
  for (const item of links[at] ?? []) find('a', item).setAttribute('aria-current', 'true');
  chapterNow = at;
}

/** `#t=83.4`, `#t=1:23` or `#s12` → seconds, or null. */
function momentOf(hash) {
  const cue = cues[cueNumber.get(hash.slice(1))];
  if (cue) return cue.start;
  const time = /^#t=(?:npt:)?([\d:.]+)/.exec(hash)?.[1];
  if (!time) return null;
  const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(seconds) ? Math.min(seconds, duration) : null;
}

/** Go to the moment that the address names; false if it names none. */
function goToAddress() {
  const time = momentOf(location.hash);
  if (time === null) return false;
  following = true;
  seek(time);
  scrollAlong(cues[Math.max(current, 0)]?.element, true);
  return true;
}

actions.copy_link = async () => {
  const link = new URL(location.href);
  link.hash = `t=${audio.currentTime.toFixed(1)}`;
  history.replaceState(null, '', link);
  try {
    await navigator.clipboard.writeText(link.href);
    announce(phrase('copied'));
  } catch {
    announce(phrase('link_shown'));
  }
};
