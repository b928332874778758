using Dateline.Chronology.Events;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores whether verbs are read as happening, in the sense of “It Happened” (White et al. 2016): it did or does happen, or will.
/// </summary>
/// <remarks>
/// Read as happening is what is not negated and stands as occurred, ongoing, planned or predicted; what is threatened, demanded, supposed or
/// denied is not. “Sign right” is the share of verbs on which both agree. Verbs that the treebank no longer has at their place are left out.
/// </remarks>
public static class FactualityScorer
{
    /// <summary>Compares what was read of verbs with what people say.</summary>
    /// <param name="gold">The verbs.</param>
    /// <param name="read">What was read of a verb; null where the treebank does not have it.</param>
    public static ScoreSheet Score(IReadOnlyList<MarkedFactuality> gold, Func<MarkedFactuality, Factuality?> read)
    {
        var sheet = new ScoreSheet();
        int right = 0, judged = 0;
        foreach (var verb in gold)
        {
            if (read(verb) is not { } factuality) continue;
            judged++;
            var happens = IsHappening(factuality);
            if (happens == verb.Happened) right++;
            else sheet.Error(verb.Sentence, $"‘{verb.Form}’ at {verb.Position}: gold {(verb.Happened ? "happened" : "not")}, read {factuality.Standing}{(factuality.IsNegative ? ", negative" : "")}");
            sheet.Tally("happened").Add(happens && verb.Happened ? 1 : 0, happens ? 1 : 0, verb.Happened ? 1 : 0);
            sheet.Tally("did not happen").Add(!happens && !verb.Happened ? 1 : 0, happens ? 0 : 1, verb.Happened ? 0 : 1);
        }

        sheet.Share("sign right", right, judged);
        sheet.Figure("verbs not in the treebank", gold.Count - judged);
        return sheet;
    }

    private static bool IsHappening(Factuality factuality) =>
        !factuality.IsNegative && (factuality.Standing is Standing.Occurred or Standing.Ongoing or Standing.Planned or Standing.Predicted);
}
