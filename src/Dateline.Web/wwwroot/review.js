// The review queue by single keys: a accept, r reject, e correct, m merge, x split, u undo, ? the list. Each presses a
// button of the page, and the page that comes back begins with the next telling. Everything works without this file.
const rows = [...document.querySelectorAll('[data-row]')];

function isOff() {
  try { return localStorage.getItem('dateline.keys') === 'off'; } catch { return false; }
}

function isTyping(target) {
  return target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName);
}

function current() {
  return document.activeElement?.closest('[data-row]') ?? rows[0];
}

function open(row, field) {
  const more = row.querySelector('details[data-key]');
  if (!more) return;
  more.open = true;
  more.querySelector(field)?.focus();
}

// Words chosen in the passage are the words of the correction.
function fill(row) {
  const words = String(getSelection() ?? '').trim();
  const field = row.querySelector('[data-words]');
  if (words && field && row.contains(getSelection().anchorNode)) field.value = words;
}

document.addEventListener('keydown', event => {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const row = current();
  switch (event.key) {
    case 'a': case 'r': row?.querySelector(`button[data-key="${event.key}"]`)?.click(); break;
    case 'e': if (row) { fill(row); open(row, 'select'); } break;
    case 'm': if (row) open(row, '[data-key="m"] input:not([type="hidden"])'); break;
    case 'x': row?.querySelector('button[data-key="x"]')?.click(); break;
    case 'u': document.querySelector('[data-undo]')?.click(); break;
    case '?': {
      const help = document.getElementById('review-keys')?.closest('details');
      if (!help) return;
      help.open = !help.open;
      help.querySelector('summary').focus();
      break;
    }
    default: return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);

// A page that comes back after a decision goes on where the hands are.
if (rows.length > 0 && !location.hash && document.querySelector('.queue')) rows[0].querySelector('[data-open]')?.focus({ preventScroll: true });
