using System.Text;
using Dateline.Text;
using Dateline.Text.Tokens;

namespace Dateline.Learning.Corpora;

/// <summary>Makes a document of sentences whose words and sentence borders are given.</summary>
public static class ConlluDocument
{
    /// <summary>A document with tokens and sentences as in the file, and no tags.</summary>
    /// <param name="sentences">The sentences; each has at least one word.</param>
    /// <param name="language">BCP 47 primary subtag.</param>
    public static Document Of(IReadOnlyList<ConlluSentence> sentences, string language)
    {
        var text = new StringBuilder();
        var count = sentences.Sum(sentence => sentence.Words.Count);
        var spans = new TextSpan[count];
        var forms = new string?[count];
        var spaces = new bool[count];
        var bounds = new Sentence[sentences.Count];
        var multiword = new List<MultiwordToken>();
        var row = 0;
        for (var s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            var (first, start) = (row, text.Length);
            var range = 0;
            for (var i = 0; i < sentence.Words.Count;)
            {
                while (range < sentence.Ranges.Count && sentence.Ranges[range].First < i + 1) range++;
                if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i + 1)
                {
                    // The words of a multiword token share its span, and keep their own forms.
                    var outer = sentence.Ranges[range];
                    var span = new TextSpan(text.Length, outer.Form.Length);
                    text.Append(outer.Form);
                    var last = Math.Min(outer.Last, sentence.Words.Count);
                    multiword.Add(new MultiwordToken(row, last - i, span));
                    for (; i < last; i++, row++) (spans[row], forms[row], spaces[row]) = (span, sentence.Words[i].Form, outer.SpaceAfter);
                    if (outer.SpaceAfter) text.Append(' ');
                    continue;
                }

                var word = sentence.Words[i++];
                (spans[row], spaces[row]) = (new TextSpan(text.Length, word.Form.Length), word.SpaceAfter);
                text.Append(word.Form);
                if (word.SpaceAfter) text.Append(' ');
                row++;
            }

            bounds[s] = new Sentence(first, row - first, TextSpan.FromBounds(start, spans[row - 1].End));
            if (text[^1] != ' ') text.Append(' ');
        }

        var written = text.ToString();
        var document = new Document(written, language: language) { Tokens = new TokenSequence(written, spans, forms, bounds, multiword.ToArray(), spaces) };
        document.Mark(Layers.Tokens | Layers.Sentences);
        return document;
    }
}
