using Dateline.Text.Tokens;

namespace Dateline.Text.Annotators;

/// <summary>
/// Cuts a document into words and sentences. Neither crosses a border of <see cref="Document.Passages"/>; text between
/// passages is read too, as a passage of its own. A dateline (“BAMAKO, Oct 5 (Reuters) –”) is a sentence of its own: it is
/// no part of what the dispatch says first, and a parser would take its place for who did it.
/// </summary>
public sealed class TokenAnnotator : IAnnotator
{
    /// <inheritdoc/>
    public string Name => "tokens";

    /// <inheritdoc/>
    public Layers Reads => Layers.None;

    /// <inheritdoc/>
    public Layers Writes => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public void Annotate(Document document)
    {
        var text = document.Text;
        var tokenizer = Tokenizer.For(document.Language);
        using var rows = new TokenRows();
        var sentences = new List<Sentence>();
        var layout = LineLayout.Of(text);
        var at = 0;
        foreach (var passage in document.Passages)
        {
            var start = Math.Clamp(passage.Span.Start, at, text.Length);
            var end = Math.Clamp(passage.Span.End, start, text.Length);
            Read(text, at, start);
            if (passage.Kind == PassageKind.Paragraph) start = ReadDateline(start, end);
            Read(text, start, end);
            at = end;
        }

        if (at == 0) at = ReadDateline(0, text.Length);
        Read(text, at, text.Length);
        document.Tokens = rows.ToSequence(text, sentences.ToArray());

        int ReadDateline(int start, int end)
        {
            var opening = start + DatelineReader.Read(text.AsSpan(start, end - start)).Length;
            Read(text, start, opening);
            return opening;
        }

        void Read(ReadOnlySpan<char> characters, int start, int end)
        {
            if (start >= end) return;
            var first = rows.Count;
            tokenizer.Tokenize(characters, start, end, rows);
            SentenceSplitter.Split(characters, rows, first, rows.Count, layout, sentences);
        }
    }
}
