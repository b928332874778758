using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Checks output against the reading contract: every quotation stands in the text at its offsets, every reference leads somewhere.
/// </summary>
/// <remarks>
/// Each line is one JSON object; an error line has a code and a message, any other all fields of the contract. Offsets are code
/// points inside the text, and <c>text</c> is what stands there. Entities, attributions and heads exist; words from closed lists are in
/// them; scores lie between 0 and 1; no id stands twice, and the pieces of a page are numbered one after the other. Whether any of it is true is not
/// looked at. Not safe for several threads.
/// </remarks>
public sealed class VerbatimCheck
{
    private static readonly string[] Required =
        ["id", "text", "sentences", "entities", "mentions", "places", "times", "attributions", "events", "predictions", "diagnostics"];

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["kind"] = ["person", "organisation", "group", "place", "nationality", "facility", "role", "other"],
        ["level"] = ["name", "nominal", "pronoun"],
        ["precision"] = ["point", "town", "district", "region", "country"],
        ["type"] = ["date", "time", "duration", "set"],
        ["anchor"] = ["document", "preceding", "none"],
        ["form"] = ["direct", "indirect", "mixed"],
        ["basis"] = ["stated", "relative", "document", "unknown"],
        ["certainty"] = ["CT", "PR", "PS", "U"],
        ["polarity"] = ["+", "-"],
        ["standing"] = ["occurred", "ongoing", "planned", "threatened", "demanded", "predicted", "hypothetical", "denied"],
    };

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly List<(string Where, string What)> _errors = [];
    private (string? Page, int Number) _piece;
    private readonly Dictionary<string, (int Place, string Text)>? _inputs;
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private int _lastPlace = -1;
    private int _documents;
    private int _errorLines;
    private int _offsets;

    /// <summary>Begins another output: ids are names within one.</summary>
    public void Begin()
    {
        _ids.Clear();
        _piece = default;
    }

    /// <summary>Checks an output against the input it was made of, too: every document is there, in its order, with its text unchanged.</summary>
    /// <param name="inputs">The documents in their order; null to check the output alone.</param>
    public VerbatimCheck(IReadOnlyList<Article>? inputs = null)
    {
        if (inputs is null) return;
        _inputs = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        foreach (var input in inputs) _inputs.TryAdd(input.Id, (_inputs.Count, input.Text));
    }

    /// <summary>Checks one line of output.</summary>
    /// <param name="line">The line.</param>
    /// <param name="place">What to call it where it has no id.</param>
    public void Add(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement;
            if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("id", out var name))
            {
                Fail(place, "no id", line.Length > 60 ? line[..60] : line);
                return;
            }

            var id = name.ToString();
            if (!_ids.Add(id)) Fail(id, "id repeated", place);
            CheckPiece(id);
            CheckInput(id, document);
            if (document.TryGetProperty("error", out var error))
            {
                _errorLines++;
                if (error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("code", out _) || !error.TryGetProperty("message", out _)) Fail(id, "error without code or message", error.ToString());
                return;
            }

            _documents++;
            CheckDocument(id, document);
        }
        catch (JsonException fault)
        {
            Fail(place, "not JSON", fault.Message);
        }
    }

    /// <summary>How often something was wrong.</summary>
    public int Failures => _failures.Values.Sum() + Missing.Count();

    // Known only when all lines have been seen.
    private IEnumerable<string> Missing => _inputs is null ? [] : _inputs.Keys.Where(id => !_present.Contains(id));

    /// <summary>What was checked, and what was wrong.</summary>
    public ScoreSheet ToSheet()
    {
        var sheet = new ScoreSheet();
        sheet.Figure("documents", _documents);
        sheet.Figure("error lines", _errorLines);
        sheet.Figure("offsets checked", _offsets);
        sheet.Figure("failures", Failures);
        foreach (var (what, count) in _failures.OrderByDescending(failure => failure.Value).ThenBy(failure => failure.Key, StringComparer.Ordinal)) sheet.Figure("  " + what, count);
        if (Missing.Any()) sheet.Figure("  document missing", Missing.Count());
        foreach (var (where, what) in _errors) sheet.Error(where, what);
        foreach (var id in Missing) sheet.Error(id, "document missing");
        return sheet;
    }

    private void CheckDocument(string id, JsonElement document)
    {
        var missing = Required.Where(field => !document.TryGetProperty(field, out _)).ToArray();
        if (missing.Length > 0) Fail(id, "fields missing", string.Join(", ", missing));
        var text = document.TryGetProperty("text", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        var facts = new DocumentFacts(
            text,
            CodePointStarts(text),
            List(document, "entities").Select(entity => entity.TryGetProperty("id", out var key) ? key.ToString() : string.Empty).ToHashSet(StringComparer.Ordinal),
            List(document, "attributions").Count(),
            List(document, "tokens").Count());
        foreach (var field in document.EnumerateObject())
        {
            if (field.Name != "text") Walk(id, field.Value, field.Name, field.Name, facts);
        }
    }

    private void Walk(string id, JsonElement value, string top, string path, DocumentFacts facts)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var entry in value.EnumerateArray()) Walk(id, entry, top, $"{path}[{index++}]", facts);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckSpan(id, value, path, facts);
            CheckReferences(id, value, top, path, facts);
            CheckWords(id, value, top, path);
            foreach (var field in value.EnumerateObject()) Walk(id, field.Value, top, $"{path}.{field.Name}", facts);
        }
    }

    private void CheckSpan(string id, JsonElement value, string path, DocumentFacts facts)
    {
        var (begin, end) = (Field(value, "begin"), Field(value, "end"));
        if (begin is null && end is null) return;
        _offsets++;
        if (Whole(begin) is not { } first || Whole(end) is not { } last || first < 0 || last < first || last >= facts.Starts.Length)
        {
            Fail(id, "offsets outside the text", $"{path} {begin}-{end}");
            return;
        }

        var words = facts.Text[facts.Starts[first]..facts.Starts[last]];
        if (Field(value, "text") is { ValueKind: JsonValueKind.String } quoted && quoted.GetString() != words) Fail(id, "text differs", $"{path} {first}-{last}: ‘{Cut(quoted.GetString()!)}’, in the text ‘{Cut(words)}’");
    }

    private void CheckReferences(string id, JsonElement value, string top, string path, DocumentFacts facts)
    {
        if (Field(value, "entity") is { } entity && !facts.Entities.Contains(entity.ToString())) Fail(id, "unknown entity", $"{path} {entity}");
        foreach (var reference in (ReadOnlySpan<string>)["attribution", "within"])
        {
            if (Field(value, reference) is { } index && !(Whole(index) is { } number && number >= 0 && number < facts.Attributions)) Fail(id, "attribution index", $"{path}.{reference} {index}");
        }

        if (top == "tokens" && value.TryGetProperty("head", out var head) && !(Whole(head) is { } row && row >= -1 && row < facts.Tokens)) Fail(id, "head", $"{path} {head}");
        if (top == "events" && Field(value, "score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() is < 0 or > 1) Fail(id, "score outside 0-1", $"{path} {score}");
    }

    // Events have kinds of their own, and only times have these types.
    private void CheckWords(string id, JsonElement value, string top, string path)
    {
        foreach (var (field, allowed) in Words)
        {
            if ((field == "kind" && top is not ("entities" or "mentions")) || (field == "type" && top != "times")) continue;
            if (Field(value, field) is { } word && !allowed.Contains(word.ToString())) Fail(id, "value not in the contract", $"{path}.{field} {word}");
        }
    }

    // A page of several articles stands in the place of its input.
    private void CheckInput(string id, JsonElement document)
    {
        if (_inputs is null) return;
        var name = _inputs.ContainsKey(id) || id.LastIndexOf('#') is not (> 0 and var sharp) ? id : id[..sharp];
        if (!_inputs.TryGetValue(name, out var input))
        {
            Fail(id, "document not in the input", "");
            return;
        }

        _present.Add(name);
        if (input.Place < _lastPlace) Fail(id, "out of order", $"document {input.Place + 1} of the input");
        _lastPlace = input.Place;
        if (name == id && document.TryGetProperty("text", out var text) && text.ToString() != input.Text) Fail(id, "text of the document changed", "");
    }

    private void CheckPiece(string id)
    {
        if (id.LastIndexOf('#') is not (> 0 and var sharp) || !int.TryParse(id.AsSpan(sharp + 1), out var number))
        {
            _piece = default;
            return;
        }

        var page = id[..sharp];
        var expected = _piece.Page == page ? _piece.Number + 1 : 1;
        if (number != expected) Fail(id, "PAGE#n out of order", $"expected {expected}");
        _piece = (page, expected);
    }

    private void Fail(string where, string what, string more)
    {
        _failures[what] = _failures.GetValueOrDefault(what) + 1;
        _errors.Add((where, $"{what}: {more}"));
    }

    private static IEnumerable<JsonElement> List(JsonElement document, string field) =>
        document.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object) : [];

    private static JsonElement? Field(JsonElement value, string name) => value.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private static int? Whole(JsonElement? value) => value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole) ? whole : null;

    private static string Cut(string words) => words.Length > 40 ? words[..40] : words;

    // Where each code point begins, and where the last one ends.
    private static int[] CodePointStarts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            starts.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
        }

        starts.Add(text.Length);
        return [.. starts];
    }

    private sealed record DocumentFacts(string Text, int[] Starts, HashSet<string> Entities, int Attributions, int Tokens);
}
