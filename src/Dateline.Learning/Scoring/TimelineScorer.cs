using Dateline.Chronology;
using Dateline.Chronology.Gathering;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores the chronicles of given names over sets of documents, from raw text, as SemEval-2015 task 4 (Minard et al. 2015) does: temporal
/// awareness of each timeline, its counts summed over all timelines (micro-average).
/// </summary>
/// <remarks>
/// A telling of ours is the gold's where document, sentence and words are the same; a word twice in one sentence counts once, since the gold does
/// not say which is meant. The measure “tellings” asks only whether the right ones were found, those without a place in the order included.
/// </remarks>
public static class TimelineScorer
{
    /// <summary>Compares chronicles with gold timelines.</summary>
    /// <param name="texts">The documents.</param>
    /// <param name="timelines">The timelines; each runs over the documents of its set.</param>
    /// <param name="readings">What was read of the documents, by id.</param>
    public static ScoreSheet Score(IReadOnlyList<TimelineText> texts, IReadOnlyList<GoldTimeline> timelines, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        foreach (var set in timelines.GroupBy(timeline => timeline.Corpus, StringComparer.Ordinal))
        {
            var within = texts.Where(text => text.Corpus == set.Key).ToDictionary(text => text.Article.Id, StringComparer.Ordinal);
            var maker = new ChronicleMaker();
            foreach (var id in within.Keys)
            {
                if (readings.TryGetValue(id, out var reading)) maker.Add(reading);
            }

            foreach (var gold in set) Score(sheet, gold, EntriesOf(maker.Of(gold.Entity), within));
        }

        return sheet;
    }

    private static void Score(ScoreSheet sheet, GoldTimeline gold, List<TimelineEntry> found)
    {
        TemporalAwareness here = new(found), there = new(gold.Entries);
        var (precise, recalled) = (here.HeldBy(there), there.HeldBy(here));
        sheet.Tally("temporal awareness").Add(precise.Right, precise.All, recalled.All, recalled.Right);
        Count("tellings in the order", here.Tellings, there.Tellings);
        Count("tellings", [.. found.SelectMany(entry => entry.Mentions)], [.. gold.Entries.SelectMany(entry => entry.Mentions)]);
        var dated = gold.Entries.Where(entry => entry is { Order: > 0, Date: not null }).SelectMany(entry => entry.Mentions.Select(mention => (Mention: mention, entry.Date))).Where(telling => here.Tellings.Contains(telling.Mention)).ToList();
        sheet.Tally("time right, of tellings found").Add(dated.Count(telling => here.IsIn(telling.Mention, telling.Date!)), dated.Count, dated.Count);
        var where = $"{gold.Corpus} {gold.Entity}";
        sheet.Error(where, $"precision {precise.Right} of {precise.All}, recall {recalled.Right} of {recalled.All}");
        foreach (var (mention, date) in dated.Where(telling => !here.IsIn(telling.Mention, telling.Date!)))
            sheet.Error(where, $"{Name(mention)} lies in {date}, not in {found.First(entry => entry.Mentions.Contains(mention)).Date ?? "an unknown time"}");
        foreach (var entry in found)
        {
            foreach (var mention in entry.Mentions.Where(mention => !gold.Entries.Any(known => known.Mentions.Contains(mention)))) sheet.Error(where, $"{Name(mention)} of {entry.Date ?? "an unknown time"} is not on the timeline");
        }

        foreach (var entry in gold.Entries)
        {
            foreach (var mention in entry.Mentions.Where(mention => !found.Exists(known => known.Mentions.Contains(mention)))) sheet.Error(where, $"{Name(mention)} of {entry.Date ?? "an unknown time"} (order {entry.Order}) is missing");
        }

        void Count(string measure, IReadOnlyCollection<TimelineMention> ours, IReadOnlyCollection<TimelineMention> theirs)
        {
            var known = theirs.ToHashSet();
            var own = ours.ToHashSet();
            sheet.Tally(measure).Add(own.Count(known.Contains), own.Count, known.Count);
        }
    }

    private static string Name(TimelineMention mention) => $"{mention.Document}-{mention.Sentence}-{mention.Words}";

    private static List<TimelineEntry> EntriesOf(Chronicle chronicle, Dictionary<string, TimelineText> texts)
    {
        var entries = new List<TimelineEntry>();
        foreach (var entry in chronicle.Entries)
        {
            var mentions = new List<TimelineMention>();
            foreach (var telling in entry.Tellings)
            {
                var sentences = texts[telling.Document].Sentences.Where(sentence => sentence.Value.Overlaps(telling.Span)).ToList();
                if (sentences.Count > 0) mentions.Add(new TimelineMention(telling.Document, sentences[0].Key, TimelineCorpus.Folded(telling.Text)));
            }

            entries.Add(new TimelineEntry(entry.Order, entry.Edtf, mentions));
        }

        return entries;
    }
}
