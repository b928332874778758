namespace Dateline.Learning.Corpora;

/// <summary>An HTML page with what an article reader should take from it.</summary>
/// <param name="Id">The page's name in the corpus.</param>
/// <param name="File">The page, perhaps packed by gzip.</param>
/// <param name="Body">The article's text; null where the corpus does not give it.</param>
/// <param name="Title">The headline; null or empty where not given.</param>
/// <param name="Authors">The authors; empty where not given.</param>
/// <param name="HasDate">Whether the corpus says when it was published, be it “nobody knows”.</param>
/// <param name="Date">The date as written; null where there is none.</param>
public sealed record GoldPage(string Id, string File, string? Body, string? Title, IReadOnlyList<string> Authors, bool HasDate, string? Date);

/// <summary>Reads corpora of pages: the article extraction benchmark and the pages of fundus.</summary>
public static class PageCorpus
{
    /// <summary>Reads one file of JSON lines; pages lie beside it.</summary>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<GoldPage> Read(string path) => GoldLines.Read(path, row =>
    {
        var file = row.Text("file") ?? throw new KeyNotFoundException("it names no file");
        var date = row.Has("date") ? "date" : "publishing_date";
        return new GoldPage(
            row.Text("id") ?? file,
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file),
            row.Has("articleBody") ? row.Text("articleBody") : row.Text("text"),
            row.Text("title"),
            [.. row.Strings("author").Where(author => author.Length > 0)],
            row.Has(date) && row.Text(date) != string.Empty,
            row.Text(date));
    });
}
