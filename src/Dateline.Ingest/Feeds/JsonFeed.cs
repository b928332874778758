using System.Net;
using System.Text.Json;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>JSON Feed 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads a feed; null when the text is not JSON or no feed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="address">Where the feed was fetched from, for relative addresses; null when it is not known.</param>
    public static Feed? Read(string json, string? address)
    {
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory().Trim(), Lenient);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out _) && !root.TryGetProperty("items", out _))
                return null;
            return ReadFeed(root, address);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a string.
            return null;
        }
    }

    /// <summary>Whether JSON text says early on that it is such a feed.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head) =>
        head.IndexOf("jsonfeed.org/version"u8) >= 0 || head.IndexOf("jsonfeed.org\\/version"u8) >= 0;

    static Feed ReadFeed(JsonElement root, string? address)
    {
        var site = Addresses.Resolve(Text(root, "home_page_url"), address);
        var language = LanguageTags.Normalize(Text(root, "language"));
        var authors = Authors(root);
        var version = Text(root, "version") ?? "";
        return new Feed
        {
            Kind = FeedKind.Json,
            Version = version[(version.LastIndexOf('/') + 1)..] is "1" ? "1.0" : version[(version.LastIndexOf('/') + 1)..],
            Title = PlainWords.Of(Text(root, "title")),
            Description = PlainWords.Of(Text(root, "description")),
            SiteUrl = site,
            SelfUrl = Addresses.Resolve(Text(root, "feed_url"), address),
            Language = language,
            Authors = authors,
            Entries = root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Where(static i => i.ValueKind == JsonValueKind.Object).Select(i => ReadEntry(i, site ?? address, language, authors))] : [],
        };
    }

    static FeedEntry ReadEntry(JsonElement entry, string? root, string? language, List<FeedPerson> feedAuthors)
    {
        var authors = Authors(entry);
        List<DateCandidate> dates = [];
        foreach (var name in (ReadOnlySpan<string>)["date_published", "date_modified"])
        {
            if (Text(entry, name) is { } value && FeedDates.Normalize(value) is { } iso && !dates.Exists(d => d.Value == iso))
                dates.Add(new DateCandidate(iso, $"feed {name}"));
        }
        var id = Text(entry, "id");
        return new FeedEntry
        {
            Id = id,
            Title = PlainWords.Of(Text(entry, "title")),
            Url = Addresses.Resolve(Text(entry, "url"), root) ?? Addresses.Resolve(Text(entry, "external_url"), root) ?? (id is not null && Addresses.IsHttp(id) ? id : null),
            Content = Text(entry, "content_html") ?? Plain(Text(entry, "content_text")),
            Summary = Plain(Text(entry, "summary")),
            Language = LanguageTags.Normalize(Text(entry, "language")) ?? language,
            Dates = dates,
            Authors = authors.Count > 0 ? authors : feedAuthors,
            Tags = entry.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ? [.. tags.EnumerateArray().Where(static t => t.ValueKind == JsonValueKind.String).Select(static t => PlainWords.Of(t.GetString())).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(200)] : [],
        };
    }

    // “authors” of 1.1 and “author” of 1.0 stand side by side; hands write an object where an array belongs, and a name where an object does.
    static List<FeedPerson> Authors(JsonElement element)
    {
        List<FeedPerson> people = [];
        foreach (var name in (ReadOnlySpan<string>)["authors", "author"])
        {
            if (!element.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var one in value.EnumerateArray())
                    Add(one);
            }
            else
                Add(value);
        }
        return people;

        void Add(JsonElement one)
        {
            var words = one.ValueKind == JsonValueKind.String ? one.GetString() : one.ValueKind == JsonValueKind.Object ? Text(one, "name") : null;
            if (people.Count < 50 && PlainWords.Of(words) is { } name && !people.Exists(p => p.Name == name))
                people.Add(new FeedPerson(name, null));
        }
    }

    static string? Plain(string? text) => text is null ? null : WebUtility.HtmlEncode(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    // Ids are written as numbers too.
    static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
