using System.Text;
using AngleSharp.Dom;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Pages;

/// <summary>
/// Reads a page that holds several articles: an archive or list page, a digest. Articles are told apart by elements that repeat
/// side by side, each with a headline and a date or an address of its own, or else by header lines (“By NAME | OUTLET | DATE”)
/// under headlines, as in plain text.
/// </summary>
/// <remarks>A page that says of itself that it is one article stays one, and so does a page that is not clearly several.</remarks>
internal sealed class PageArticles
{
    // Enough of the page's prose must lie in the articles that were found; else they are teasers beside the one that matters.
    const int ShareOfProse = 60;
    const int MostOfProse = 90;
    const int ShortestProse = 80;

    // Long enough to stand without a date.
    const int LongProse = 300;
    const int Most = 1000;

    readonly IDocument _document;
    readonly List<Block> _blocks;
    readonly HashSet<(IElement, string)> _kept;
    readonly string? _address;
    readonly string? _site;
    readonly string? _language;

    PageArticles(IDocument document, string? address, string? site, string? language)
    {
        _document = document;
        _address = address;
        _site = site ?? SiteName(document);
        _language = language;
        _blocks = BlockReader.Read(document.Body!, byName: false);
        _kept = [.. BlockReader.Read(document.Body!).Select(static b => (b.Element, b.Text))];
    }

    /// <summary>The articles; empty when the page is one.</summary>
    /// <param name="document">The page.</param>
    /// <param name="id">Its id.</param>
    /// <param name="address">Its own address, for relative ones; null when it is not known.</param>
    /// <param name="site">The site's name; null to have it found.</param>
    /// <param name="language">BCP 47, or null.</param>
    public static List<Article> Read(IDocument document, string id, string? address, string? site, string? language)
    {
        if (document.Body is null)
            return [];
        var page = new PageArticles(document, address, site, language);
        var ranges = page.ByElements();
        var own = ranges.Count >= 2;
        if (!own)
            ranges = page.ByHeaderLines();
        if (ranges.Count < 2)
            return [];
        List<Article> articles = [];
        foreach (var (first, end, title) in ranges.Take(Most))
        {
            if (page.Build(first, end, title, own, $"{id}#{articles.Count + 1}") is { } article)
                articles.Add(article with { Agency = AgencyCredits.Find(article) });
        }
        return articles.Count > 1 ? articles : [];
    }

    // ------------------------------------------------------------ where the articles are

    List<(int First, int End, int Title)> ByElements()
    {
        // Of every element that holds blocks: how much prose, its first prose, its first and last block.
        var spans = new Dictionary<IElement, (int Prose, int FirstProse, int First, int Last)>();
        var total = 0;
        for (var k = 0; k < _blocks.Count; k++)
        {
            var length = IsProse(_blocks[k]) ? _blocks[k].Text.Length : 0;
            total += length;
            for (var element = _blocks[k].Element; element is not null; element = element.ParentElement)
            {
                var before = spans.TryGetValue(element, out var known) ? known : (Prose: 0, FirstProse: -1, First: k, Last: k);
                spans[element] = (before.Prose + length, before.FirstProse < 0 && length > 0 ? k : before.FirstProse, before.First, k);
            }
        }
        List<(IElement Element, IElement Heading)> best = [];
        var most = 0;
        foreach (var (parent, span) in spans)
        {
            if (span.Prose <= most || span.Prose * 100L < total * (long)ShareOfProse)
                continue;
            List<(IElement Element, IElement Heading)> units = [];
            var held = 0;
            var longest = 0;
            foreach (var child in parent.Children)
            {
                // One that has nearly all is the article, and the others are its neighbours.
                if (child.LocalName is not ("article" or "div" or "li" or "section" or "tr") || !spans.TryGetValue(child, out var own) || own.Prose < ShortestProse
                    || own.Prose * 100L >= total * (long)MostOfProse || HeadlineOf(child, own.First, own.FirstProse) is not { } heading)
                {
                    continue;
                }
                units.Add((child, heading));
                held += own.Prose;
                longest = Math.Max(longest, own.Prose);
            }
            if (units.Count >= 2 && held > most && held * 100L >= total * (long)ShareOfProse && longest * 100L < held * (long)MostOfProse)
                (best, most) = (units, held);
        }
        List<(int, int, int)> ranges = [];
        foreach (var (element, heading) in best)
        {
            var (_, firstProse, first, last) = spans[element];
            var title = _blocks.FindIndex(first, firstProse - first, b => Holds(heading, b.Element) || Holds(b.Element, heading));
            if (title >= 0)
                ranges.Add((first, last + 1, title));
        }
        return ranges;
    }

    // The headline stands above the prose, and a dateless one leads to the article.
    IElement? HeadlineOf(IElement unit, int first, int firstProse)
    {
        for (var k = first; k < firstProse; k++)
        {
            if (_blocks[k].Kind != PassageKind.Heading)
                continue;
            var heading = _blocks[k].Element;
            return DateOf(unit) is not null || LinkOf(heading) is not null && _blocks.Skip(firstProse).TakeWhile(b => Holds(unit, b.Element)).Take(20).Sum(static b => IsProse(b) ? b.Text.Length : 0) >= LongProse
                ? heading : null;
        }
        return null;
    }

    List<(int First, int End, int Title)> ByHeaderLines()
    {
        var text = new StringBuilder();
        List<int> starts = [];
        foreach (var block in _blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            starts.Add(text.Length);
            text.Append(block.Text);
        }
        var whole = text.ToString();
        var lines = TextLines.Read(whole);
        if (lines.Count(static l => l.Header is { Strong: true }) < 2)
            return [];
        var pieces = PageSplitter.Split(whole, lines);
        if (pieces.Count < 2)
            return [];
        List<(int, int, int)> ranges = [];
        foreach (var piece in pieces)
        {
            var (from, to) = piece.TitleLines.GetOffsetAndLength(lines.Count) is { Length: > 0 } title ? (title.Offset, piece.EndLine) : (piece.FirstLine, piece.EndLine);
            ranges.Add((At(lines[piece.FirstLine].Start), At(lines[to - 1].Start) + 1, At(lines[from].Start)));
        }
        return ranges;

        int At(int offset)
        {
            var found = starts.BinarySearch(offset);
            return found >= 0 ? found : ~found - 1;
        }
    }

    // ------------------------------------------------------------ one article

    Article? Build(int first, int end, int titleAt, bool own, string id)
    {
        string? byline = null, outlet = null;
        List<DateCandidate> dates = [];
        List<string> tags = [];
        var text = new StringBuilder();
        List<Passage> passages = [];
        var aboveBody = true;
        // Without an element of its own, what stands around the article is that of all.
        var unit = own ? Unit(first, end) : null;
        List<string?> times = [.. (unit?.QuerySelectorAll("time").Take(4) ?? []).Select(static t => PlainWords.Level(t.TextContent))];
        for (var k = first; k < end; k++)
        {
            if (k == titleAt)
                continue;
            var words = _blocks[k].Text;
            // A header line and the first paragraph may share an element, with a break between.
            var rest = 0;
            foreach (var line in TextLines.Read(words))
            {
                if (line.Kind == LineKind.Footer || line.Kind == LineKind.Header && aboveBody)
                    Take(line.Header!);
                else if (line.Kind is LineKind.Words)
                    break;
                rest = line.Next;
            }
            words = words[rest..].Trim();
            if (words.Length == 0 || k < titleAt || aboveBody && times.Contains(words) || !_kept.Contains((_blocks[k].Element, _blocks[k].Text)) || _blocks[k].MostlyLinks || PagePhrases.Is(words))
                continue;
            aboveBody &= !IsProse(_blocks[k]);
            if (text.Length > 0)
                text.Append("\n\n");
            // The paragraph of an article that is itself the entry of a list is a paragraph.
            var kind = _blocks[k] is { Kind: PassageKind.ListEntry, Element.LocalName: "p" or "div" } ? PassageKind.Paragraph : _blocks[k].Kind;
            passages.Add(new Passage(new TextSpan(text.Length, words.Length), kind));
            text.Append(words);
        }
        if (text.Length == 0)
            return null;
        var heading = _blocks[titleAt].Element;
        if (unit is not null && DateOf(unit) is { } marked && !dates.Exists(d => d.Value == marked.Value))
            dates.Add(marked);
        var url = LinkOf(heading) ?? unit?.QuerySelector("a[rel~=bookmark][href]")?.GetAttribute("href");
        url = Addresses.Resolve(url, _address);
        if (UrlDates.Find(url) is { } inAddress && !dates.Exists(d => d.Value == inAddress))
            dates.Add(new DateCandidate(inAddress, "url"));
        var names = byline is null && unit is not null ? AuthorNames.In(unit, _site is null ? [] : [_site]) : null;
        var (place, agency, _) = DatelineReader.Read(passages[0].Span.In(text.ToString()));
        return new Article
        {
            Id = id,
            Text = text.ToString(),
            Passages = passages,
            Title = PlainWords.Level(_blocks[titleAt].Text),
            Url = url,
            Outlet = outlet ?? _site,
            Via = outlet is not null && _site is not null && !string.Equals(outlet, _site, StringComparison.OrdinalIgnoreCase) ? _site : null,
            Byline = byline ?? (names is { Count: > 0 } ? string.Join(", ", names) : null),
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
            Language = _language,
            Tags = [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            DatelinePlace = place,
            Agency = agency,
        };

        void Take(HeaderLine header)
        {
            // Who posted an article on the archive page is not who wrote it, where a byline says that.
            byline ??= header.Basis == "posted line" && (outlet is not null || dates.Count > 0) ? null : header.Byline;
            outlet ??= header.Outlet;
            if (header.Date is { } date && !dates.Exists(d => d.Value == date))
                dates.Add(new DateCandidate(date, header.Basis));
            tags.AddRange(header.Tags);
        }
    }

    // The lowest element around all blocks of a range.
    IElement Unit(int first, int end)
    {
        var unit = _blocks[first].Element;
        while (unit.ParentElement is { } parent && !Holds(unit, _blocks[end - 1].Element))
            unit = parent;
        return unit;
    }

    static DateCandidate? DateOf(IElement unit)
    {
        foreach (var time in unit.QuerySelectorAll("time, [itemprop=datePublished], abbr.published").Take(2))
        {
            if (IsoDates.Normalize(time.GetAttribute("datetime") ?? time.GetAttribute("content") ?? time.GetAttribute("title") ?? time.TextContent) is { } iso)
                return new DateCandidate(iso, "time element");
        }
        foreach (var element in unit.QuerySelectorAll("[class*=date], [class*=meta], [class*=posted], [class*=time], [class*=byline], strong, em").Take(8))
        {
            var words = element.TextContent.AsSpan().Trim();
            if (words.Length is > 5 and < 200 && HeaderLines.Read(words) is (_, { Date: { } date }))
                return new DateCandidate(date, "visible text");
        }
        return null;
    }

    static string? LinkOf(IElement heading) =>
        (heading.LocalName == "a" ? heading : heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") is { Length: > 1 } href && href[0] != '#' ? href : null;

    // The heading that the window's title repeats and that is on every page of the site, or the end of that title.
    static string? SiteName(IDocument document)
    {
        var window = PlainWords.Of(document.Title);
        if (window is null)
            return null;
        foreach (var heading in document.QuerySelectorAll("h1").Take(3))
        {
            if (PlainWords.Level(heading.TextContent) is { Length: <= 60 } name && window.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return name;
        }
        var at = window.LastIndexOfAny(['|', '–', '—', '«', '»']);
        return at > 0 && window.Length - at < 50 ? PlainWords.Level(window.AsSpan(at + 1)) : window.Length <= 40 && HeaderLines.LooksLikeOutlet(window, 5) ? window : null;
    }

    static bool IsProse(Block block) => block.IsProse || block.Kind == PassageKind.ListEntry && block.Element.LocalName is "p" or "div" && !block.MostlyLinks && block.Text.Length >= 40;

    static bool Holds(IElement root, IElement element)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (at == root)
                return true;
        }
        return false;
    }
}
