using System.Globalization;
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
