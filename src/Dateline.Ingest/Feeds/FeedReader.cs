using System.Text;
using AngleSharp.Html.Parser;
using Dateline.Ingest.Pages;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>Feeds to articles, one an entry: RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1.</summary>
internal static class FeedReader
{
    /// <summary>Reads a feed. A broken one gives its whole entries and a warning with the first.</summary>
    public static IEnumerable<IntakeResult> ReadFeed(string text, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        if (Parse(text, Addresses.IsHttp(id) ? id : null, out var repaired) is not { } feed)
            return [new IntakeResult(id, IngestMessages.BrokenFeed(id))];
        if (feed.Entries.Count == 0)
            return [new IntakeResult(id, feed.Torn ? IngestMessages.BrokenFeed(id) : IngestMessages.EmptyFeed(id))];
        IReadOnlyList<Diagnostic> remarks = repaired ? [.. diagnostics, IngestMessages.FeedRepaired(id)] : diagnostics;
        return feed.Entries.Select((entry, k) => new IntakeResult(ToArticle(entry, feed, $"{id}#{k + 1}", k == 0 ? remarks : [], limits)));
    }

    /// <summary>Reads the feed itself; null when the text is none.</summary>
    /// <param name="text">The document.</param>
    /// <param name="address">Where it was fetched from; null when that is not known.</param>
    /// <param name="repaired">Whether it had to be read over faults.</param>
    public static Feed? Parse(string text, string? address, out bool repaired)
    {
        repaired = false;
        if (text.AsSpan().TrimStart(" \t\r\n\uFEFF") is ['{', ..])
            return JsonFeed.Read(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), address);
        return LooseXml.Read(text, out repaired) is { } root ? XmlFeed.Read(root, address) : null;
    }

    /// <summary>One entry as an article.</summary>
    public static Article ToArticle(FeedEntry entry, Feed feed, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        var (text, passages) = Body(entry, limits);
        var (place, agency, _) = passages.Count > 0 ? DatelineReader.Read(passages[0].Span.In(text)) : default;
        var names = entry.Authors.Select(static a => a.Name).OfType<string>().ToList();
        var article = new Article
        {
            Id = id,
            Text = text,
            Passages = passages,
            Title = entry.Title,
            Url = entry.Url,
            Outlet = entry.Origin ?? feed.Title,
            Via = entry.Origin is not null && entry.Origin != feed.Title ? feed.Title : null,
            Byline = names.Count > 0 ? string.Join(", ", names) : null,
            Published = entry.Dates.Count > 0 ? entry.Dates[0].Value : null,
            PublishedBasis = entry.Dates.Count > 0 ? entry.Dates[0].Basis : null,
            PublishedCandidates = entry.Dates,
            Language = entry.Language,
            Tags = entry.Tags,
            Agency = agency,
            DatelinePlace = place,
            Diagnostics = diagnostics,
        };
        return article with { Agency = AgencyCredits.Find(article) };
    }

    // The fuller of content and summary; an entry that has neither is its title.
    static (string Text, List<Passage> Passages) Body(FeedEntry entry, IntakeLimits limits)
    {
        var body = (entry.Content?.Length ?? 0) >= (entry.Summary?.Length ?? 0) ? entry.Content : entry.Summary;
        var text = new StringBuilder();
        List<Passage> passages = [];
        foreach (var block in Blocks(body ?? "", limits))
        {
            if (PagePhrases.Is(block.Text))
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            passages.Add(new Passage(new TextSpan(text.Length, block.Text.Length), block.Kind));
            text.Append(block.Text);
        }
        if (text.Length == 0 && entry.Title is { } title)
        {
            passages.Add(new Passage(new TextSpan(0, title.Length), PassageKind.Headline));
            text.Append(title);
        }
        return (text.ToString(), passages);
    }

    static List<(string Text, PassageKind Kind)> Blocks(string markup, IntakeLimits limits)
    {
        // Most summaries are one line without a tag; the parser is for the others.
        if (!markup.AsSpan().ContainsAny('<', '&', '\n'))
            return PlainWords.Level(markup) is { } line ? [(line, PassageKind.Paragraph)] : [];
        using var document = new HtmlParser().ParseDocument(ReducedHtml.Read(markup, limits.TagDepth).Html);
        return document.Body is null ? [] : BlockReader.Read(document.Body).ConvertAll(static b => (b.Text, b.Kind));
    }
}
