using Dateline.Chronology;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Counts the events that are shown in news of which a chronology of conflict has next to nothing to tell: sport, entertainment and health.
/// </summary>
/// <remarks>Nobody has marked these articles, and a few of them do tell an event; so the figure bounds the false ones from above.</remarks>
public static class ShownScorer
{
    /// <summary>Counts over the articles of foreign topics; the others are counted beside them for comparison.</summary>
    /// <param name="gold">The articles.</param>
    /// <param name="readings">What was read, by the article's id.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldTopic> gold, IReadOnlyDictionary<string, Reading> readings)
    {
        var sheet = new ScoreSheet();
        foreach (var topic in gold.GroupBy(article => article.Topic).OrderBy(topic => topic.Key, StringComparer.Ordinal)) Add($"  {topic.Key}", topic);
        Add("foreign topics", gold.Where(article => article.IsForeign));
        foreach (var article in gold.Where(article => article.IsForeign && readings.ContainsKey(article.Article.Id)))
        {
            foreach (var told in readings[article.Article.Id].Events.Where(told => told.IsShown))
                sheet.Error(article.Article.Id, $"{told.Kind}: {article.Article.Text.AsSpan(told.Evidence.Start, Math.Min(told.Evidence.Length, 160))}");
        }

        return sheet;

        void Add(string name, IEnumerable<GoldTopic> articles)
        {
            var read = articles.Where(article => readings.ContainsKey(article.Article.Id)).Select(article => readings[article.Article.Id]).ToArray();
            sheet.Share($"{name}: shown events per 100 sentences", read.Sum(reading => reading.Events.Count(told => told.IsShown)), read.Sum(reading => reading.Document.Tokens.Sentences.Length));
        }
    }
}
