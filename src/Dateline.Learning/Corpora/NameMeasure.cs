using Dateline.Text.Lexicons;
using Dateline.Text.Names;

namespace Dateline.Learning.Corpora;

/// <summary>What the lexicon says where corpora measure names differently.</summary>
internal sealed class NameMeasure(ActorLexicon lexicon)
{
    private readonly HashSet<string> _adjectives = lexicon.Adjectives().ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a name that ends so is that of a built place.</summary>
    internal bool IsBuilt(string word) => (lexicon.CluesOf(word) & Clue.Built) != Clue.None;

    /// <summary>Whether a word says of which country, people or faith somebody is.</summary>
    internal bool IsNational(string word) => _adjectives.Contains(word) || (lexicon.CluesOf(word) & (Clue.People | Clue.Given | Clue.Family)) == Clue.People;

    /// <summary>Whether the words left after the titles are still an office and no name.</summary>
    internal bool IsOffice(IReadOnlyList<ConlluWord> words, int from, int begin, int to)
    {
        if (begin == from) return false;
        for (var i = begin; i <= to; i++)
        {
            if ((lexicon.CluesOf(words[i].Form) & (Clue.Given | Clue.Family)) != Clue.None) return false;
        }

        // “of Foreign Affairs of Iraq” ends with words that running text or the lexicon knows for something else.
        return words[begin - 1].Form is "of" or "for" or "and" or "the";
    }
}
