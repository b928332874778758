using Dateline.Learning.Corpora;
using Dateline.Text;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores what was taken from HTML pages.
/// </summary>
/// <remarks>
/// <para>“Body” as in the article extraction benchmark of Scrapinghub: for each page the four-word shingles of text and gold as multisets;
/// precision and recall are their means over the pages where the side concerned has any, F1 is that of the means. “Identical
/// body”: the same words. “Title”, “author”, “date”: over pages whose gold has them; the title by equal words without case, the author by equal sets
/// of names, the date by its day; where the gold says that there is no date, reading none is right.</para>
/// <para>Of several articles of one page the texts are joined and the rest is that of the first. Not scored: tags, comments, images.</para>
/// </remarks>
public static class PageScorer
{
    private const int Shingle = 4;

    /// <summary>Compares what was read of pages with the gold.</summary>
    /// <param name="gold">The pages.</param>
    /// <param name="articles">The articles that were found, by the page's id, in page order.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldPage> gold, IReadOnlyDictionary<string, IReadOnlyList<Article>> articles)
    {
        var sheet = new ScoreSheet();
        var (precisions, recalls) = (new List<double>(), new List<double>());
        var fields = new List<(string Field, bool IsRight)>();
        var several = 0;
        foreach (var page in gold)
        {
            var read = articles.GetValueOrDefault(page.Id) ?? [];
            if (read.Count > 1) several++;
            if (page.Body is { } body)
            {
                var text = string.Join('\n', read.Select(article => article.Text));
                var (wanted, found) = (LevelledText.Words(body), LevelledText.Words(text));
                var (g, f) = (Shingles(wanted), Shingles(found));
                var common = g.Sum(shingle => Math.Min(shingle.Value, f.GetValueOrDefault(shingle.Key)));
                var (total, own) = (g.Values.Sum(), f.Values.Sum());
                if (own > 0) precisions.Add((double)common / own);
                if (total > 0) recalls.Add((double)common / total);
                fields.Add(("identical body", wanted.SequenceEqual(found)));
                if (common != total || common != own) sheet.Error(page.Id, $"body: {common} of {total} gold shingles, {own - common} foreign");
            }

            AddFields(sheet, page, read.Count > 0 ? read[0] : null, fields);
        }

        if (recalls.Count > 0)
        {
            var (precision, recall) = (precisions.Count > 0 ? precisions.Average() : 0, recalls.Average());
            sheet.Figure("body P", 100 * precision);
            sheet.Figure("body R", 100 * recall);
            sheet.Figure("body F1", precision + recall == 0 ? 0 : 200 * precision * recall / (precision + recall));
        }

        foreach (var results in fields.GroupBy(field => field.Field)) sheet.Share(results.Key, results.Count(field => field.IsRight), results.Count());
        sheet.Figure("pages read as several documents", several);
        return sheet;
    }

    private static void AddFields(ScoreSheet sheet, GoldPage page, Article? read, List<(string, bool)> fields)
    {
        if (!string.IsNullOrEmpty(page.Title))
        {
            var same = LevelledText.Words(LevelledText.Fold(page.Title)).SequenceEqual(LevelledText.Words(LevelledText.Fold(read?.Title)));
            fields.Add(("title", same));
            if (!same) sheet.Error(page.Id, $"title: gold “{page.Title}”, read {(read?.Title is { } title ? $"“{title}”" : "-")}");
        }
        if (page.Authors.Count > 0)
        {
            var (wanted, found) = (page.Authors.SelectMany(Bylines.NamesIn).ToHashSet(StringComparer.Ordinal), Bylines.NamesIn(read?.Byline));
            fields.Add(("author", wanted.SetEquals(found)));
            fields.Add(("some author", wanted.Overlaps(found)));
        }

        if (!page.HasDate) return;
        var (day, given) = (Day(page.Date), Day(read?.Published));
        fields.Add(("date", day == given));
        if (day != given) sheet.Error(page.Id, $"date: gold {(day.Length > 0 ? day : "-")}, read {(given.Length > 0 ? given : "-")} ({read?.PublishedBasis ?? "no rule"})");
        if (day.Length > 0 && given.Length > 0) fields.Add(("date, of pages given one", day == given));
    }

    private static string Day(string? date) => date is { Length: > 10 } ? date[..10] : date ?? string.Empty;

    // A text shorter than a shingle is one shingle; an empty one has none.
    private static Dictionary<string, int> Shingles(List<string> words)
    {
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Count > 0 && i < Math.Max(1, words.Count - Shingle + 1); i++)
        {
            var shingle = string.Join(" ", words[i..Math.Min(words.Count, i + Shingle)]);
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }

        return shingles;
    }
}
