using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// Reads on in a row that a parser has broken off: “burned an ambulance, a fuel truck and a bus”, “attacked three banks: the North, …”.
/// </summary>
/// <remarks>
/// By the words alone, not by the tree: chunks of determiners, adjectives, nouns and names between commas, ended by one after “and”.
/// A row without that end, or whose last chunk goes on as a clause, is no row.
/// </remarks>
internal static class NameRow
{
    private const int MaxItems = 12;
    private const int MaxChunk = 14;

    /// <summary>The heads of what follows in the row.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="mentions">The mentions of the document.</param>
    /// <param name="last">The last row of what stands first in it.</param>
    public static List<int> After(SentenceTree tree, MentionIndex mentions, int last)
    {
        var heads = new List<int>();
        var row = last + 1;
        while (heads.Count < MaxItems && row < tree.Sentence.End)
        {
            var isEnd = false;
            row = BehindAge(tree, row);
            if (tree.LemmaOf(row) is "," or ":" or ";")
            {
                row++;
                if (row < tree.Sentence.End && tree.LemmaOf(row) is "and") (isEnd, row) = (true, row + 1);
            }
            else if (tree.LemmaOf(row) is "and" && tree.PosOf(row) == UniversalPos.Cconj)
            {
                (isEnd, row) = (true, row + 1);
            }
            else
            {
                return [];
            }

            var head = Chunk(tree, mentions, ref row);
            if (head < 0 || IsSubject(tree, head)) return [];
            if (!IsApposition(tree, mentions, heads.Count > 0 ? heads[^1] : last, head)) heads.Add(head);
            if (!isEnd) continue;
            return row >= tree.Sentence.End || !GoesOn(tree, row) ? heads : [];
        }

        return [];
    }

    /// <summary>The heads of what stands before the last one in a row: “Ana Torres, two nurses and the driver were killed”.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="mentions">The mentions of the document.</param>
    /// <param name="first">The first row of what stands last in it.</param>
    public static List<int> Before(SentenceTree tree, MentionIndex mentions, int first)
    {
        var end = first - 1;
        if (end <= tree.Sentence.First || tree.LemmaOf(end) is not "and" || tree.PosOf(end) != UniversalPos.Cconj) return [];
        if (tree.LemmaOf(end - 1) is ",") end--;
        var start = end;
        var brackets = 0;
        while (start > tree.Sentence.First && end - start < MaxItems * MaxChunk)
        {
            var row = start - 1;
            if (tree.LemmaOf(row) is ")" or "]") brackets++;
            else if (tree.LemmaOf(row) is "(" or "[") brackets--;
            else if (brackets == 0 && !BelongsInRow(tree, row)) break;
            start--;
        }

        // “with Ana Torres, two nurses and the driver”: the row is another word's.
        if (brackets != 0 || (start > tree.Sentence.First && tree.PosOf(start - 1) == UniversalPos.Adp)) return [];
        var heads = new List<int>();
        var at = start;
        while (at < end)
        {
            var head = Chunk(tree, mentions, ref at, bound: end);
            if (head < 0) return [];
            if (heads.Count == 0 || !IsApposition(tree, mentions, heads[^1], head)) heads.Add(head);
            if (at < end && tree.LemmaOf(at) is not ("," or ";" or "--" or "–" or "—")) return [];
            at++;
        }

        return heads;
    }

    // “Ana Torres, 42; Luis Vega, 19, and …”
    private static int BehindAge(SentenceTree tree, int row) =>
        row + 2 < tree.Sentence.End && tree.LemmaOf(row) is "," && tree.PosOf(row + 1) == UniversalPos.Num && tree.Tokens.CharsOf(row + 1).Length < 3 && tree.LemmaOf(row + 2) is "," or ";" ? row + 2 : row;

    private static bool BelongsInRow(SentenceTree tree, int row) => tree.PosOf(row) switch
    {
        UniversalPos.Noun or UniversalPos.Propn or UniversalPos.Det or UniversalPos.Adj or UniversalPos.Num => true,
        UniversalPos.Part => tree.LemmaOf(row) is "'s" or "'" or "’s",
        UniversalPos.Adp => tree.LemmaOf(row) is "of",
        UniversalPos.Punct => tree.LemmaOf(row) is "," or "\"" or "“" or "”" or "-" or "'",
        _ => false,
    };

    // “Ana Torres, rector of the university”: she once more.
    private static bool IsApposition(SentenceTree tree, MentionIndex mentions, int before, int head) =>
        tree.PosOf(head) == UniversalPos.Noun && !tree.Has(head, Morphology.Plural) && mentions.NameAround(before) is { Kind: MentionKind.Person };

    // The chunk's head: the last noun before a preposition, or of a person the first word of the name.
    private static int Chunk(SentenceTree tree, MentionIndex mentions, ref int row, int bound = int.MaxValue)
    {
        bound = Math.Min(bound, tree.Sentence.End);
        int head = -1, brackets = 0;
        var first = row;
        var isBehind = false;
        for (; row < bound && row - first < MaxChunk; row++)
        {
            var lemma = tree.LemmaOf(row);
            if (lemma is "(" or "[") brackets++;
            else if (lemma is ")" or "]") brackets--;
            if (brackets > 0 || lemma is ")" or "]") continue;
            switch (tree.PosOf(row))
            {
                case UniversalPos.Noun or UniversalPos.Propn:
                    if (mentions.TimeAt(row) is not null) return -1;
                    if (!isBehind) head = row;
                    break;
                case UniversalPos.Det or UniversalPos.Adj or UniversalPos.Num or UniversalPos.Part when lemma is not ("to" or "not"):
                    break;
                case UniversalPos.Adp when head >= 0 && lemma is "of" or "in" or "at" or "from" or "near":
                    isBehind = true;
                    break;
                case UniversalPos.Punct when lemma is "\"" or "“" or "”" or "'" or "-":
                    break;
                default:
                    return head;
            }
        }

        return head;
    }

    private static bool IsSubject(SentenceTree tree, int head) => head >= 0 && tree.RelationOf(head).WithoutSubtype() is Relation.Nsubj;

    private static bool GoesOn(SentenceTree tree, int row) => tree.PosOf(row) is UniversalPos.Verb or UniversalPos.Aux or UniversalPos.Pron or UniversalPos.Noun or UniversalPos.Propn;
}
