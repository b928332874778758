using Dateline.Chronology;
using Dateline.Chronology.Gathering;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>Scores the gathering of tellings into events over all documents at once, with no topic given.</summary>
/// <remarks>
/// On gold mentions: each marked telling is compared as our reader would (its own telling where a trigger overlaps, otherwise what the sentence
/// says around its words). On our own mentions: what was read in the marked sentences, each put beside the one marked telling that its trigger
/// overlaps; the rest counts as wrong. The baseline puts together what has one stem in one topic of the gold.
/// </remarks>
public static class GatheringScorer
{
    /// <summary>Compares what was gathered with the gold.</summary>
    /// <param name="gold">The documents.</param>
    /// <param name="readings">What was read of them, by id.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldHappenings> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        var key = new Dictionary<string, string>(StringComparer.Ordinal);
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = new List<Telling>();
        var own = new List<Telling>();
        var names = new Dictionary<(string Document, string Id), string>();
        foreach (var document in gold)
        {
            foreach (var telling in document.Tellings) key[NameOf(document, telling)] = telling.Happening;
            if (!readings.TryGetValue(document.Article.Id, out var reading)) continue;
            var maker = new TellingMaker(reading);
            var tellings = maker.All().ToList();
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var marked in document.Tellings)
            {
                var telling = maker.At(marked.Span, marked.Id);
                given.Add(telling);
                stems[NameOf(document, marked)] = $"{document.Topic} {string.Join(' ', telling.Stems)}";
            }

            foreach (var telling in tellings)
            {
                if (!document.Marked.Any(sentence => sentence.Overlaps(telling.Span))) continue;
                own.Add(telling);
                var marked = document.Tellings.FirstOrDefault(marked => marked.Span.Overlaps(telling.Span) && !taken.Contains(marked.Id));
                if (marked is not null) taken.Add(marked.Id);
                names[(telling.Document, telling.Id)] = marked is null ? $"{document.Article.Id} own {telling.Id}" : NameOf(document, marked);
            }
        }

        Write("gold mentions", Gatherer.Gather(given), telling => $"{telling.Document} {telling.Id}");
        Write("own mentions", Gatherer.Gather(own), telling => names[(telling.Document, telling.Id)]);
        sheet.Figure("same stem within a gold topic: CoNLL F1", ClusterScore.Of(key, stems).Conll);
        var onBoth = names.Values.Count(key.ContainsKey);
        sheet.Tally("own mentions: found").Add(onBoth, own.Count, key.Count);
        return sheet;

        void Write(string on, List<List<Telling>> groups, Func<Telling, string> nameOf)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < groups.Count; i++)
            {
                foreach (var telling in groups[i]) found[nameOf(telling)] = $"{i}";
            }

            var score = ClusterScore.Of(key, found);
            sheet.Figure($"{on}: CoNLL F1", score.Conll);
            foreach (var (measure, figure) in new[] { ("MUC", score.Muc), ("B³", score.BCubed), ("CEAF-e", score.CeafE) })
            {
                sheet.Figure($"{on}: {measure} P", figure.Precision);
                sheet.Figure($"{on}: {measure} R", figure.Recall);
                sheet.Figure($"{on}: {measure} F1", figure.F1);
            }
        }
    }

    private static string NameOf(GoldHappenings document, MarkedHappening telling) => $"{document.Article.Id} {telling.Id}";
}
