using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>“The two countries”, “both sides”: the two that the sentences just before have named, and no third.</summary>
internal sealed class PairLinks(SentenceTree tree, MentionIndex mentions)
{
    private const int SentencesBack = 2;

    /// <summary>The codes of both, joined by a semicolon; null when the word means no such pair or it is not certain which.</summary>
    public string? Of(int token)
    {
        if (!IsPair(token)) return null;
        var sentence = tree.Tokens.SentenceOf[token];
        for (var back = 0; back <= SentencesBack && sentence - back >= 0; back++)
        {
            var row = tree.Tokens.Sentences[sentence - back];
            string? one = null, other = null;
            foreach (var mention in mentions.Within(row.First, back == 0 ? token : row.End))
            {
                if (mention.Level != MentionLevel.Name || mention.Kind != MentionKind.Place) continue;
                if (mentions.EntityOf(mention) is not { Country: { } country, Code: { } code } || code != country) continue;
                if (one is null || one == country) one = country;
                else if (other is null || other == country) other = country;
                else return null;
            }

            if (one is not null && other is not null) return $"{one};{other}";
            if (one is not null) return null;
        }

        return null;
    }

    private bool IsPair(int token)
    {
        if (tree.LemmaOf(token) is not ("country" or "nation" or "neighbour" or "neighbor" or "state" or "pays" or "side" or "government" or "ally" or "rival")) return false;
        if (!tree.Has(token, Morphology.Plural)) return false;
        var counts = false;
        foreach (var child in tree.ChildrenOf(token))
        {
            switch (tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Nummod: counts |= tree.Tokens.CharsOf(child) is "two" or "deux"; break;
                case Relation.Det: counts |= tree.LemmaOf(child) is "both"; break;
                case Relation.Amod when tree.LemmaOf(child) is not ("neighbouring" or "neighboring" or "two"): return false;
                case Relation.Nmod: return false;
            }
        }

        return counts;
    }
}
