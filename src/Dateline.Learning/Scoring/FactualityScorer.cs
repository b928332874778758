using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Happening;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores whether verbs are read as happening, in the sense of “It Happened” (White et al. 2016): it did or does happen, or will.
/// </summary>
/// <remarks>
/// <para>“Sign right” is the share of verbs on which the reading and the people agree: of the reading, whether it holds more likely than
/// not that the verb happened, happens or will happen (<see cref="HappeningModel"/>). Where there is no such model, and in “sign
/// right by rules alone”, what is not negated and stands as occurred, ongoing, planned or predicted counts as happening; what is threatened,
/// demanded, supposed or denied does not.</para>
/// <para>People's sign is that of their mean judgement. Nought has no sign and is left out, as are verbs that the treebank no longer has at
/// their place.</para>
/// </remarks>
public static class FactualityScorer
{
    /// <summary>Compares what was read of verbs with what people say.</summary>
    /// <param name="gold">The verbs.</param>
    /// <param name="read">What was read of a verb, and how likely it is that it happened (not a number without a model); null where the treebank does not have it.</param>
    public static ScoreSheet Score(IReadOnlyList<MarkedFactuality> gold, Func<MarkedFactuality, (Factuality Value, double Chance)?> read)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(read);
        var sheet = new ScoreSheet();
        int right = 0, byRules = 0, judged = 0;
        foreach (var verb in gold)
        {
            if (read(verb) is not var (factuality, chance)) continue;
            judged++;
            var isTold = IsHappening(factuality);
            if (isTold == verb.Happened) byRules++;
            var happens = double.IsNaN(chance) ? isTold : chance >= 0.5;
            if (happens == verb.Happened) right++;
            else sheet.Error(verb.Sentence, $"‘{verb.Form}’ at {verb.Position}: gold {(verb.Happened ? "happened" : "not")}, read {factuality.Standing}{(factuality.IsNegative ? ", negative" : "")}");
            sheet.Tally("happened").Add(happens && verb.Happened ? 1 : 0, happens ? 1 : 0, verb.Happened ? 1 : 0);
            sheet.Tally("did not happen").Add(!happens && !verb.Happened ? 1 : 0, happens ? 0 : 1, verb.Happened ? 0 : 1);
        }

        sheet.Share("sign right", right, judged);
        sheet.Share("sign right by rules alone", byRules, judged);
        sheet.Figure("verbs not in the treebank", gold.Count - judged);
        return sheet;
    }

    /// <summary>Whether what is told so happened, happens or is to happen, by its standing alone.</summary>
    /// <param name="factuality">How it is told.</param>
    public static bool IsHappening(Factuality factuality) =>
        !factuality.IsNegative && (factuality.Standing is Standing.Occurred or Standing.Ongoing or Standing.Planned or Standing.Predicted);
}
