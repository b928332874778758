using System.Net;
using System.Text.Json;

namespace Dateline.Ingest.Pages;

/// <summary>What the page's JSON-LD says of its article (schema.org NewsArticle and its like).</summary>
internal sealed class JsonLdArticle
{
    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Outlet { get; private set; }

    public string? Body { get; private set; }

    public string? Language { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> Keywords { get; } = [];

    /// <summary>Reads the scripts in order; the first article wins, and broken ones are passed over.</summary>
    public static JsonLdArticle? Read(List<string> scripts)
    {
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                Dictionary<string, JsonElement> ids = new(StringComparer.Ordinal);
                if (Find(json.RootElement, 0, ids) is { } article)
                    return From(article, ids);
            }
            catch (JsonException)
            {
                // Raw line ends inside strings and the like: other metadata says the same.
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair in a string.
            }
        }
        return null;
    }

    static JsonElement? Find(JsonElement element, int depth, Dictionary<string, JsonElement> ids)
    {
        JsonElement? found = null;
        if (depth > 6)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in element.EnumerateArray())
                found ??= Find(entry, depth + 1, ids);
            return found;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (Text(element, "@id") is { } id)
            ids.TryAdd(id, element);
        if (IsArticle(element))
            found = element;
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(name, out var inner))
            {
                var below = Find(inner, depth + 1, ids);
                found ??= below;
            }
        }
        return found;
    }

    static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        if (type.ValueKind == JsonValueKind.Array)
            return type.EnumerateArray().Any(static t => t.ValueKind == JsonValueKind.String && Known(t.GetString()!));
        return type.ValueKind == JsonValueKind.String && Known(type.GetString()!);
    }

    static bool Known(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe";

    static JsonLdArticle From(JsonElement article, Dictionary<string, JsonElement> ids)
    {
        var result = new JsonLdArticle
        {
            Headline = Text(article, "headline") ?? Text(article, "name"),
            Published = Text(article, "datePublished") ?? Text(article, "dateCreated"),
            Modified = Text(article, "dateModified"),
            Body = Text(article, "articleBody"),
            Language = Text(article, "inLanguage"),
        };
        List<string> publishers = [];
        if (article.TryGetProperty("publisher", out var publisher))
            Names(publisher, publishers, ids, 0);
        result.Outlet = publishers.FirstOrDefault();
        foreach (var name in (ReadOnlySpan<string>)["author", "creator"])
        {
            if (result.Authors.Count == 0 && article.TryGetProperty(name, out var author))
                Names(author, result.Authors, ids, 0);
        }
        if (article.TryGetProperty("keywords", out var keywords))
        {
            Names(keywords, result.Keywords, ids, 0);
            if (result.Keywords is [var all] && all.Contains(',', StringComparison.Ordinal))
            {
                result.Keywords.Clear();
                result.Keywords.AddRange(all.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return result;
    }

    static void Names(JsonElement value, List<string> names, Dictionary<string, JsonElement> ids, int depth)
    {
        if (names.Count >= 50 || depth > 4)
            return;
        if (value.ValueKind == JsonValueKind.String && Clean(value.GetString()!) is { Length: > 0 } name)
            names.Add(name);
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray())
                Names(entry, names, ids, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("name", out var inner))
                Names(inner, names, ids, depth + 1);
            else if (Text(value, "@id") is { } id && ids.TryGetValue(id, out var meant))
                Names(meant, names, ids, depth + 1);
        }
    }

    static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? Clean(value.GetString()!)
            : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String ? Clean(value[0].GetString()!) : null
            : null;

    static string Clean(string text) => WebUtility.HtmlDecode(text).Trim();
}
