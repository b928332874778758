namespace Dateline.IntegrationTests.Web;

/// <summary>Scripts that ask a page in a browser what is wrong with it. Each gives one line of text for each fault.</summary>
internal static class PageProbes
{
    /// <summary>Contrast as WCAG 2.2 defines it, over every element that shows words of its own.</summary>
    public const string PoorContrast = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
          const poor = [];
          for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.checkVisibility?.() === false) continue;
            const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) poor.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
          }
          return poor;
        }
        """;

    /// <summary>What reaches beyond the window, save inside a part that scrolls by itself.</summary>
    public const string TooWide = """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return [];
          const scrolls = e => { for (; e; e = e.parentElement) if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX)) return true; return false; };
          return [`${document.documentElement.scrollWidth} > ${innerWidth}`, ...[...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e)).map(e => e.outerHTML.slice(0, 80))];
        }
        """;

    /// <summary>What a screen reader could not name, ids that come twice, labels that lead nowhere, headings out of order.</summary>
    public const string Unnamed = """
        () => {
          const faults = [], all = s => [...document.querySelectorAll(s)], short = e => e.outerHTML.slice(0, 100);
          const words = e => (e.getAttribute('aria-label') ?? '') + e.textContent + [...(e.labels ?? [])].map(l => l.textContent).join('')
            + (e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join('');
          for (const e of all('a[href], button, input:not([type=hidden]), select, textarea, summary, nav, [role=region], [role=img], figure svg, form.find'))
            if (!words(e).trim() && !e.closest('[aria-hidden=true]') && e.tagName !== 'FORM') faults.push('no name: ' + short(e));
          const ids = all('[id]').map(e => e.id);
          for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push('twice: #' + id);
          for (const e of all('[for], [aria-labelledby], [aria-describedby]'))
            for (const id of `${e.getAttribute('for') ?? ''} ${e.getAttribute('aria-labelledby') ?? ''} ${e.getAttribute('aria-describedby') ?? ''}`.split(' ').filter(Boolean))
              if (!document.getElementById(id)) faults.push(`leads nowhere: ${id} of ${short(e)}`);
          const levels = all('h1, h2, h3, h4, h5, h6').map(e => +e.tagName[1]);
          if (levels.filter(l => l === 1).length !== 1) faults.push('not one h1');
          levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) faults.push(`h${levels[i - 1]} before h${l}`); });
          if (all('main').length !== 1 || !document.documentElement.lang || !document.title.endsWith(' – Dateline')) faults.push('no main, language or title');
          for (const e of all('[tabindex]')) if (e.tabIndex > 0) faults.push('out of order: ' + short(e));
          for (const e of all('th')) if (!e.hasAttribute('scope')) faults.push('heads nothing: ' + short(e));
          return faults;
        }
        """;

    /// <summary>What of the page does not belong on paper.</summary>
    public const string UnfitForPaper = """
        () => [...document.querySelectorAll('nav, .find, button, .skip, summary, select, input')].filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 1).map(e => e.outerHTML.slice(0, 80))
        """;

    /// <summary>Whether whoever has the focus now can be seen to have it; null where nobody has.</summary>
    public const string Focus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return null;
          const style = getComputedStyle(e), at = e.getBoundingClientRect();
          const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) && at.width > 0 && at.bottom > 0 && at.top < innerHeight;
          return `${seen ? 'seen' : 'unseen'} ${e.outerHTML.slice(0, 90)}`;
        }
        """;
}
