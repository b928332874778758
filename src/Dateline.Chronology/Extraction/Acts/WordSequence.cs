using Dateline.Chronology.Extraction.Clauses;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>
/// Words that have to stand in a sentence in order, each with a gap before it or right behind its neighbour: how dictionaries that
/// know no syntax say what has to stand around a verb.
/// </summary>
/// <remarks>
/// Written <c>diplomatic>_tie|_link</c>: items divided by <c>></c>, a leading <c>_</c> forbids a gap towards the predicate, alternatives
/// divided by <c>|</c>, words of one alternative by a space. An item matches a form or a lemma. Immutable.
/// </remarks>
internal sealed class WordSequence
{
    private readonly (string[][] Words, bool IsNear)[] _items;

    private WordSequence((string[][] Words, bool IsNear)[] items) => _items = items;

    public int Count => _items.Length;

    /// <summary>Every single word that is asked for.</summary>
    public IEnumerable<string> Words => _items.SelectMany(item => item.Words).SelectMany(words => words);

    public static WordSequence Parse(string text)
    {
        var items = new List<(string[][], bool)>();
        foreach (var part in text.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var alternatives = part.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var isNear = alternatives.Length > 0 && alternatives[0].StartsWith('_');
            items.Add(([.. alternatives.Select(words => words.TrimStart('_').Split(' ', StringSplitOptions.RemoveEmptyEntries))], isNear));
        }

        return new WordSequence([.. items]);
    }

    /// <summary>Whether the words stand behind <paramref name="predicate"/>, the first nearest.</summary>
    public bool StandsAfter(SentenceTree tree, int predicate)
    {
        var at = predicate + 1;
        foreach (var (words, isNear) in _items)
        {
            var found = -1;
            for (var i = at; i < tree.Sentence.End && found < 0; i++)
            {
                found = EndOf(tree, words, i);
                if (isNear) break;
            }

            if (found < 0) return false;
            at = found;
        }

        return true;
    }

    /// <summary>Whether the words stand before <paramref name="predicate"/>, the last nearest.</summary>
    public bool StandsBefore(SentenceTree tree, int predicate)
    {
        var at = predicate;
        for (var k = _items.Length - 1; k >= 0; k--)
        {
            var (words, isNear) = _items[k];
            var found = -1;
            for (var i = at - 1; i >= tree.Sentence.First && found < 0; i--)
            {
                if (EndOf(tree, words, i) is var end and >= 0 && end <= at && (!isNear || end == at)) found = i;
                if (isNear && at - i > 4) break;
            }

            if (found < 0) return false;
            at = found;
        }

        return true;
    }

    private static int EndOf(SentenceTree tree, string[][] alternatives, int token)
    {
        foreach (var words in alternatives)
        {
            var at = token;
            foreach (var word in words)
            {
                if (at >= tree.Sentence.End || !IsWord(tree, at, word))
                {
                    at = -1;
                    break;
                }

                at++;
            }

            if (at > token) return at;
        }

        return -1;
    }

    private static bool IsWord(SentenceTree tree, int token, string word) =>
        tree.LemmaOf(token).Equals(word, StringComparison.OrdinalIgnoreCase) || tree.Tokens.CharsOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);
}
