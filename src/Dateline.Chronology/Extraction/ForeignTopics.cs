using Dateline.Chronology.Extraction.Acts;
using Dateline.Text;
using Dateline.Text.Tokens;

namespace Dateline.Chronology.Extraction;

/// <summary>
/// Sports, stage and sickbed speak of attacks, defeats and battles that are none: counts the words of such talk in a sentence.
/// </summary>
internal static class ForeignTopics
{
    /// <summary>How many words of a sentence belong to sports, arts or medicine.</summary>
    public static int Count(ActLexicon lexicon, string?[] lemmas, Sentence sentence)
    {
        var words = lexicon.Class("foreign");
        if (words.Count == 0) return 0;
        var ambiguous = lexicon.Class("foreign.weak");
        int count = 0, perhaps = 0;
        var home = lexicon.Class("violence");
        var others = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (lemmas[i] is not { } lemma) continue;
            if (words.Contains(lemma)) count++;
            else if (ambiguous.Contains(lemma)) perhaps++;
            if (home.Contains(lemma)) others++;
        }

        // A ship has a captain too: words of two worlds count in company only, and those of violence outweigh them.
        return Math.Max(0, (count > 0 ? count + perhaps : perhaps / 2) - others);
    }

    /// <summary>How far the whole document is such talk: 0 not, 1 partly, 2 throughout.</summary>
    public static int OfDocument(ActLexicon lexicon, Document document)
    {
        var words = lexicon.Class("foreign");
        if (words.Count == 0) return 0;
        var ambiguous = lexicon.Class("foreign.weak");
        var count = 0;
        var home = lexicon.Class("violence");
        foreach (var lemma in document.Tokens.Lemmas)
        {
            if (lemma is null) continue;
            if (words.Contains(lemma) || ambiguous.Contains(lemma)) count++;
            else if (home.Contains(lemma)) count--;
        }

        // A match in passing makes no sports page.
        if (count < 3) return 0;
        var share = (double)count / document.Tokens.Count;
        return share > 0.025 ? 2 : share > 0.009 ? 1 : 0;
    }
}
