using System.Globalization;
using System.Text;
using Dateline.Ingest.Bytes;
using Dateline.Ingest.Dates;
using Dateline.Ingest.Plain;
using Dateline.Text;

namespace Dateline.Ingest.Rows;

/// <summary>Tables with a header row (CSV, TSV, semicolons, bars) to articles, one a row and one at a time; a bad row is a failed row.</summary>
/// <remarks>One instance reads one input: it remembers the ids, 16 bytes each.</remarks>
/// <param name="name">What the input is called.</param>
/// <param name="limits">How much is taken.</param>
/// <param name="mapping">Which columns hold which fields; null to go by their names.</param>
internal sealed class DelimitedReader(string name, IntakeLimits limits, TableMapping? mapping = null)
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
        ("tags", ["tags", "keywords"]),
    ];

    readonly SeenIds _seen = new();

    /// <summary>Whether the first line is a header that names a column of text and another known one: prose with commas does not.</summary>
    public static bool Recognise(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('\uFEFF');
        var end = text.IndexOfAny('\r', '\n');
        if (end is < 3 or > LongestHeader)
            return false;
        var map = ByName(Header(text[..end].ToString(), ByName, out _));
        return map.ContainsKey("text") && map.Count >= 2;
    }

    /// <summary>Reads a table as text.</summary>
    public IEnumerable<IntakeResult> Read(string text, IReadOnlyList<Diagnostic> diagnostics) => Read(new StringReader(text.TrimStart('\uFEFF')), diagnostics, static () => false);

    /// <summary>Reads a table as bytes: memory is bounded by the longest row.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="head">The first of them, by which the charset is found.</param>
    public IEnumerable<IntakeResult> Read(Stream stream, ReadOnlySpan<byte> head)
    {
        var decoded = TextDecoder.Decode(WholeCharacters(head), null, name);
        if (decoded.Text is null)
            return [new IntakeResult(name, decoded.Diagnostics[^1])];
        var fallback = new Windows1252Fallback();
        var encoding = decoded.Charset == "utf-8" ? Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback) : Charsets.Find(decoded.Charset) ?? Encoding.UTF8;
        return Read(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true), [], () => fallback.IsUsed || decoded.Charset == "windows-1252");
    }

    /// <summary>The first characters of bytes that may end inside one.</summary>
    public static string? Head(ReadOnlySpan<byte> head) => head.IsEmpty ? null : TextDecoder.Decode(WholeCharacters(head), null, "head").Text;

    static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> head)
    {
        for (var k = 1; k <= 3 && k < head.Length; k++)
        {
            // The first byte of a character of several, too near to the end.
            if (head[^k] >= 0xC0)
                return head[^k] >= 0xF0 && k < 4 || head[^k] >= 0xE0 && k < 3 || k < 2 ? head[..^k] : head;
            if (head[^k] < 0x80)
                break;
        }
        return head;
    }

    IEnumerable<IntakeResult> Read(TextReader text, IReadOnlyList<Diagnostic> diagnostics, Func<bool> wasGuessed)
    {
        using var _ = text;
        var line = FirstLine(text, out var skipped);
        var header = Header(line, Mapped, out var separator);
        var map = Mapped(header);
        if (!map.ContainsKey("text"))
        {
            yield return new IntakeResult(name, mapping is null ? IngestMessages.NoTextColumn(name) : IngestMessages.NoSuchColumn(Missing(header), string.Join(", ", header), name));
            yield break;
        }
        if (mapping is not null && Missing(header) is { Length: > 0 } missing)
        {
            yield return new IntakeResult(name, IngestMessages.NoSuchColumn(missing, string.Join(", ", header), name));
            yield break;
        }
        var any = false;
        var hasTold = false;
        foreach (var row in new DelimitedRows(text, separator, limits.LineBytes).Read())
        {
            any = true;
            if (wasGuessed() && !hasTold)
            {
                diagnostics = [.. diagnostics, IngestMessages.ReadAsWindows1252(name)];
                hasTold = true;
            }
            yield return ReadRow(row with { Line = row.Line + skipped }, header, map, diagnostics);
            diagnostics = [];
        }
        if (!any)
            yield return new IntakeResult(name, IngestMessages.Empty(name));
    }

    // The header, at most so long, and how many lines it and blank ones above it take.
    static string FirstLine(TextReader text, out int lines)
    {
        var line = new StringBuilder();
        lines = 0;
        while (text.Read() is >= 0 and var c)
        {
            if (c == '\n')
            {
                lines++;
                if (line.ToString().AsSpan().Trim().Length > 0)
                    break;
                line.Clear();
            }
            else if (line.Length < LongestHeader)
            {
                line.Append((char)c);
            }
        }
        return line.ToString().Trim('\r', '\uFEFF', ' ');
    }

    IntakeResult ReadRow(DelimitedRow row, List<string> header, Dictionary<string, int[]> map, IReadOnlyList<Diagnostic> diagnostics)
    {
        var fields = row.Fields;
        var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Line}");
        if (row.IsTooLong)
            return new IntakeResult(place, IngestMessages.LineTooLong(limits.LineBytes, place));
        if (row.IsOpen)
            return new IntakeResult(place, IngestMessages.QuoteNotClosed(place));
        if (fields.Count > header.Count)
            return new IntakeResult(place, IngestMessages.RowTooLong(header.Count, fields.Count, place));
        var id = Value("id");
        if (id is not null && !_seen.Add(id))
            return new IntakeResult(place, IngestMessages.DuplicateId(id, place));
        if (Value("text") is not { } text)
            return new IntakeResult(id ?? place, IngestMessages.RowWithoutText(place));
        List<Diagnostic> remarks = [.. diagnostics];
        var given = Value("published");
        var published = given is null ? null : IsoDates.Normalize(given) ?? WrittenDates.Whole(given)?.Iso;
        if (given is not null && published is null)
            remarks.Add(IngestMessages.BadDate(given, place));
        var used = map.Values.SelectMany(static c => c).ToHashSet();
        var rest = string.Join('\n', fields.Select((value, k) => used.Contains(k) || string.IsNullOrWhiteSpace(value) ? null : $"{header[k]}: {value.Trim()}").OfType<string>());
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
            Language = LanguageTags.Normalize(Value("language")) ?? LanguageNames.Tag(Value("language")),
            Via = Value("via"),
            Tags = Value("tags")?.Split([';', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Remainder = rest.Length > 0 ? rest : null,
            Diagnostics = remarks,
        }));

        string? Value(string field) =>
            map.TryGetValue(field, out var columns) && string.Join("\n\n", columns.Where(c => c < fields.Count).Select(c => fields[c].Trim()).Where(static v => v.Length > 0)) is { Length: > 0 } value ? value : null;
    }

    // The separator is the one that takes the header apart into the most known names.
    static List<string> Header(string line, Func<List<string>, Dictionary<string, int[]>> known, out char separator)
    {
        List<string> best = [];
        var most = -1;
        separator = ',';
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            var names = new DelimitedRows(new StringReader(line), candidate, LongestHeader).Read().Select(static r => r.Fields).FirstOrDefault() ?? [];
            var count = names.Count < 2 && candidate != ',' ? 0 : known(names).Count;
            if (count > most)
                (best, most, separator) = (names, count, candidate);
        }
        return best;
    }

    Dictionary<string, int[]> Mapped(List<string> header) =>
        mapping is null ? ByName(header)
        : mapping.Columns.Select(pair => (pair.Key, Columns: pair.Value.Select(column => At(header, column)).Where(static c => c >= 0).ToArray()))
            .Where(static pair => pair.Columns.Length > 0).ToDictionary(static pair => pair.Key, static pair => pair.Columns, StringComparer.Ordinal);

    string Missing(List<string> header) => string.Join(", ", mapping!.Columns.SelectMany(static pair => pair.Value).Where(column => At(header, column) < 0));

    static int At(List<string> header, string column) => header.FindIndex(h => h.Trim().Equals(column, StringComparison.OrdinalIgnoreCase));

    static Dictionary<string, int[]> ByName(List<string> header)
    {
        var names = header.ConvertAll(static h => h.Trim().Replace(' ', '_').Replace('-', '_').ToLowerInvariant());
        Dictionary<string, int[]> map = new(StringComparer.Ordinal);
        foreach (var (field, known) in Columns)
        {
            var column = known.Select(k => names.IndexOf(k)).FirstOrDefault(static c => c >= 0, -1);
            if (column >= 0)
                map[field] = [column];
        }
        return map;
    }
}
