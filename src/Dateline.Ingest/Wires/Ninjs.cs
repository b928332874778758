using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Ingest.Feeds;
using Dateline.Text;

namespace Dateline.Ingest.Wires;

/// <summary>News in JSON (IPTC ninjs 1, 2 and 3): one story, a list of them, or one a line.</summary>
internal static class Ninjs
{
    static readonly string[] Signs = ["\"versioncreated\"", "\"body_xhtml\"", "\"body_html\"", "\"body_text\"", "\"bodies\"", "\"pubstatus\""];

    const int MostTags = 200;

    /// <summary>Whether JSON names its story as ninjs does; rows of the program's own form, with “id” and “text”, do not.</summary>
    public static bool Recognise(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("\"uri\""u8) < 0 || head.IndexOf("\"text\":"u8) >= 0 && head.IndexOf("\"id\":"u8) >= 0)
            return false;
        var words = Encoding.Latin1.GetString(head);
        return Array.Exists(Signs, s => words.Contains(s, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads all stories; what breaks off gives the whole ones before it and a failed row.</summary>
    public static IEnumerable<IntakeResult> Read(string json, string id, IReadOnlyList<Diagnostic> remarks, IntakeLimits limits)
    {
        List<WireStory> stories = [];
        string? fault = null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), new JsonReaderOptions { MaxDepth = limits.JsonDepth, AllowMultipleValues = true, AllowTrailingCommas = true });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
                    continue;
                using var document = JsonDocument.ParseValue(ref reader);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                    stories.Add(ReadStory(document.RootElement));
            }
        }
        catch (JsonException e)
        {
            fault = e.Message;
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair in a string.
            fault = e.Message;
        }
        if (fault is null)
            return WireStory.Results(stories, id, remarks, limits);
        var failed = new IntakeResult($"{id}:end", IngestMessages.StoryBroken(fault, id));
        return stories.Count == 0 ? [failed] : [.. WireStory.Results(stories, id, remarks, limits), failed];
    }

    static WireStory ReadStory(JsonElement story)
    {
        var html = Text(story, "body_xhtml") ?? Text(story, "body_html") ?? Chosen(story, "bodies", html: true);
        var plain = html is null ? Text(story, "body_text") ?? Chosen(story, "bodies", html: false) : null;
        var uri = Text(story, "uri");
        var by = Text(story, "by") ?? Text(story, "byline");
        var entry = new FeedEntry
        {
            Id = uri,
            Title = PlainWords.Of(Text(story, "headline") ?? Chosen(story, "headlines", html: null)),
            Url = uri is not null && Addresses.IsHttp(uri) ? uri : null,
            Content = html ?? Markup(plain),
            Summary = Markup(Text(story, "description_text") ?? Chosen(story, "descriptions", html: null)),
            Language = LanguageTags.Normalize(Text(story, "language")),
            Dates = WireStory.Dates(("ninjs versioncreated", Text(story, "versioncreated")), ("ninjs firstcreated", Text(story, "firstcreated")), ("ninjs contentcreated", Text(story, "contentcreated"))),
            Authors = PlainWords.Of(by) is { } name ? [new FeedPerson(name, null)] : [],
            Tags = [.. Names(story, "subject").Concat(Names(story, "subjects")).Concat(Names(story, "keywords")).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)],
        };
        var provider = Text(story, "infosource") ?? Names(story, "infosource").Concat(Names(story, "infosources")).FirstOrDefault() ?? Text(story, "provider") ?? Text(story, "copyrightholder");
        return new WireStory(entry, PlainWords.Of(provider), PlainWords.Of(Text(story, "located")), Text(story, "pubstatus")?.ToLowerInvariant(), Text(story, "type") ?? "story without words");
    }

    static string? Markup(string? plain) =>
        plain is null ? null : string.Concat(plain.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));

    // Of a list with roles the main one, else the first; by its type where that matters.
    static string? Chosen(JsonElement story, string list, bool? html)
    {
        string? first = null;
        if (Property(story, list) is not { ValueKind: JsonValueKind.Array } values)
            return null;
        foreach (var one in values.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object || Text(one, "value") is not { } value)
                continue;
            var isHtml = Text(one, "contenttype") is { } type ? type.Contains("html", StringComparison.OrdinalIgnoreCase) : value.Contains("</", StringComparison.Ordinal);
            if (html is not null && html != isHtml)
                continue;
            if (Text(one, "role") is { } role && role.Contains("main", StringComparison.OrdinalIgnoreCase))
                return value;
            first ??= value;
        }
        return first;
    }

    static IEnumerable<string> Names(JsonElement story, string list)
    {
        if (Property(story, list) is not { ValueKind: JsonValueKind.Array } values)
            yield break;
        foreach (var one in values.EnumerateArray())
        {
            if (PlainWords.Of(one.ValueKind == JsonValueKind.String ? one.GetString() : one.ValueKind == JsonValueKind.Object ? Text(one, "name") : null) is { } name)
                yield return name;
        }
    }

    static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    // Versions 1 and 2 write “versioncreated”, version 3 “versionCreated”.
    static JsonElement? Property(JsonElement element, string name)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }
        return null;
    }
}
