using System.Text;
using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>A syntactic word, placed in the text without its white space.</summary>
/// <param name="Word">Form, tags, lemma and relation.</param>
/// <param name="Start">First character; the words of a multiword token have its borders.</param>
/// <param name="End">First character after it.</param>
/// <param name="IsPart">Whether it is part of a multiword token.</param>
/// <param name="Head">Index of the head among all words, -1 for the root, -2 where none is given.</param>
internal sealed record PlacedWord(ConlluWord Word, int Start, int End, bool IsPart, int Head)
{
    public const int NoHead = -2;

    /// <summary>The relation without its subtype.</summary>
    public string Relation => Word.Relation.Split(':')[0];
}

/// <summary>A treebank as one text without white space, with its sentences, tokens and words as stretches of it.</summary>
internal sealed class TreebankText
{
    public TreebankText(IEnumerable<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            var (start, first) = (text.Length, Words.Count);
            var range = 0;
            var covered = (Last: 0, Start: 0, End: 0);
            for (var i = 1; i <= sentence.Words.Count; i++)
            {
                var word = sentence.Words[i - 1];
                while (range < sentence.Ranges.Count && sentence.Ranges[range].First < i) range++;
                if (range < sentence.Ranges.Count && sentence.Ranges[range].First == i)
                {
                    var whole = sentence.Ranges[range++];
                    var (from, to) = Append(text, whole.Form);
                    covered = (whole.Last, from, to);
                }

                var head = word.Head switch { < 0 => PlacedWord.NoHead, 0 => -1, var position => first + position - 1 };
                if (i <= covered.Last)
                {
                    Words.Add(new PlacedWord(word, covered.Start, covered.End, IsPart: true, head));
                }
                else
                {
                    var (from, to) = Append(text, word.Form);
                    Words.Add(new PlacedWord(word, from, to, IsPart: false, head));
                }
            }

            Sentences.Add((start, text.Length));
        }

        Characters = text.ToString();
    }

    /// <summary>All characters but white space.</summary>
    public string Characters { get; }

    public List<(int Start, int End)> Sentences { get; } = [];

    /// <summary>Orthographic tokens: a multiword token is one.</summary>
    public List<(int Start, int End)> Tokens { get; } = [];

    public List<PlacedWord> Words { get; } = [];

    private (int Start, int End) Append(StringBuilder text, string form)
    {
        var start = text.Length;
        foreach (var letter in form)
        {
            if (!char.IsWhiteSpace(letter)) text.Append(letter);
        }

        Tokens.Add((start, text.Length));
        return (start, text.Length);
    }
}
