using System.Text;
using System.Text.Json;
using Dateline.Learning.Corpora;

namespace Dateline.Benchmarks;

/// <summary>Writes generated news as inputs for <c>dateline import</c>: <c>generate COUNT FOLDER</c>.</summary>
internal static class GeneratedArticles
{
    /// <summary>Articles of one file.</summary>
    public const int InFile = 1_000;

    /// <summary>Writes files of a thousand articles each, as JSON lines.</summary>
    public static int Run(int count, string folder)
    {
        Directory.CreateDirectory(folder);
        var number = 0;
        foreach (var part in new GeneratedNews().Tell(count / GeneratedNews.Outlets).Chunk(InFile))
            File.WriteAllBytes(Path.Combine(folder, $"{number++:0000}.jsonl"), LinesOf(part));
        Console.WriteLine($"{number} files in {folder}");
        return 0;
    }

    /// <summary>The tellings as JSON lines.</summary>
    public static byte[] LinesOf(IEnumerable<GeneratedTelling> tellings)
    {
        var lines = new StringBuilder();
        foreach (var (article, _, _, _) in tellings)
            lines.Append(JsonSerializer.Serialize(new { id = article.Id, text = article.Text, outlet = article.Outlet, published = article.Published, language = article.Language })).Append('\n');
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
