using Dateline.Text;

namespace Dateline.Ingest.Plain;

/// <summary>Plain text to articles: one for a plain article, several for an archive page, a digest or a paste of clippings.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads a page. Of several articles each text is the exact substring of the page.</summary>
    /// <param name="text">The page as decoded, line ends as they are.</param>
    /// <param name="id">Id of the page.</param>
    /// <param name="diagnostics">What decoding had to say; stands with the first article.</param>
    public static IReadOnlyList<Article> ReadPage(string text, string id, IReadOnlyList<Diagnostic> diagnostics)
    {
        var lines = TextLines.Read(text);
        var pieces = PageSplitter.Split(text, lines);
        var site = SiteName(text, lines, pieces[0]);
        if (pieces.Count == 1)
            return [Describe(new Article { Id = id, Text = text, Diagnostics = diagnostics }, text, lines, pieces[0], 0, site)];

        var articles = new Article[pieces.Count];
        var covered = 0;
        for (var k = 0; k < articles.Length; k++)
        {
            var piece = pieces[k];
            var start = lines[piece.FirstLine].Start;
            var end = lines[piece.EndLine - 1].End;
            var between = text.AsSpan(covered, start - covered).Trim();
            var tail = k == articles.Length - 1 ? text.AsSpan(end).Trim() : [];
            covered = end;
            var article = new Article
            {
                Id = $"{id}#{k + 1}",
                Text = text[start..end],
                Diagnostics = k == 0 ? diagnostics : [],
                Remainder = (between.IsEmpty, tail.IsEmpty) switch
                {
                    (true, true) => null,
                    (false, true) => between.ToString(),
                    (true, false) => tail.ToString(),
                    _ => $"{between}\n\n{tail}",
                },
            };
            articles[k] = Describe(article, text, lines, piece, start, site);
        }
        return articles;
    }

    /// <summary>Adds passages, dateline and what header lines say to an article whose text must stay one piece.</summary>
    public static Article Complete(Article article)
    {
        if (article.Text.Length == 0)
            return article;
        var lines = TextLines.Read(article.Text);
        var anchor = lines.FindIndex(static l => l.Kind == LineKind.Header);
        var piece = anchor is >= 0 and < 12 ? PageSplitter.Split(article.Text, lines) is [var single] ? single : new PagePiece(0, lines.Count, 0..0, 0)
            : new PagePiece(0, lines.Count, 0..0, 0);
        return Describe(article, article.Text, lines, piece, 0, site: null);
    }

    static Article Describe(Article article, string text, List<TextLine> lines, PagePiece piece, int offset, string? site)
    {
        string? byline = null, outlet = null, title = null;
        List<DateCandidate> dates = [];
        List<string> tags = [];
        var headers = Headers(lines, piece);
        foreach (var header in headers)
        {
            // Who posted an article on the archive page is not who wrote it, where a byline says that.
            byline ??= header.Basis == "posted line" && (outlet is not null || dates.Count > 0) ? null : header.Byline;
            outlet ??= header.Outlet;
            if (header.Date is { } date)
                dates.Add(new DateCandidate(date, header.Basis));
            tags.AddRange(header.Tags);
        }
        var passages = PlainPassages.Read(text, lines, piece);
        foreach (var passage in passages)
        {
            if (passage.Kind != PassageKind.Headline)
                continue;
            title = Title(passage.Span.In(text));
            break;
        }
        var (place, agency, _) = Opening(text, passages);
        for (var k = 0; k < passages.Count; k++)
            passages[k] = passages[k] with { Span = new TextSpan(passages[k].Span.Start - offset, passages[k].Span.Length) };
        if (article.Published is { } given)
            dates.Insert(0, new DateCandidate(given, article.PublishedBasis ?? "given"));
        outlet = article.Outlet ?? outlet;
        return article with
        {
            Title = article.Title ?? title,
            Byline = article.Byline ?? byline,
            Outlet = outlet ?? site,
            Via = article.Via ?? (outlet is not null && site is not null && !string.Equals(outlet, site, StringComparison.OrdinalIgnoreCase) ? site : null),
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
            Agency = article.Agency ?? agency,
            DatelinePlace = article.DatelinePlace ?? place,
            Tags = article.Tags.Count > 0 ? article.Tags : [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            Passages = passages,
        };
    }

    // Header lines near the top (an outlet line deep in the text is the article's own talk) and footers wherever they stand.
    static IEnumerable<HeaderLine> Headers(List<TextLine> lines, PagePiece piece)
    {
        for (var k = piece.FirstLine; k < piece.EndLine; k++)
        {
            if (lines[k].Header is { } header && (lines[k].Kind == LineKind.Footer || k < piece.HeaderEnd))
                yield return header;
        }
    }

    static DatelineOpening Opening(string text, List<Passage> passages)
    {
        foreach (var passage in passages)
        {
            if (passage.Kind == PassageKind.Paragraph)
                return DatelineReader.Read(passage.Span.In(text));
        }
        return default;
    }

    // A wrapped headline is one line in the metadata; a number of a digest is no part of it.
    static string Title(ReadOnlySpan<char> words)
    {
        words = words[HeadlineShape.NumberLength(words)..];
        return string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // The first line of the page, where it stands above the first headline and is short.
    static string? SiteName(string text, List<TextLine> lines, PagePiece first)
    {
        var limit = first.TitleLines.Start.Value;
        if (first.TitleLines.End.Value <= limit)
            return null;
        for (var k = 0; k < limit; k++)
        {
            if (lines[k].Kind == LineKind.Words)
            {
                var name = text.AsSpan(lines[k].Start, lines[k].Length);
                return HeaderLines.LooksLikeOutlet(name, 8) ? name.ToString() : null;
            }
            if (lines[k].Kind is LineKind.Header or LineKind.Footer)
                return null;
        }
        return null;
    }
}
