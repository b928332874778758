using System.Globalization;
using Dateline.Chronology;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Whether an event's score is the probability it claims to be: in each tenth of the scale the share of events that are right, and the
/// expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance of score and share, weighed by the events of a tenth.
/// </summary>
/// <remarks>
/// An event is right when the sentence is marked with its kind; another true event of a sentence counts as wrong, so the shares bound
/// the truth from below. Records without PLOVER kinds are left out.
/// </remarks>
public static class ReliabilityScorer
{
    private const int Tenths = 10;

    /// <summary>Compares scores with what is marked.</summary>
    /// <param name="gold">Sentences with their coded events.</param>
    /// <param name="readings">What was read, by the sentence's id.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldEvents> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(readings);
        var told = (
            from record in gold
            where record.IsTyped && readings.ContainsKey(record.Article.Id)
            let kinds = record.Events.Select(marked => marked.Kind).ToHashSet(StringComparer.Ordinal)
            from read in readings[record.Article.Id].Events
            let name = read.Kind.ToString().ToUpperInvariant()
            let kind = record.JoinsYield && name is "CONCEDE" or "RETREAT" ? "YIELD" : name
            select (read.Score, IsRight: kinds.Contains(kind) || kinds.Contains(name), read.IsShown)).ToArray();
        var sheet = new ScoreSheet();
        for (var tenth = 0; tenth < Tenths; tenth++)
        {
            var within = told.Where(read => TenthOf(read.Score) == tenth).ToArray();
            sheet.Share(string.Create(CultureInfo.InvariantCulture, $"score {tenth / 10.0:F1} to {(tenth + 1) / 10.0:F1}: right"), within.Count(read => read.IsRight), within.Length);
        }

        sheet.Figure("ECE of all events", ErrorOf([.. told.Select(read => (read.Score, read.IsRight))]));
        sheet.Figure("ECE of shown events", ErrorOf([.. told.Where(read => read.IsShown).Select(read => (read.Score, read.IsRight))]));
        return sheet;
    }

    /// <summary>The expected calibration error in per cent; null without events.</summary>
    /// <param name="told">Scores from 0 to 1, and whether they were right.</param>
    public static double? ErrorOf(IReadOnlyList<(double Score, bool IsRight)> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Count == 0) return null;
        return told.GroupBy(read => TenthOf(read.Score)).Sum(tenth => Math.Abs(tenth.Sum(read => read.Score) - tenth.Count(read => read.IsRight))) * 100 / told.Count;
    }

    private static int TenthOf(double score) => Math.Clamp((int)(score * Tenths), 0, Tenths - 1);
}
