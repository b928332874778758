using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>Reads documents as they were given to the program, in the form of the reading contract.</summary>
public static class InputCorpus
{
    /// <summary>The documents of a file of JSON lines, in its order.</summary>
    /// <exception cref="InvalidDataException">A row has no id or no text.</exception>
    public static IReadOnlyList<Article> Read(string path) =>
        [.. GoldLines.Read(path, row => GoldLines.Article(row, row.Text("text") ?? throw new KeyNotFoundException("it has no text"), row.Text("language"), row.Text("published")))];
}
