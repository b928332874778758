// Single keys for those who want them: j k o / ?. Everything works without this file.
const store = 'dateline.keys';

function remembered() {
  try { return localStorage.getItem(store) !== 'off'; } catch { return true; }
}

let on = remembered();

const choice = document.getElementById('keys-choice');
if (choice) {
  const box = document.getElementById('keys-on');
  choice.hidden = false;
  box.checked = on;
  box.addEventListener('change', () => {
    on = box.checked;
    try { localStorage.setItem(store, on ? 'on' : 'off'); } catch { /* not remembered, still obeyed */ }
  });
}

function isTyping(target) {
  return target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName);
}

function move(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0) return;
  const at = rows.findIndex(row => row.contains(document.activeElement));
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
  const link = next.querySelector('[data-open]') ?? next.querySelector('a');
  if (!link) return;
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  if (!on || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  switch (event.key) {
    case 'j': move(1); break;
    case 'k': move(-1); break;
    case 'o': {
      const row = document.activeElement?.closest('[data-row]');
      row?.querySelector('[data-open]')?.click();
      break;
    }
    case '/': document.getElementById('find')?.focus(); break;
    case '?': location.href = '/about#keys'; break;
    default: return;
  }
  event.preventDefault();
});
