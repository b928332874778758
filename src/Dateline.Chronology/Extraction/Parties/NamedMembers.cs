using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// Those of a number who are told by name: “killed twelve miners, including Ana Torres”, “two reporters, Ana Torres and Luis Vega”.
/// </summary>
internal static class NamedMembers
{
    /// <summary>The rows of the names that stand behind a party's head.</summary>
    public static List<int> Of(SentenceTree tree, MentionIndex mentions, int head)
    {
        var found = new List<int>();
        foreach (var child in tree.ChildrenOf(head))
        {
            if (child < head) continue;
            var relation = tree.RelationOf(child).WithoutSubtype();
            var names = relation == Relation.Appos || (relation is Relation.Nmod or Relation.Obl or Relation.Conj or Relation.Dep && IsIncluded(tree, child));
            if (names) Add(tree, mentions, child, found, 0);
        }

        return found;
    }

    private static bool IsIncluded(SentenceTree tree, int token)
    {
        if (tree.PrepositionOf(token) is "including" or "among" or "include") return true;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.LemmaOf(child) is "including" or "include" && child < token) return true;
        }

        return false;
    }

    private static void Add(SentenceTree tree, MentionIndex mentions, int token, List<int> found, int depth)
    {
        if (depth > 6) return;
        if ((mentions.At(token) ?? mentions.NameAround(token)) is { Level: MentionLevel.Name, Kind: MentionKind.Person or MentionKind.Other }) found.Add(token);
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child > token && tree.RelationOf(child) is Relation.Conj or Relation.Appos) Add(tree, mentions, child, found, depth + 1);
        }
    }
}
