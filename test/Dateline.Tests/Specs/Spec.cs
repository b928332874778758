using Dateline.Chronology;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text;

namespace Dateline.Tests.Specs;

/// <summary>
/// One executable example: a heading, prose, a passage in a fence, and a table of the records expected from it.
/// </summary>
/// <remarks>
/// The fence's info string is <c>passage</c>, then <c>published=DATE</c> and <c>language=TAG</c> where they matter. The
/// table's columns are among act, kind, actor, recipient, codes (actors > recipients), time, place, standing, speaker, number. Each row is one shown
/// event; a cell is compared with the record's own words, several parties are separated by a semicolon, an empty cell
/// demands an empty field and <c>*</c> accepts anything. No table means: nothing is shown.
/// </remarks>
internal sealed record Spec(string Name, string Passage, string? Published, string Language, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <summary>Every example of one file.</summary>
    public static IEnumerable<Spec> ReadAll(string path)
    {
        string? heading = null;
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal)) heading = lines[i][3..].Trim();
            if (!lines[i].StartsWith("```passage", StringComparison.Ordinal)) continue;

            var options = lines[i].Split(' ').Skip(1).Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
            var start = i + 1;
            var end = Array.FindIndex(lines, start, line => line == "```");
            var passage = string.Join('\n', lines[start..end]);
            i = end + 1;
            while (i < lines.Length && lines[i].Length == 0) i++;

            var rows = new List<IReadOnlyDictionary<string, string>>();
            if (i < lines.Length && lines[i].StartsWith('|'))
            {
                var columns = Cells(lines[i]);
                for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++)
                    rows.Add(columns.Zip(Cells(lines[i])).ToDictionary(pair => pair.First, pair => pair.Second));
            }

            i--;
            yield return new Spec(
                $"{Path.GetFileNameWithoutExtension(path)}: {heading}", passage, options.GetValueOrDefault("published"), options.GetValueOrDefault("language", "en"), rows);
        }
    }

    /// <summary>The shown events of the passage in the form of the table, so that both can be compared as text.</summary>
    public (string[] Expected, string[] Actual) Compare(Reader reader)
    {
        var reading = reader.Read(new Article { Id = Name, Text = Passage, Published = Published, PublishedBasis = Published is null ? null : "given", Language = Language });
        var shown = reading.Events.Where(telling => telling.IsShown).ToList();
        var expected = new List<string>();
        var actual = new List<string>();
        foreach (var row in Rows)
        {
            expected.Add(string.Join(" | ", row.Select(cell => $"{cell.Key}: {cell.Value}")));
            var match = shown.Find(telling => row["act"] == "*" || Words(reading, telling.Trigger) == row["act"]);
            if (match is null)
            {
                actual.Add("(no such record)");
                continue;
            }

            shown.Remove(match);
            actual.Add(string.Join(" | ", row.Select(cell => $"{cell.Key}: {(cell.Value == "*" ? "*" : Field(reading, match, cell.Key))}")));
        }

        // What is shown beyond the table is as wrong as what is missing from it.
        foreach (var extra in shown)
        {
            expected.Add("(nothing more)");
            actual.Add(string.Join(" | ", new[] { "act", "kind", "actor", "recipient", "time" }.Select(key => $"{key}: {Field(reading, extra, key)}")));
        }

        return ([.. expected], [.. actual]);
    }

    private static string Field(Reading reading, EventMention telling, string column) => column switch
    {
        "act" => Words(reading, telling.Trigger),
        "kind" => telling.Mode is null ? telling.Kind.ToPlover() : $"{telling.Kind.ToPlover()} {telling.Mode}",
        "cameo" => telling.Cameo,
        "actor" => string.Join("; ", telling.Actors.Select(party => Words(reading, party.Span))),
        "recipient" => string.Join("; ", telling.Recipients.Select(party => Words(reading, party.Span))),
        "codes" => (string.Join("; ", telling.Actors.Select(party => party.Code)) + " > " + string.Join("; ", telling.Recipients.Select(party => party.Code))).Trim(),
        "time" => telling.Time?.Edtf ?? string.Empty,
        "place" => telling.Place is { } place ? Words(reading, place.Span) : string.Empty,
        "number" => string.Join("; ", telling.Quantities.Select(quantity => Words(reading, quantity.Span))),
        "standing" => (telling.Factuality.IsNegative ? "not " : string.Empty) + telling.Factuality.Standing.ToString().ToLowerInvariant(),
        "speaker" => telling.Attribution >= 0 && reading.Attributions[telling.Attribution].Source is { } source ? Words(reading, source) : string.Empty,
        _ => throw new InvalidOperationException($"A table of a spec has no column '{column}'."),
    };

    private static string Words(Reading reading, TextSpan span) => Spacing.Level(span.In(reading.Document.Text));

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
