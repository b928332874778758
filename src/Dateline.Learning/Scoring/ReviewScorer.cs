using Dateline.Chronology;
using Dateline.Chronology.Reviews;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores readings against what people decided on tellings. Only tellings on which somebody decided count: of all others
/// nobody has said whether they are right.
/// </summary>
/// <remarks>
/// <para>A reviewed telling is found again where the words of the act overlap. “Shown, right”: of the reviewed tellings that
/// are shown, those that were accepted or put right, and read with the right kind. “Right, shown”: of those that people
/// accepted, how many are shown. A field is right where it has what the person has (<see cref="CodedTelling.Agrees"/>); only
/// tellings that people accepted and that are found again count there.</para>
/// <para>People look first where the program is in doubt, so the share is a lower bound of the precision of all that is shown.</para>
/// </remarks>
public static class ReviewScorer
{
    /// <summary>Scores readings by the current program.</summary>
    /// <param name="gold">Articles with what people decided.</param>
    /// <param name="readings">What was read, by the article's id.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldReviews> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(readings);
        var sheet = new ScoreSheet();
        Add(sheet, string.Empty, gold.Select(article => (
            article.Reviews,
            (IReadOnlyList<ReadTelling>)(readings.TryGetValue(article.Article.Id, out var reading) ? [.. reading.Events.Select(told => new ReadTelling(CodedTelling.Of(told), told.IsShown))] : []))));
        return sheet;
    }

    /// <summary>Adds the measures of some readings to a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="prefix">Begins the names of the measures, so that several readings fit on one sheet.</param>
    /// <param name="texts">Text by text what was decided and what was read.</param>
    public static void Add(ScoreSheet sheet, string prefix, IEnumerable<(IReadOnlyList<ReviewedTelling> Reviews, IReadOnlyList<ReadTelling> Read)> texts)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(texts);
        int shown = 0, shownRight = 0, right = 0, rightShown = 0;
        var fields = Enum.GetValues<ReviewField>().ToDictionary(field => field, _ => (Right: 0, Of: 0));
        var kinds = new SortedDictionary<string, (int Right, int Of)>(StringComparer.Ordinal);
        foreach (var (reviews, read) in texts)
        {
            foreach (var review in reviews)
            {
                var found = read.Where(told => told.Telling.Trigger.Overlaps(review.Telling.Trigger))
                    .OrderByDescending(told => told.Telling.Trigger == review.Telling.Trigger).ThenByDescending(told => told.Telling.Kind == review.Telling.Kind).FirstOrDefault();
                if (review.IsRight) right++;
                if (found is null) continue;
                if (found.IsShown)
                {
                    var isRight = review.IsRight && found.Telling.Kind == review.Telling.Kind;
                    var kind = Dateline.Chronology.Events.EventKindNames.ToPlover(found.Telling.Kind);
                    shown++;
                    if (review.IsRight) rightShown++;
                    if (isRight) shownRight++;
                    var tally = kinds.GetValueOrDefault(kind);
                    kinds[kind] = (tally.Right + (isRight ? 1 : 0), tally.Of + 1);
                }

                if (!review.IsRight) continue;
                foreach (var field in fields.Keys.ToList())
                    fields[field] = (fields[field].Right + (found.Telling.Agrees(review.Telling, field) ? 1 : 0), fields[field].Of + 1);
            }
        }

        sheet.Share(prefix + "shown, right", shownRight, shown);
        sheet.Share(prefix + "right, shown", rightShown, right);
        foreach (var (field, tally) in fields) sheet.Share($"{prefix}field right: {field.ToString().ToLowerInvariant()}", tally.Right, tally.Of);
        foreach (var (kind, tally) in kinds) sheet.Share($"{prefix}shown, right: {kind}", tally.Right, tally.Of);
    }
}
