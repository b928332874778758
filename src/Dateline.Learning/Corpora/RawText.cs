using System.Text;

namespace Dateline.Learning.Corpora;

/// <summary>The running text of a treebank, as the CoNLL 2018 shared task gives it to parsers.</summary>
public static class RawText
{
    // White space at the ends of what follows belongs to the text.
    private const string TextComment = "# text = ";

    /// <summary>
    /// The sentences as one text: <c># text</c>, or the tokens by their spaces; a blank line before a new document or paragraph,
    /// and otherwise a space unless the last token has none after it.
    /// </summary>
    public static string Of(IEnumerable<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0 && sentence.Comments.Any(IsBreak))
            {
                TrimEnd(text);
                text.Append("\n\n");
            }

            text.Append(sentence.Comments.FirstOrDefault(comment => comment.StartsWith(TextComment, StringComparison.Ordinal)) is { } written ? written[TextComment.Length..] : Joined(sentence));
            if (EndsWithSpace(sentence)) text.Append(' ');
        }

        TrimEnd(text);
        return text.Append('\n').ToString();
    }

    private static bool IsBreak(string comment) =>
        comment.StartsWith("# newdoc", StringComparison.Ordinal) || comment.StartsWith("# newpar", StringComparison.Ordinal);

    private static string Joined(ConlluSentence sentence)
    {
        var text = new StringBuilder();
        foreach (var (form, spaceAfter) in TokensOf(sentence)) text.Append(form).Append(spaceAfter ? " " : "");
        TrimEnd(text);
        return text.ToString();
    }

    private static bool EndsWithSpace(ConlluSentence sentence) => TokensOf(sentence).Last().SpaceAfter;

    private static IEnumerable<(string Form, bool SpaceAfter)> TokensOf(ConlluSentence sentence)
    {
        var range = 0;
        for (var i = 1; i <= sentence.Words.Count; i++)
        {
            if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i)
            {
                yield return (sentence.Ranges[range].Form, sentence.Ranges[range].SpaceAfter);
                i = Math.Max(i, sentence.Ranges[range++].Last);
            }
            else
            {
                yield return (sentence.Words[i - 1].Form, sentence.Words[i - 1].SpaceAfter);
            }
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
    }
}
