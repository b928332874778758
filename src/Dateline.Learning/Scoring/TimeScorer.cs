using Dateline.Chronology;
using Dateline.Learning.Corpora;
using Dateline.Text;
using Dateline.Text.Times;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores time expressions as TempEval-3 does (UzZaman et al. 2013), also on TIMEX2 (WikiWars, Mazur and Dale 2010).
/// </summary>
/// <remarks>
/// <para>“Span strict”: same borders; “span relaxed”: overlap, one to one, most overlap first. “Value”: relaxed, and equal as a
/// <see cref="TimeValue"/>; “value-date”: without the time of day; “type”: relaxed and of the same type. Gold without a
/// value, or whose value is a mere reference to now, past or future, is left out of the measures of value, together with what was paired with it.</para>
/// <para>The document's day is given to the program. Not scored: modifiers, frequencies, anchors, links.</para>
/// </remarks>
public static class TimeScorer
{
    /// <summary>Compares the times of readings with those of the gold.</summary>
    /// <param name="gold">The documents.</param>
    /// <param name="readings">What was read, by the document's id; a document without reading has no times.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldTimes> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        var types = new SortedDictionary<string, TypeCount>(StringComparer.Ordinal);
        int references = 0, referencesFound = 0, scoredFound = 0;
        foreach (var document in gold)
        {
            var wanted = document.Times;
            var found = readings.GetValueOrDefault(document.Article.Id)?.Document.Times ?? [];
            var values = wanted.Select(time => TimeValue.Of(time.Value)).ToArray();
            var isScored = Array.ConvertAll(values, value => value is not null && value != TimeValue.Reference);
            var pairs = Matching.BestFirst(wanted.Count, found.Count, (g, f) => Matching.Likeness(wanted[g].Span, found[f].Span));
            sheet.Tally("span strict").Add(pairs.Count(pair => wanted[pair.Gold].Span == found[pair.Found].Span), found.Count, wanted.Count);
            sheet.Tally("span relaxed").Add(pairs.Count, found.Count, wanted.Count);

            int right = 0, rightDate = 0;
            foreach (var (g, f) in pairs)
            {
                if (!isScored[g]) continue;
                var value = TimeValue.Of(found[f].Edtf);
                var isRight = value == values[g];
                var isDateRight = value?.Date == values[g]!.Date;
                if (isRight) right++;
                if (isDateRight) rightDate++;
                if (isRight && wanted[g].Type is { } type) Count(type).Right++;
                if (!isRight)
                    sheet.Error(document.Article.Id, $"‘{At(document, wanted[g].Span)}’: gold {wanted[g].Value}, read {found[f].Edtf ?? "nothing"}{(isDateRight ? " (date right)" : "")}");
            }

            var foundValues = found.Count - pairs.Count(pair => !isScored[pair.Gold]);
            scoredFound += pairs.Count(pair => isScored[pair.Gold]);
            sheet.Tally("value").Add(right, foundValues, isScored.Count(scored => scored));
            sheet.Tally("value-date").Add(rightDate, foundValues, isScored.Count(scored => scored));
            if (wanted.Any(time => !string.IsNullOrEmpty(time.Type)))
                sheet.Tally("type").Add(pairs.Count(pair => Named(found[pair.Found].Type).Equals(wanted[pair.Gold].Type ?? string.Empty, StringComparison.OrdinalIgnoreCase)), found.Count, wanted.Count);

            var paired = pairs.Select(pair => pair.Gold).ToHashSet();
            for (var g = 0; g < wanted.Count; g++)
            {
                var isFound = paired.Contains(g);
                if (values[g] == TimeValue.Reference)
                {
                    references++;
                    if (isFound) referencesFound++;
                }

                if (!isFound) sheet.Error(document.Article.Id, $"missed ‘{At(document, wanted[g].Span)}’ ({wanted[g].Value})");
                if (wanted[g].Type is not { Length: > 0 } type) continue;
                Count(type).Gold++;
                if (isFound) Count(type).Found++;
                if (isScored[g]) Count(type).WithValue++;
            }

            if (!document.IsComplete) continue;
            var used = pairs.Select(pair => pair.Found).ToHashSet();
            for (var f = 0; f < found.Count; f++)
            {
                if (!used.Contains(f)) sheet.Error(document.Article.Id, $"invented ‘{At(document, found[f].Span)}’ ({found[f].Edtf ?? "nothing"})");
            }
        }

        sheet.Share("value right, of found", sheet.Tally("value").Right, scoredFound);
        sheet.Share("references to now, past or future found (value not scored)", referencesFound, references);
        foreach (var (type, count) in types)
        {
            sheet.Share($"{type} found", count.Found, count.Gold);
            sheet.Share($"{type} value right, of all", count.Right, count.WithValue);
        }

        return sheet;

        TypeCount Count(string type)
        {
            if (!types.TryGetValue(type, out var count)) types.Add(type, count = new TypeCount());
            return count;
        }
    }

    private static string At(GoldTimes document, TextSpan span) => document.Article.Text.Substring(span.Start, span.Length);

    private static string Named(TimeType type) => type.ToString();

    private sealed class TypeCount
    {
        public int Gold { get; set; }

        public int Found { get; set; }

        public int WithValue { get; set; }

        public int Right { get; set; }
    }
}
