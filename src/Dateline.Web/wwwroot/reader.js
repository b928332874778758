// The reader: a record chosen beside the text shows its words without loading the page again, and #c=120-186 (code
// points of the article's text) shows those words. Without this file the anchors of the page do the first.
const text = document.querySelector('[data-text]');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

function reveal(element) {
  element.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
}

function choose(id) {
  for (const chosen of document.querySelectorAll('.chosen')) chosen.classList.remove('chosen');
  const stretches = [...text.querySelectorAll('[data-e]')].filter(stretch => stretch.dataset.e.split(' ').includes(id));
  for (const stretch of stretches) stretch.classList.add('chosen');
  for (const link of document.querySelectorAll('[data-event]')) {
    if (link.dataset.event === id) link.closest('li').classList.add('chosen');
  }
  if (stretches.length > 0) reveal(stretches[0]);
  return stretches.length > 0;
}

// Wraps what lies between two positions, counted in code points from the beginning of the article's text.
function mark(begin, end) {
  let first = null;
  for (const passage of text.querySelectorAll('[data-c]')) {
    let at = Number(passage.dataset.c);
    const nodes = [];
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const points = [...node.data];
      const from = Math.max(begin - at, 0);
      const to = Math.min(end - at, points.length);
      at += points.length;
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, points.slice(0, from).join('').length);
      range.setEnd(node, points.slice(0, to).join('').length);
      const wrapper = document.createElement('mark');
      range.surroundContents(wrapper);
      first ??= wrapper;
    }
  }
  if (first) reveal(first);
}

function unmark() {
  for (const wrapper of text.querySelectorAll('mark')) {
    wrapper.replaceWith(...wrapper.childNodes);
  }
  text.normalize();
}

function follow() {
  unmark();
  const points = /^#c=(\d{1,9})-(\d{1,9})$/.exec(location.hash);
  if (points) mark(Number(points[1]), Number(points[2]));
  else if (/^#e\d+$/.test(location.hash)) choose(location.hash.slice(1));
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-event]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  if (!choose(link.dataset.event)) return;
  event.preventDefault();
  history.replaceState(null, '', link.href);
});

addEventListener('hashchange', follow);
follow();
