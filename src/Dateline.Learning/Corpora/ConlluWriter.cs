using System.Globalization;
using Dateline.Chronology.Export;
using Dateline.Text;
using Dateline.Text.Syntax;
using Dateline.Text.Tokens;

namespace Dateline.Learning.Corpora;

/// <summary>Writes CoNLL-U.</summary>
public static class ConlluWriter
{
    /// <summary>
    /// Writes the words of <paramref name="tokens"/> from row <paramref name="first"/> on in the place of those of
    /// <paramref name="sentence"/>; comments, multiword tokens, empty nodes and the last column stay as they were.
    /// </summary>
    public static void Write(TextWriter writer, ConlluSentence sentence, TokenSequence tokens, int first)
    {
        foreach (var comment in sentence.Comments) writer.WriteLine(comment);
        int range = 0, empty = 0;
        for (; empty < sentence.EmptyNodes.Count && sentence.EmptyNodes[empty].First == 0; empty++) writer.WriteLine(sentence.EmptyNodes[empty].Line);
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            for (; range < sentence.Ranges.Count && sentence.Ranges[range].First <= i + 1; range++) writer.WriteLine(sentence.Ranges[range].Line);
            WriteWord(writer, tokens, first + i, first, sentence.Words[i].Form, sentence.Words[i].Misc);
            for (; empty < sentence.EmptyNodes.Count && sentence.EmptyNodes[empty].First == i + 1; empty++) writer.WriteLine(sentence.EmptyNodes[empty].Line);
        }

        writer.WriteLine();
    }

    /// <summary>Writes a document whose tokens and sentences were found in its own text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="document">The document, with tags and trees.</param>
    /// <param name="id">
    /// The document's name, written as <c># newdoc id</c> and as the beginning of each <c>sent_id</c>; null for a text without
    /// one, whose sentences are numbered only.
    /// </param>
    public static void Write(TextWriter writer, Document document, string? id = null)
    {
        var tokens = document.Tokens;
        // A comment is one line, whatever stands in the id.
        var name = id is null ? null : Spacing.Level(id);
        var range = 0;
        for (var s = 0; s < tokens.Sentences.Length; s++)
        {
            var sentence = tokens.Sentences[s];
            if (name is not null && s == 0) writer.WriteLine($"# newdoc id = {name}");
            writer.WriteLine(name is null ? $"# sent_id = {s + 1}" : $"# sent_id = {name}-{s + 1}");
            writer.WriteLine($"# text = {Spacing.Level(sentence.Span.In(document.Text))}");
            var covered = sentence.First;
            for (var row = sentence.First; row < sentence.End; row++)
            {
                if (range < tokens.MultiwordTokens.Length && tokens.MultiwordTokens[range].First == row)
                {
                    var whole = tokens.MultiwordTokens[range++];
                    var first = row - sentence.First + 1;
                    covered = row + whole.Count;
                    writer.WriteLine($"{first}-{first + whole.Count - 1}\t{Spacing.Level(whole.Span.In(document.Text))}\t_\t_\t_\t_\t_\t_\t_\t{Space(document.Text, whole.Span)}");
                }

                WriteWord(writer, tokens, row, sentence.First, Spacing.Level(tokens.CharsOf(row)), row < covered ? "_" : Space(document.Text, tokens.SpanOf(row)));
            }

            writer.WriteLine();
        }
    }

    private static string Space(string text, TextSpan word) => word.End < text.Length && !char.IsWhiteSpace(text[word.End]) ? "SpaceAfter=No" : "_";

    /// <summary>Writes one word; <paramref name="first"/> is the row of its sentence's first word.</summary>
    public static void WriteWord(TextWriter writer, TokenSequence tokens, int row, int first, string form, string misc)
    {
        writer.Write((row - first + 1).ToString(CultureInfo.InvariantCulture));
        writer.Write('\t');
        writer.Write(form);
        writer.Write('\t');
        writer.Write(tokens.Lemmas[row] ?? "_");
        writer.Write('\t');
        writer.Write(tokens.Upos[row].ToConllu());
        writer.Write('\t');
        writer.Write(tokens.Xpos[row] ?? "_");
        writer.Write('\t');
        writer.Write(tokens.Feats[row] ?? "_");
        writer.Write('\t');
        writer.Write((tokens.Heads[row] < 0 ? 0 : tokens.Heads[row] - first + 1).ToString(CultureInfo.InvariantCulture));
        writer.Write('\t');
        writer.Write(tokens.Relations[row].ToConllu());
        writer.Write("\t_\t");
        writer.WriteLine(misc);
    }
}
