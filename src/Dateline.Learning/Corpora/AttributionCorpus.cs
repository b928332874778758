using System.Text.Json;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>An attribution as marked: each part is a list of pieces of text, empty where it is absent.</summary>
/// <param name="Source">Who says it.</param>
/// <param name="Cue">The words that make it an attribution.</param>
/// <param name="Content">What is said.</param>
public sealed record MarkedAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>A document with its attributions.</summary>
/// <param name="Article">What the program is given.</param>
/// <param name="Attributions">Those with content, in the order of the file.</param>
public sealed record GoldAttributions(Article Article, IReadOnlyList<MarkedAttribution> Attributions) : GoldDocument(Article);

/// <summary>Reads attributions in the form of PolNeAR: parts are lists of spans, spans lists of pieces.</summary>
public static class AttributionCorpus
{
    /// <summary>Reads one file of JSON lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="language">BCP 47 tag of its documents, or null to let it be detected.</param>
    /// <exception cref="InvalidDataException">A row is not of that form.</exception>
    public static IEnumerable<GoldAttributions> Read(string path, string? language = null) => GoldLines.Read(path, row =>
    {
        var text = row.Text("text") ?? throw new KeyNotFoundException("it has no text");
        var offsets = new CodePointOffsets(text);
        var attributions =
            from marked in row.GetProperty("attributions").EnumerateArray()
            let content = Pieces(marked, "content", offsets)
            where content.Length > 0
            select new MarkedAttribution(Pieces(marked, "source", offsets), Pieces(marked, "cue", offsets), content);
        return new GoldAttributions(GoldLines.Article(row, text, language, row.Text("date")), attributions.ToArray());
    });

    private static TextSpan[] Pieces(JsonElement marked, string part, CodePointOffsets offsets) =>
        [.. marked.List(part).SelectMany(span => span.EnumerateArray()).Select(piece => offsets.Span(piece[0].GetInt32(), piece[1].GetInt32()))];
}
