namespace Dateline.Ingest.Plain;

/// <summary>
/// Finds the articles of a plain text page. An article is announced by a strong header line (outlet or byline with a full
/// date) under a headline, by a numbered headline with such a line, or by a footer (“Posted by …”) that ends the one before.
/// </summary>
/// <remarks>Two announcements with running text between them make several articles; anything less is one. Linear in the lines.</remarks>
internal sealed class PageSplitter
{
    const int LongestTitle = 220;

    readonly string _text;
    readonly List<TextLine> _lines;

    PageSplitter(string text, List<TextLine> lines)
    {
        _text = text;
        _lines = lines;
    }

    /// <summary>The articles in order, not overlapping; a page with one article gives one piece that covers all its lines.</summary>
    public static List<PagePiece> Split(string text, List<TextLine> lines)
    {
        var splitter = new PageSplitter(text, lines);
        var pieces = splitter.Pieces();
        return pieces.Count > 1 ? pieces : [splitter.Single()];
    }

    List<PagePiece> Pieces()
    {
        List<(int First, Range Title, int Anchor)> starts = [];
        HashSet<int> ends = [];
        var lastBody = -1;
        for (var k = 0; k < _lines.Count; k++)
        {
            var line = _lines[k];
            if (line.Kind == LineKind.Header && line.Header!.Strong)
            {
                var start = StartAbove(k, starts.Count == 0 ? 0 : starts[^1].Anchor + 1);
                if (start is { } found && HasBody(k + 1) && (starts.Count == 0 || lastBody > starts[^1].Anchor && lastBody < found.First))
                    starts.Add((found.First, found.Title, k));
            }
            else if (line.Kind == LineKind.Footer && lastBody >= 0 && !UnderTitle(k))
            {
                ends.Add(k);
            }
            else if (line.Kind == LineKind.Words && !IsTitle(line))
            {
                lastBody = k;
            }
        }
        // Footers begin an article as well: the headline that comes next, where no header line announced it already.
        foreach (var end in ends)
        {
            var next = NextWords(end + 1);
            if (next < 0 || starts.Exists(s => s.First >= end && s.First <= next || s.First <= next && s.Anchor >= next))
                continue;
            if (IsTitle(_lines[next]) && HasBody(next + 1) && BodyLength(next + 1) >= 80)
                starts.Add((next, next..(next + 1), next));
        }
        if (starts.Count > 0 && ends.Count > 0)
        {
            var firstStart = starts.Min(static s => s.First);
            var firstEnd = ends.Min();
            // An article before the first announced one: its footer stands above that one's headline.
            if (firstEnd < firstStart && TitleOfFirst(firstEnd) is { } title)
                starts.Add((title, title..(title + 1), title));
        }
        starts.Sort(static (a, b) => a.First.CompareTo(b.First));

        List<PagePiece> pieces = [];
        for (var k = 0; k < starts.Count; k++)
        {
            var (first, title, anchor) = starts[k];
            var limit = k + 1 < starts.Count ? starts[k + 1].First : _lines.Count;
            var end = EndBelow(anchor, limit, ends);
            pieces.Add(new PagePiece(first, end, title, HeaderEnd(title.End.Value, end)));
        }
        return pieces;
    }

    // The whole page as one article; its headline is sought above the first header line or at the top.
    PagePiece Single()
    {
        var anchor = _lines.FindIndex(static l => l.Kind == LineKind.Header);
        if (anchor >= 0 && CountWords(anchor) <= 6 && StartAbove(anchor, 0) is { } start)
            return new PagePiece(0, _lines.Count, start.Title, HeaderEnd(Math.Max(anchor, start.Title.End.Value), _lines.Count));
        var first = NextWords(0);
        if (first >= 0 && IsTitle(_lines[first]) && HasBody(first + 1) && (first + 1 == _lines.Count || StandsApart(first)))
            return new PagePiece(0, _lines.Count, first..(first + 1), HeaderEnd(first + 1, _lines.Count));
        return new PagePiece(0, _lines.Count, 0..0, HeaderEnd(0, _lines.Count));
    }

    int CountWords(int before)
    {
        var count = 0;
        for (var k = 0; k < before; k++)
            count += _lines[k].Kind is LineKind.Words ? 1 : 0;
        return count;
    }

    bool StandsApart(int k) => k + 1 < _lines.Count && (_lines[k + 1].Kind != LineKind.Words || _lines[k + 1].Length > 2 * _lines[k].Length + 40);

    // The headline above a header line, or below it where the outlet stands first.
    (int First, Range Title)? StartAbove(int anchor, int floor)
    {
        var k = anchor - 1;
        while (k >= floor && _lines[k].Kind is LineKind.Blank or LineKind.Header)
            k--;
        if (k >= floor && _lines[k].Kind == LineKind.Words && IsTitle(_lines[k]))
        {
            var first = k;
            // A long headline is wrapped over lines without a blank one between.
            while (first > floor && k - first < 3 && _lines[first - 1].Kind == LineKind.Words && IsTitle(_lines[first - 1])
                && !IsNumbered(_lines[first]) && _lines[first - 1].Length >= 30)
            {
                first--;
            }
            return (first, first..(k + 1));
        }
        if (k >= floor && _lines[k].Kind == LineKind.Words && IsDeck(_lines[k]))
        {
            // Headline, deck, header line: only where the headline stands at a border, or the deck may be the end of another article.
            var above = k - 1;
            while (above >= floor && _lines[above].Kind == LineKind.Blank)
                above--;
            if (above >= floor && _lines[above].Kind == LineKind.Words && IsTitle(_lines[above]) && AtBorder(above, floor))
                return (above, above..(above + 1));
        }
        var below = anchor + 1;
        while (below < _lines.Count && _lines[below].Kind is LineKind.Blank or LineKind.Header)
            below++;
        var border = k < floor || _lines[k].Kind is LineKind.Rule or LineKind.Footer or LineKind.Furniture || _lines[k].Kind == LineKind.Words && anchor - k > 1;
        if (border && below < _lines.Count && _lines[below].Kind == LineKind.Words && IsTitle(_lines[below]) && HasBody(below + 1))
            return (anchor, below..(below + 1));
        return null;
    }

    bool AtBorder(int k, int floor)
    {
        var words = 0;
        for (k--; k >= floor; k--)
        {
            if (_lines[k].Kind is LineKind.Rule or LineKind.Footer)
                return true;
            if (_lines[k].Kind == LineKind.Words && (!IsTitle(_lines[k]) || ++words > 3))
                return false;
        }
        return floor == 0;
    }

    bool IsDeck(TextLine line) => line.Length is > 20 and <= 350;

    // Running text before the next header or headline-with-header.
    bool HasBody(int from)
    {
        for (var k = from; k < _lines.Count && k < from + 40; k++)
        {
            var line = _lines[k];
            if (line.Kind == LineKind.Words && !IsTitle(line))
                return true;
            if (line.Kind == LineKind.Words && line.Length >= 60)
                return true;
            if (line.Kind == LineKind.Footer || line.Kind == LineKind.Header && line.Header!.Strong && k > from + 1)
                return false;
        }
        return false;
    }

    int BodyLength(int from)
    {
        var length = 0;
        for (var k = from; k < _lines.Count && length < 400 && _lines[k].Kind is not (LineKind.Footer or LineKind.Rule); k++)
            length += _lines[k].Kind == LineKind.Words ? _lines[k].Length : 0;
        return length;
    }

    // A footer directly under a headline is that article's header in another dress.
    bool UnderTitle(int footer)
    {
        var k = footer - 1;
        while (k >= 0 && _lines[k].Kind is LineKind.Blank or LineKind.Header)
            k--;
        return k < 0 || _lines[k].Kind == LineKind.Words && IsTitle(_lines[k]) && _lines[k].Header is null && HasBody(footer + 1) && !EndsArticle(k);
    }

    // A short closing line of an article looks like a headline; what stands above it tells.
    bool EndsArticle(int k)
    {
        for (var above = k - 1; above >= 0; above--)
        {
            if (_lines[above].Kind == LineKind.Words)
                return !IsTitle(_lines[above]) && above == k - 1;
            if (_lines[above].Kind is LineKind.Rule or LineKind.Footer)
                return false;
        }
        return false;
    }

    int? TitleOfFirst(int end)
    {
        int? title = null;
        for (var k = 0; k < end; k++)
        {
            if (_lines[k].Kind != LineKind.Words)
                continue;
            if (!IsTitle(_lines[k]))
                return title;
            title = k;
        }
        return null;
    }

    int NextWords(int from)
    {
        for (var k = from; k < _lines.Count; k++)
        {
            if (_lines[k].Kind == LineKind.Words)
                return k;
        }
        return -1;
    }

    // The footers of an article are its last lines; rules, site furniture and blank lines after it belong to nobody.
    int EndBelow(int anchor, int limit, HashSet<int> ends)
    {
        var end = limit;
        for (var k = anchor + 1; k < limit; k++)
        {
            if (ends.Contains(k))
            {
                end = k + 1;
                while (end < limit && _lines[end].Kind is LineKind.Footer or LineKind.Furniture or LineKind.Blank)
                    end++;
                // Text behind the last footer without a headline of its own stays with the article it follows.
                if (NextWords(end) is var more && (more < 0 || more >= limit))
                    break;
                end = limit;
            }
        }
        while (end > anchor + 1 && _lines[end - 1].Kind is LineKind.Blank or LineKind.Rule)
            end--;
        return end;
    }

    int HeaderEnd(int from, int end)
    {
        var last = from;
        for (var k = from; k < end && _lines[k].Kind is LineKind.Blank or LineKind.Header or LineKind.Footer or LineKind.Furniture or LineKind.Rule; k++)
            last = _lines[k].Kind == LineKind.Blank ? last : k + 1;
        return last;
    }

    bool IsNumbered(TextLine line) => HeadlineShape.NumberLength(_text.AsSpan(line.Start, line.Length)) > 0;

    bool IsTitle(TextLine line) => line.Length <= LongestTitle && HeadlineShape.MayBeHeadline(_text.AsSpan(line.Start, line.Length));
}
