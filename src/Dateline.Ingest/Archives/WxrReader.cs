using System.Text.RegularExpressions;
using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Archives;

/// <summary>
/// WordPress exports (WXR 1.0–1.2) to articles: published posts and pages. Attachments, menu entries, drafts and comments are left out
/// and counted.
/// </summary>
internal static partial class WxrReader
{
    // Enough for the comment that WordPress writes above the root's namespaces.
    const int Window = 1 << 13;

    /// <summary>Whether a document with an “rss” root is an export.</summary>
    public static bool Recognise(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Window)];
        return head.Contains("wordpress.org/export/", StringComparison.OrdinalIgnoreCase) || head.Contains("<wp:wxr_version", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads an export; a broken one gives its whole items and a warning with the first.</summary>
    public static IEnumerable<IntakeResult> ReadExport(string text, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        var root = LooseXml.Read(text, out var repaired);
        if (root?.Elements.FirstOrDefault(static e => e.Is("", "channel")) is not { } channel)
            return [new IntakeResult(id, IngestMessages.BrokenFeed(id))];
        var site = channel.Elements.FirstOrDefault(static e => e.Is("", "title"))?.Text;
        var feed = new Feed
        {
            Kind = FeedKind.Rss,
            Version = "",
            Title = PlainWords.Of(site),
            Language = LanguageTags.Normalize(channel.Elements.FirstOrDefault(static e => e.Is("", "language"))?.Text),
        };
        Dictionary<string, string> authors = new(StringComparer.OrdinalIgnoreCase);
        foreach (var author in channel.Elements.Where(static e => e.Is("wp", "author")))
        {
            if (Value(author, "wp", "author_login") is { } login && Value(author, "wp", "author_display_name") is { } shown)
                authors.TryAdd(login, shown);
        }
        IReadOnlyList<Diagnostic> remarks = repaired ? [.. diagnostics, IngestMessages.FeedRepaired(id)] : diagnostics;
        var skipped = new SkippedTally();
        List<IntakeResult> results = [];
        var number = 0;
        foreach (var item in channel.Elements.Where(static e => e.Is("", "item")))
        {
            number++;
            var type = Value(item, "wp", "post_type") ?? "post";
            var status = Value(item, "wp", "status") ?? "publish";
            if (type is not ("post" or "page"))
                skipped.Add(type == "attachment" ? "attachment" : type == "nav_menu_item" ? "menu entry" : "item of another type");
            else if (status != "publish")
                skipped.Add("unpublished item");
            else if (Entry(item, authors) is { } entry)
                results.Add(new IntakeResult(FeedReader.ToArticle(entry with { Language = entry.Language ?? feed.Language }, feed, $"{id}#{number}", results.Count == 0 ? remarks : [], limits)));
            else
                skipped.Add("item without text");
        }
        var last = results.Count > 0 ? results[^1] : null;
        return [.. results.Take(results.Count - 1), skipped.Conclude(last, id)];
    }

    static FeedEntry? Entry(LooseElement item, Dictionary<string, string> authors)
    {
        var content = Value(item, "content", "encoded");
        var title = PlainWords.Of(Value(item, "", "title"));
        if (content is null && title is null)
            return null;
        List<DateCandidate> dates = [];
        // The local time has no offset, so it comes last.
        AddDate("wp:post_date_gmt", Value(item, "wp", "post_date_gmt"), utc: true);
        AddDate("pubDate", Value(item, "", "pubDate"), utc: false);
        AddDate("wp:post_date", Value(item, "wp", "post_date"), utc: false);
        var creator = Value(item, "dc", "creator");
        return new FeedEntry
        {
            Id = Value(item, "", "guid"),
            Title = title,
            Url = Addresses.Resolve(Value(item, "", "link"), null),
            Content = Paragraphs(content),
            Summary = Value(item, "excerpt", "encoded"),
            Dates = dates,
            Authors = creator is null ? [] : [new FeedPerson(PlainWords.Of(authors.GetValueOrDefault(creator, creator)), null)],
            Tags = [.. item.Elements.Where(IsTag).Select(static e => PlainWords.Of(e.Text)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
        };

        void AddDate(string rule, string? value, bool utc)
        {
            // “0000-00-00 00:00:00” and the year -1 stand for a date that was never set.
            if (value is null || value.StartsWith("0000", StringComparison.Ordinal) || value.Contains("-0001", StringComparison.Ordinal))
                return;
            if (FeedDates.Normalize(utc && value.Length == 19 ? value.Replace(' ', 'T') + "Z" : value) is { } iso && !dates.Exists(d => d.Value == iso))
                dates.Add(new DateCandidate(iso, rule));
        }
    }

    static bool IsTag(LooseElement element) =>
        element.Is("", "category") && (element.Attribute("domain") is null or "category" or "post_tag" or "tag");

    static string? Value(LooseElement element, string vocabulary, string name) =>
        element.Elements.FirstOrDefault(e => e.Is(vocabulary, name))?.Text.Trim() is { Length: > 0 } text ? text : null;

    // WordPress makes paragraphs of blank lines when it shows a post; an export has the post as it was typed.
    static string? Paragraphs(string? content)
    {
        if (content is null)
            return null;
        content = Shortcode().Replace(content, " ").Replace("\r\n", "\n", StringComparison.Ordinal);
        return content.Contains("<p", StringComparison.OrdinalIgnoreCase) || content.Contains("<!-- wp:", StringComparison.Ordinal)
            ? content : BlankLines().Replace(content, "\n<p>");
    }

    [GeneratedRegex(@"\[/?(?:caption|wp_caption|gallery|embed|audio|video|playlist|more|nextpage)(?:\s[^\]\n]{0,2000})?\]", RegexOptions.NonBacktracking)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
