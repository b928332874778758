using Dateline.Chronology;
using Dateline.Chronology.Gathering;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores gathering by pairs: of all pairs of tellings of one happening, how many stand in one event, and of all pairs in one event, how many are
/// of one happening.
/// </summary>
/// <remarks>A telling that was not read stands in no event, and its pairs are missed. Only the tellings marked in the gold are counted.</remarks>
public static class PairScorer
{
    /// <summary>The line with the figure.</summary>
    public const string Pairs = "pairs in one event";

    /// <summary>Gathers what was read and compares it with the truth.</summary>
    /// <param name="gold">The tellings.</param>
    /// <param name="readings">What was read of them, by id.</param>
    public static ScoreSheet Score(IReadOnlyList<GeneratedTelling> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(readings);
        var events = new Dictionary<(string Document, string Id), int>();
        var groups = Gatherer.Gather(gold.Where(telling => readings.ContainsKey(telling.Article.Id)).SelectMany(telling => TellingMaker.Of(readings[telling.Article.Id])));
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var telling in groups[i]) events[(telling.Document, telling.Id)] = i;
        }

        return Score(gold, telling =>
        {
            if (!readings.TryGetValue(telling.Article.Id, out var reading)) return null;
            return reading.Events.FirstOrDefault(mention => mention.Trigger.Overlaps(telling.Words)) is { } mention ? events[(telling.Article.Id, mention.Id)].ToString() : null;
        });
    }

    /// <summary>Compares events with the truth.</summary>
    /// <param name="gold">The tellings.</param>
    /// <param name="eventOf">The event of a telling's marked words; null when they were not read.</param>
    public static ScoreSheet Score(IReadOnlyList<GeneratedTelling> gold, Func<GeneratedTelling, string?> eventOf)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var sheet = new ScoreSheet();
        var tellings = gold.Select(telling => (Telling: telling, Event: eventOf(telling))).ToList();
        var read = tellings.FindAll(telling => telling.Event is not null);
        var right = read.GroupBy(telling => (telling.Telling.Happening, telling.Event)).Sum(group => PairsOf(group.Count()));
        sheet.Tally(Pairs).Add(
            right, read.GroupBy(telling => telling.Event).Sum(group => PairsOf(group.Count())), tellings.GroupBy(telling => telling.Telling.Happening).Sum(group => PairsOf(group.Count())));
        sheet.Share("tellings read", read.Count, tellings.Count);
        foreach (var (telling, _) in tellings.Where(telling => telling.Event is null)) sheet.Error(telling.Article.Id, $"not read: {telling.Article.Text}");
        foreach (var mixed in read.GroupBy(telling => telling.Event).Where(group => group.Select(telling => telling.Telling.Happening).Distinct().Count() > 1))
            sheet.Error("one event", string.Join(" | ", mixed.Select(telling => $"{telling.Telling.Happening} {telling.Telling.Article.Published} {telling.Telling.Article.Text.Split('\n')[0]}")));
        foreach (var parted in read.GroupBy(telling => telling.Telling.Happening).Where(group => group.Select(telling => telling.Event).Distinct().Count() > 1))
            sheet.Error($"happening {parted.Key}", string.Join(" | ", parted.Select(telling => $"{telling.Event} {telling.Telling.Article.Published} {telling.Telling.Article.Text.Split('\n')[0]}")));
        return sheet;
    }

    private static int PairsOf(int count) => count * (count - 1) / 2;
}
