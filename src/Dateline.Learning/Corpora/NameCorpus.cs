using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>A name as marked, with the corpus's own word for its type.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Type">Its type, such as “ORG” or “Location”.</param>
public readonly record struct MarkedName(TextSpan Span, string Type);

/// <summary>A document with its names.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Names">The names, in the order of the file.</param>
public sealed record GoldNames(Article Article, IReadOnlyList<MarkedName> Names) : GoldDocument(Article);

/// <summary>
/// Reads corpora of names: columns of tokens with BIO or IO tags, the columns of HIPE, and JSON lines with spans.
/// </summary>
/// <remarks>
/// Columns have lost the spacing of the text: tokens are joined by spaces (in HIPE not after <c>NoSpaceAfter</c>),
/// sentences by line ends. A file that marks no documents gives one for each sentence.
/// </remarks>
public static partial class NameCorpus
{
    // A file of columns without any blank line is cut where it has grown this long, outside a name.
    private const int LongestSentence = 1000;

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file; JSON lines are told by the ending of its name.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of a known form.</exception>
    public static IEnumerable<GoldNames> Read(string path, string? language = null) =>
        JsonLines().IsMatch(path) ? GoldLines.Read(path, row => OfSpans(row, language)) : OfColumns(path, language);

    private static GoldNames OfSpans(JsonElement row, string? language)
    {
        var text = row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var offsets = new CodePointOffsets(text);
        var list = row.Has("gold_entities") ? "gold_entities" : row.Has("entities") ? "entities" : "spans";
        var names = row.List(list).Select(name => new MarkedName(
            offsets.Span(Offset(name, "begin", "s", "start"), Offset(name, "end", "e", "end")),
            name.Text("type") ?? name.Text("label") ?? name.Text("kind") ?? throw new KeyNotFoundException("a name has no type")));
        return new GoldNames(GoldLines.Article(row, text, language, row.Text("published") ?? row.Text("date") ?? row.Text("dct")), names.ToArray());

        static int Offset(JsonElement name, params ReadOnlySpan<string> fields)
        {
            foreach (var field in fields)
            {
                if (name.TryGetProperty(field, out var value)) return value.GetInt32();
            }

            throw new KeyNotFoundException("a name has no offsets");
        }
    }

    private static IEnumerable<GoldNames> OfColumns(string path, string? language)
    {
        var sentences = new List<List<ColumnToken>>();
        var rows = new List<ColumnToken>();
        string? name = null;
        var count = 0;
        using var lines = GoldLines.Open(path);
        while (lines.ReadLine() is { } line)
        {
            var mark = DocumentMark().Match(line);
            if (mark.Success)
            {
                if (Finish() is { } document) yield return document;
                name = mark.Groups["name"].Value;
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                EndSentence();
                if (name is null && Finish() is { } document) yield return document;
            }
            else if (!line.StartsWith("# ", StringComparison.Ordinal) && !line.StartsWith("TOKEN\tNE-COARSE", StringComparison.Ordinal))
            {
                rows.Add(ColumnToken.Read(line));
                if (name is null && rows.Count >= LongestSentence && rows[^1].Tag == "O" && Finish() is { } document) yield return document;
            }
        }

        if (Finish() is { } last) yield return last;

        void EndSentence()
        {
            if (rows.Count == 0) return;
            sentences.Add(rows);
            rows = [];
        }

        GoldNames? Finish()
        {
            EndSentence();
            if (sentences.Count == 0) return null;
            var id = name ?? $"{Path.GetFileName(path)}:{++count}";
            if (name is not null) count++;
            var document = Join(sentences, id, language);
            sentences.Clear();
            return document;
        }
    }

    private static GoldNames Join(List<List<ColumnToken>> sentences, string id, string? language)
    {
        var text = new StringBuilder();
        var names = new List<MarkedName>();
        foreach (var sentence in sentences)
        {
            var spans = new List<TextSpan>(sentence.Count);
            foreach (var token in sentence)
            {
                spans.Add(new TextSpan(text.Length, token.Form.Length));
                text.Append(token.Form);
                if (!token.IsGlued) text.Append(' ');
            }

            foreach (var (first, last, type) in Runs(sentence)) names.Add(new MarkedName(TextSpan.Union(spans[first], spans[last]), type));
            if (text[^1] == ' ') text[^1] = '\n';
        }

        return new GoldNames(new Article { Id = id, Text = text.ToString().TrimEnd('\n'), Language = language }, names);
    }

    // In IO tags a name goes on as long as its type does; in BIO a B begins another.
    private static IEnumerable<(int First, int Last, string Type)> Runs(List<ColumnToken> sentence)
    {
        var start = -1;
        var type = string.Empty;
        for (var i = 0; i < sentence.Count; i++)
        {
            var (prefix, kind) = sentence[i].Tag.Split('-', 2) is [var before, var after] ? (before, after) : (sentence[i].Tag, string.Empty);
            if (start >= 0 && (prefix is not ("I" or "E") || kind != type))
            {
                yield return (start, i - 1, type);
                start = -1;
            }

            if (start < 0 && kind.Length > 0 && (prefix is "B" or "I" or "S" or "E")) (start, type) = (i, kind);
        }

        if (start >= 0) yield return (start, sentence.Count - 1, type);
    }

    [GeneratedRegex(@"\.jsonl?(\.gz)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonLines();

    [GeneratedRegex(@"^#.*\b(doc|document_id) = (?<name>.+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentMark();

    private readonly record struct ColumnToken(string Form, string Tag, bool IsGlued)
    {
        public static ColumnToken Read(string line)
        {
            var cells = line.Contains('\t') ? line.Split('\t') : line.LastIndexOf(' ') is > 0 and var space ? [line[..space], line[(space + 1)..]] : [line];
            if (cells.Length < 2) throw new InvalidDataException($"‘{line}’ has no tag; separate token and tag by a tab or a space");
            if (cells.Length >= 10) return new ColumnToken(cells[0], cells[1], cells[9].Contains("NoSpaceAfter", StringComparison.Ordinal));
            var isNumbered = cells.Length == 3 && cells[0].All(char.IsAsciiDigit) && (cells[2] == "O" || cells[2].StartsWith("B-", StringComparison.Ordinal) || cells[2].StartsWith("I-", StringComparison.Ordinal));
            return isNumbered ? new ColumnToken(cells[1], cells[2], false) : new ColumnToken(cells[0], cells[1], false);
        }
    }
}
