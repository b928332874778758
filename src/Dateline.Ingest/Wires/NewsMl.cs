using System.Net;
using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Wires;

/// <summary>NewsML-G2 (IPTC, text in XHTML, NITF or plain), and NITF alone.</summary>
internal static class NewsMl
{
    const int MostTags = 200;

    /// <summary>Whether a root element is one of theirs.</summary>
    /// <param name="root">Its local name in lower case.</param>
    /// <param name="text">The document from the root on.</param>
    public static bool Recognise(string root, ReadOnlySpan<char> text) =>
        root == "nitf" || root is "newsmessage" or "newsitem" or "packageitem" or "conceptitem" && text[..Math.Min(text.Length, 4096)].Contains("iptc.org/std/nar/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads all stories.</summary>
    public static IEnumerable<IntakeResult> Read(string xml, string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits)
    {
        var root = LooseXml.Read(xml, out var repaired);
        if (repaired)
            remarks = [.. remarks, IngestMessages.ExportRepaired(id)];
        List<WireStory> stories = root is null ? [] : root.Name.Equals("nitf", StringComparison.OrdinalIgnoreCase) ? [ReadNitf(root)] : [.. root.All("newsItem").Select(ReadItem)];
        if (root is not null)
            stories.AddRange(root.All("packageItem").Concat(root.All("conceptItem")).Select(static e => new WireStory(new FeedEntry(), null, null, null, e.Name)));
        return WireStory.Results(stories, id, remarks, limits);
    }

    static WireStory ReadItem(LooseElement item)
    {
        var (meta, content) = (item.First("itemMeta"), item.First("contentMeta"));
        var body = Body(item);
        var by = content?.Word("by") ?? Name(content?.First("creator"));
        var entry = new FeedEntry
        {
            Id = item.Attribute("guid"),
            Title = PlainWords.Of(content?.Word("headline") ?? meta?.Word("title")) ?? body.Title,
            Url = item.Attribute("guid") is { } guid && Addresses.IsHttp(guid) ? guid : null,
            Content = body.Markup,
            Summary = content?.First("description")?.Text is { Length: > 0 } description ? WebUtility.HtmlEncode(description) : null,
            Language = LanguageTags.Normalize(content?.First("language")?.Attribute("tag") ?? item.Attribute("xml:lang")),
            Dates = WireStory.Dates(("newsml versionCreated", meta?.Word("versionCreated")), ("newsml firstCreated", meta?.Word("firstCreated")), ("newsml contentCreated", content?.Word("contentCreated"))),
            Authors = PlainWords.Of(by) is { } name ? [new FeedPerson(name, null)] : body.Byline is { } own ? [new FeedPerson(own, null)] : [],
            Tags = [.. (content?.Elements ?? []).Where(static e => e.Name is "subject" or "keyword").Select(static e => Name(e)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)],
        };
        var provider = Name(meta?.First("provider")) ?? Name(item.First("rightsInfo")?.First("copyrightHolder"));
        var place = Name(content?.First("located")) ?? PlainWords.Of(content?.Word("dateline")) ?? body.Place;
        return new WireStory(entry, provider, place, Code(meta?.First("pubStatus")), Code(meta?.First("itemClass")) ?? "item without words");
    }

    static (string? Markup, string? Title, string? Byline, string? Place) Body(LooseElement item)
    {
        foreach (var part in item.First("contentSet")?.Elements ?? [])
        {
            if (part.Name == "inlineXML" && part.Elements.FirstOrDefault() is { } inside)
            {
                if (!inside.Name.Equals("nitf", StringComparison.OrdinalIgnoreCase))
                    return ((inside.First("body") ?? inside).Markup, null, null, null);
                var (entry, _, place, _, _) = ReadNitf(inside);
                return (entry.Content, entry.Title, entry.Authors is [var author, ..] ? author.Name : null, place);
            }
            if (part.Name == "inlineData" && part.Text is { Length: > 0 } data)
                return (part.Attribute("contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true ? data : $"<pre>{WebUtility.HtmlEncode(data)}</pre>", null, null, null);
        }
        return default;
    }

    static WireStory ReadNitf(LooseElement nitf)
    {
        var (head, body) = (nitf.First("head"), nitf.First("body"));
        var above = body?.First("body.head");
        var data = head?.First("docdata");
        var byline = above?.First("byline");
        var entry = new FeedEntry
        {
            Id = data?.First("doc-id")?.Attribute("id-string"),
            Title = PlainWords.Of(above?.First("hedline")?.First("hl1")?.Text ?? head?.Word("title")),
            Content = body?.First("body.content")?.Markup is { Length: > 0 } words ? words : null,
            Language = LanguageTags.Normalize(nitf.Attribute("xml:lang")),
            Dates = WireStory.Dates(("nitf date.issue", data?.First("date.issue")?.Attribute("norm")), ("nitf date.release", data?.First("date.release")?.Attribute("norm")),
                ("nitf dateline", above?.First("dateline")?.First("story.date")?.Attribute("norm"))),
            Authors = PlainWords.Of(byline?.Word("person") ?? byline?.Text) is { } name ? [new FeedPerson(name, null)] : [],
            Tags = [.. (data?.First("key-list")?.Elements ?? []).Select(static e => PlainWords.Of(e.Attribute("key"))).OfType<string>().Take(MostTags)],
        };
        return new WireStory(entry, PlainWords.Of(head?.First("pubdata")?.Attribute("name") ?? above?.Word("distributor")), PlainWords.Of(above?.First("dateline")?.First("location")?.Text), null, "text");
    }

    // A name in words; codes alone are no name.
    static string? Name(LooseElement? element) => element is null ? null : PlainWords.Of(element.Word("name") ?? element.Attribute("literal") ?? (element.HasElements ? null : element.Text));

    // “stat:canceled”: what stands behind the vocabulary.
    static string? Code(LooseElement? element) => element?.Attribute("qcode") is { Length: > 0 } code ? code[(code.LastIndexOf(':') + 1)..].ToLowerInvariant() : null;
}
