using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Pages;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>Feeds to articles, one an entry: RSS 0.9x, 1.0 (RDF) and 2.0, Atom.</summary>
internal static class FeedReader
{
    static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Reads a feed. A broken one gives the entries before the break and a warning with the first.</summary>
    public static IEnumerable<IntakeResult> ReadFeed(string xml, string id, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        List<Diagnostic> remarks = [.. diagnostics];
        if (FeedXml.Load(xml, id, remarks) is not { Root: { } root })
            return [new IntakeResult(id, IngestMessages.BrokenFeed(id))];
        var atom = root.Name.LocalName == "feed";
        var head = atom ? root : root.Elements().FirstOrDefault(static e => e.Name.LocalName == "channel") ?? root;
        var outlet = Plain(Child(head, "title")?.Value);
        var language = root.Attribute(XNamespace.Xml + "lang")?.Value ?? Child(head, "language")?.Value.Trim();
        var entries = root.Descendants().Where(e => e.Name.LocalName == (atom ? "entry" : "item")).ToList();
        if (entries.Count == 0)
            return [new IntakeResult(id, IngestMessages.EmptyFeed(id))];
        return entries.Select((entry, k) => new IntakeResult(ReadEntry(entry, $"{id}#{k + 1}", outlet, language, k == 0 ? remarks : [], limits)));
    }

    static Article ReadEntry(XElement entry, string id, string? outlet, string? language, IReadOnlyList<Diagnostic> diagnostics, IntakeLimits limits)
    {
        var title = Plain(Words(Child(entry, "title")));
        List<DateCandidate> dates = [];
        foreach (var name in (ReadOnlySpan<string>)["published", "pubDate", "issued", "date", "updated", "modified"])
        {
            foreach (var element in entry.Elements())
            {
                if (element.Name.LocalName == name && IsoDates.Normalize(element.Value) is { } iso && !dates.Exists(d => d.Value == iso))
                    dates.Add(new DateCandidate(iso, $"feed {name}"));
            }
        }
        var authors = entry.Elements().Where(static e => e.Name.LocalName is "author" or "creator").Select(Author).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(50).ToList();
        // RFC 4287: an entry without an author has the feed's.
        if (authors.Count == 0 && entry.Name.LocalName == "entry" && entry.Parent is { } feed)
            authors.AddRange(feed.Elements().Where(static e => e.Name.LocalName == "author").Select(Author).OfType<string>());
        var origin = Plain(Child(entry, "source") is { } source ? Child(source, "title")?.Value ?? source.Value : null);
        var (text, passages) = Body(entry, title, limits);
        var (place, agency, _) = passages.Count > 0 ? DatelineReader.Read(passages[0].Span.In(text)) : default;
        return new Article
        {
            Id = id,
            Text = text,
            Passages = passages,
            Title = title,
            Url = Link(entry),
            Outlet = origin ?? outlet,
            Via = origin is not null && origin != outlet ? outlet : null,
            Byline = authors.Count > 0 ? string.Join(", ", authors) : null,
            Published = dates.Count > 0 ? dates[0].Value : null,
            PublishedBasis = dates.Count > 0 ? dates[0].Basis : null,
            PublishedCandidates = dates,
            Language = entry.Attribute(XNamespace.Xml + "lang")?.Value ?? (string.IsNullOrEmpty(language) ? null : language),
            Tags = [.. entry.Elements().Where(static e => e.Name.LocalName is "category" or "subject")
                .Select(static e => Plain(e.Attribute("label")?.Value ?? e.Attribute("term")?.Value ?? e.Value)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(200)],
            Agency = agency,
            DatelinePlace = place,
            Diagnostics = diagnostics,
        };
    }

    // The fullest of content and summary; an entry that has neither is its title.
    static (string Text, List<Passage> Passages) Body(XElement entry, string? title, IntakeLimits limits)
    {
        var body = "";
        foreach (var element in entry.Elements())
        {
            if ((element.Name == Content + "encoded" || element.Name.LocalName is "content" or "description" or "summary" or "fulltext") && element.Name.NamespaceName is not "http://search.yahoo.com/mrss/"
                && Words(element) is var words && words.Length > body.Length)
            {
                body = words;
            }
        }
        var reduced = ReducedHtml.Read(body, limits.TagDepth);
        using var document = new HtmlParser().ParseDocument(reduced.Html);
        var text = new StringBuilder();
        List<Passage> passages = [];
        foreach (var block in document.Body is null ? [] : BlockReader.Read(document.Body))
        {
            if (PagePhrases.Is(block.Text))
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            passages.Add(new Passage(new TextSpan(text.Length, block.Text.Length), block.Kind));
            text.Append(block.Text);
        }
        if (text.Length == 0 && title is not null)
        {
            passages.Add(new Passage(new TextSpan(0, title.Length), PassageKind.Headline));
            text.Append(title);
        }
        return (text.ToString(), passages);
    }

    // XHTML stands as elements, everything else as text that holds markup.
    static string Words(XElement? element)
    {
        if (element is null)
            return "";
        if (element.HasElements)
            return string.Concat(element.Nodes().Select(static n => n.ToString(SaveOptions.DisableFormatting)));
        return element.Attribute("type")?.Value is "text" or "text/plain" ? WebUtility.HtmlEncode(element.Value) : element.Value;
    }

    static string? Plain(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;
        if (words.AsSpan().ContainsAny('<', '&'))
        {
            using var document = new HtmlParser().ParseDocument(ReducedHtml.Read(words, 50).Html);
            words = document.Body?.TextContent ?? words;
        }
        var level = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return level.Length == 0 ? null : level;
    }

    static string? Author(XElement element)
    {
        var name = Plain(Child(element, "name")?.Value ?? (element.HasElements ? null : element.Value));
        if (name is null)
            return null;
        // RSS: “editor@lantern.example (Anna Okoro)”
        var open = name.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && name.EndsWith(')') && name.AsSpan(0, open).Contains('@'))
            return name[(open + 1)..^1].Trim();
        return name;
    }

    static string? Link(XElement entry)
    {
        XElement? link = null;
        foreach (var element in entry.Elements())
        {
            if (element.Name.LocalName != "link")
                continue;
            if (element.Attribute("rel") is null or { Value: "alternate" } && (element.Attribute("href") is not null || element.Value.Trim().Length > 0))
                link ??= element;
        }
        var url = link?.Attribute("href")?.Value ?? link?.Value;
        if (string.IsNullOrWhiteSpace(url) && Child(entry, "guid") is { } guid && guid.Attribute("isPermaLink")?.Value != "false"
            && guid.Value.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            url = guid.Value;
        }
        return string.IsNullOrWhiteSpace(url) ? null : url.Trim();
    }

    // The feed's own element goes before one of an extension that has the same local name.
    static XElement? Child(XElement parent, string name) =>
        parent.Element(parent.Name.Namespace + name) ?? parent.Element(name) ?? parent.Element(DublinCore + name)
        ?? parent.Elements().FirstOrDefault(e => e.Name.LocalName == name && e.Name.NamespaceName is not ("http://search.yahoo.com/mrss/" or "http://www.itunes.com/dtds/podcast-1.0.dtd"));
}
