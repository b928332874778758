using System.Globalization;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Rows;

/// <summary>Tables with a header row (CSV, TSV, semicolons) to articles, one a row; a bad row is a failed row.</summary>
internal static class DelimitedReader
{
    const int LongestHeader = 4096;

    // Of each field the names that its column goes by, in the order of trust.
    static readonly (string Field, string[] Names)[] Columns =
    [
        ("text", ["text", "body", "content", "article_text", "full_text", "fulltext", "article", "maintext"]),
        ("title", ["title", "headline", "headlines"]),
        ("published", ["published", "date", "publication_date", "publish_date", "pubdate", "published_at", "date_published", "datetime"]),
        ("url", ["url", "link", "address", "permalink", "source_url"]),
        ("byline", ["byline", "author", "authors"]),
        ("outlet", ["outlet", "source", "publication", "publisher", "newspaper"]),
        ("language", ["language", "lang"]),
        ("id", ["id", "article_id", "guid"]),
        ("via", ["via"]),
    ];

    /// <summary>Whether the first line is a header that names a column of text and another known one: prose with commas does not.</summary>
    public static bool Recognise(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('\uFEFF');
        var end = text.IndexOfAny('\r', '\n');
        if (end is < 3 or > LongestHeader)
            return false;
        var map = Map(Header(text[..end].ToString(), out _));
        return map.ContainsKey("text") && map.Count >= 2;
    }

    /// <summary>Reads a table.</summary>
    public static IEnumerable<IntakeResult> ReadTable(string text, string name, IReadOnlyList<Diagnostic> diagnostics)
    {
        text = text.TrimStart('\uFEFF', '\r', '\n', ' ');
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = Header(end < 0 ? text : text[..end], out var separator);
        var map = Map(header);
        if (!map.ContainsKey("text"))
        {
            yield return new IntakeResult(name, IngestMessages.NoTextColumn(name));
            yield break;
        }
        HashSet<string> seen = new(StringComparer.Ordinal);
        var isFirst = true;
        var any = false;
        foreach (var (fields, line, open) in DelimitedRows.Read(text, separator))
        {
            if (isFirst)
            {
                isFirst = false;
                continue;
            }
            any = true;
            yield return ReadRow(fields, line, open, header.Count, map, name, seen, diagnostics);
            diagnostics = [];
        }
        if (!any)
            yield return new IntakeResult(name, IngestMessages.Empty(name));
    }

    static IntakeResult ReadRow(List<string> fields, int line, bool open, int expected, Dictionary<string, int> map, string name, HashSet<string> seen, IReadOnlyList<Diagnostic> diagnostics)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{line}");
        if (open)
            return new IntakeResult(place, IngestMessages.QuoteNotClosed(place));
        if (fields.Count > expected)
            return new IntakeResult(place, IngestMessages.RowTooLong(expected, fields.Count, place));
        var id = Value("id");
        if (id is not null && !seen.Add(id))
            return new IntakeResult(place, IngestMessages.DuplicateId(id, place));
        if (Value("text") is not { } text)
            return new IntakeResult(id ?? place, IngestMessages.RowWithoutText(place));
        List<Diagnostic> remarks = [.. diagnostics];
        var given = Value("published");
        var published = given is null ? null : IsoDates.Normalize(given) ?? WrittenDates.Whole(given)?.Iso;
        if (given is not null && published is null)
            remarks.Add(IngestMessages.BadDate(given, place));
        return new IntakeResult(PlainTextReader.Complete(new Article
        {
            Id = id ?? place,
            Text = text,
            Title = Value("title"),
            Url = Addresses.Resolve(Value("url"), null),
            Outlet = Value("outlet"),
            Byline = Value("byline"),
            Published = published,
            PublishedBasis = published is null ? null : "given",
            Language = LanguageTags.Normalize(Value("language")),
            Via = Value("via"),
            Diagnostics = remarks,
        }));

        string? Value(string field) =>
            map.TryGetValue(field, out var column) && column < fields.Count && !string.IsNullOrWhiteSpace(fields[column]) ? fields[column].Trim() : null;
    }

    // The separator is the one that takes the header apart into the most known names.
    static List<string> Header(string line, out char separator)
    {
        List<string> best = [];
        var most = -1;
        separator = ',';
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            var names = DelimitedRows.Read(line, candidate).Select(static r => r.Fields).FirstOrDefault() ?? [];
            var known = names.Count < 2 ? 0 : Map(names).Count;
            if (known > most)
                (best, most, separator) = (names, known, candidate);
        }
        return best;
    }

    static Dictionary<string, int> Map(List<string> header)
    {
        var names = header.ConvertAll(static h => h.Trim().Replace(' ', '_').Replace('-', '_').ToLowerInvariant());
        Dictionary<string, int> map = new(StringComparer.Ordinal);
        foreach (var (field, known) in Columns)
        {
            var column = known.Select(k => names.IndexOf(k)).FirstOrDefault(static c => c >= 0, -1);
            if (column >= 0)
                map[field] = column;
        }
        return map;
    }
}
