using System.Globalization;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Text.Times;

namespace Dateline.Cli.Output;

/// <summary>
/// Prints the dated list that a person reads: when, who did what to whom, where, how many, who says so, and the words.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="palette">Colours or none.</param>
/// <param name="width">Columns of the terminal; at least 40 are used.</param>
internal sealed class ChronologyWriter(TextWriter output, Palette palette, int width)
{
    private const int DateColumn = 13;

    private readonly List<(Chronology.Reading Reading, EventMention Telling)> _tellings = [];
    private readonly int _width = Math.Clamp(width, 40, 110);
    private int _documents;
    private int _held;

    /// <summary>Takes in what one article tells; printed by <see cref="Finish"/>, when all are known and can be put in order.</summary>
    public void Add(Chronology.Reading reading)
    {
        _documents++;
        foreach (var telling in reading.Events)
        {
            if (telling.IsShown) _tellings.Add((reading, telling));
            else _held++;
        }
    }

    /// <summary>Prints everything, earliest first; what has no date stands at the end.</summary>
    public void Finish()
    {
        var ordered = _tellings
            .OrderBy(entry => FirstDay(entry.Telling) ?? DateOnly.MaxValue)
            .ThenBy(entry => LastDay(entry.Telling) ?? DateOnly.MaxValue);
        string? year = null;
        foreach (var (reading, telling) in ordered)
        {
            var heading = FirstDay(telling) is { } day ? day.Year.ToString("0000", CultureInfo.InvariantCulture) : "Date unknown";
            if (heading != year)
            {
                if (year is not null) output.WriteLine();
                output.WriteLine(palette.Strong(heading));
                year = heading;
            }

            Write(reading, telling);
        }

        output.WriteLine();
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(_tellings.Count, "event")} from {Count(_documents, "document")}; {_held} more kept below the threshold of precision (see them with --format jsonl)");
        output.WriteLine(palette.Faint(summary));
    }

    private void Write(Chronology.Reading reading, EventMention telling)
    {
        var text = reading.Document.Text;
        var date = telling.Time?.Edtf is { } edtf ? edtf : "–";
        var label = telling.Mode is null ? telling.Kind.ToPlover() : $"{telling.Kind.ToPlover()} {telling.Mode}";
        var who = telling.Actors.Count > 0 ? Names(text, telling.Actors) + " – " : string.Empty;
        var whom = telling.Recipients.Count > 0 ? " – " + Names(text, telling.Recipients) : string.Empty;
        var act = Spacing.Level(telling.Trigger.In(text));

        output.WriteLine();
        output.Write(palette.Date(date.PadRight(DateColumn)));
        if (date.Length >= DateColumn) output.Write(Environment.NewLine + new string(' ', DateColumn));
        Block($"{palette.Strong(who)}{palette.Act(act)}{palette.Strong(whom)} {palette.Faint($"[{label} {telling.Cameo}]")}");

        var facts = new List<string>();
        if (telling.Factuality is { IsNegative: true } or { Standing: not Standing.Occurred } or { Certainty: not Certainty.Certain })
            facts.Add(palette.Doubt(Describe(telling.Factuality)));
        if (telling.Place is { } place) facts.Add("in " + Spacing.Level(place.Span.In(text)) + AreaNote(place));
        foreach (var quantity in telling.Quantities) facts.Add(Spacing.Level(quantity.Span.In(text)));
        if (telling.Attribution >= 0 && reading.Attributions[telling.Attribution].Source is { } source)
            facts.Add("according to " + Spacing.Level(source.In(text)));
        if (facts.Count > 0) Indented(string.Join(" · ", facts));

        Indented(palette.Faint("“" + Spacing.Level(telling.Evidence.In(text)) + "”"));
        var from = string.Join(", ", new[] { reading.Article.Outlet ?? reading.Article.Id, reading.Article.Published }.OfType<string>());
        Indented(palette.Faint("— " + from));
    }

    private static string AreaNote(Text.Places.PlaceMention place) =>
        place.Place is { Country: { } country, Precision: not Text.Places.PlacePrecision.Country } ? $" ({country})" : string.Empty;

    private static string Names(string text, IReadOnlyList<Party> parties) =>
        string.Join(", ", parties.Select(party => Spacing.Level(party.Span.In(text))));

    private static string Describe(Factuality factuality)
    {
        var standing = factuality.Standing.ToString().ToLowerInvariant();
        var words = factuality.IsNegative && factuality.Standing != Standing.Denied ? $"not {standing}" : standing;
        return factuality.Certainty switch
        {
            Certainty.Probable => words + ", probable",
            Certainty.Possible => words + ", possible",
            Certainty.Unknown => words + ", open",
            _ => words,
        };
    }

    private void Indented(string words)
    {
        output.Write(new string(' ', DateColumn));
        Block(words);
    }

    // Breaks at spaces so that every line stays in its column; colour codes take no room.
    private void Block(string words)
    {
        var column = DateColumn;
        var isFirst = true;
        foreach (var word in words.Split(' '))
        {
            var room = VisibleLength(word);
            if (!isFirst && column + 1 + room > _width)
            {
                output.WriteLine();
                output.Write(new string(' ', DateColumn));
                column = DateColumn;
            }
            else if (!isFirst)
            {
                output.Write(' ');
                column++;
            }

            output.Write(word);
            column += room;
            isFirst = false;
        }

        output.WriteLine();
    }

    private static int VisibleLength(string word)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '\e')
            {
                while (i < word.Length && word[i] != 'm') i++;
                continue;
            }

            length++;
        }

        return length;
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}");

    private static DateOnly? FirstDay(EventMention telling) => Bounds(telling) is { } bounds ? bounds.First ?? bounds.Last : null;

    private static DateOnly? LastDay(EventMention telling) => Bounds(telling) is { } bounds ? bounds.Last ?? bounds.First : null;

    private static TimeBounds? Bounds(EventMention telling) => telling.Time?.Bounds;
}
