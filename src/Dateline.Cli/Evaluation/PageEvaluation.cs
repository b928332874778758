using System.Diagnostics;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text;

namespace Dateline.Cli.Evaluation;

/// <summary>Takes the articles out of HTML pages as <c>dateline read --as html</c> does, and scores them. They are not read any further.</summary>
internal static class PageEvaluation
{
    /// <summary>Reads and scores the pages.</summary>
    /// <param name="paths">Gold files; the pages lie beside them.</param>
    /// <param name="limit">Only the first so many pages; 0 for all.</param>
    /// <param name="threads">How many pages are read at once.</param>
    /// <exception cref="InvalidDataException">A gold file is of another form.</exception>
    public static EvaluationRun Run(IEnumerable<string> paths, int limit, int threads)
    {
        var gold = paths.SelectMany(PageCorpus.Read).Take(limit > 0 ? limit : int.MaxValue).Select((page, i) => page with { Id = $"{i + 1}: {page.Id}" }).ToArray();
        var reader = new ArticleReader();
        var clock = Stopwatch.StartNew();
        var articles = OrderedParallel.Map(gold, threads, page => (page.Id, Articles: Read(reader, page))).ToDictionary(page => page.Id, page => page.Articles, StringComparer.Ordinal);
        var time = clock.Elapsed;
        var words = articles.Values.Sum(found => found.Sum(article => GoldReader.CountWords(article.Text)));
        return new EvaluationRun(PageScorer.Score(gold, articles), gold.Length, words, articles.Values.Count(found => found.Count == 0), time);
    }

    private static IReadOnlyList<Article> Read(ArticleReader reader, GoldPage page)
    {
        using var file = File.OpenRead(page.File);
        return [.. reader.Read(file, "page.html", InputFormat.Html).Where(result => result.Succeeded).Select(result => result.Article!)];
    }
}
