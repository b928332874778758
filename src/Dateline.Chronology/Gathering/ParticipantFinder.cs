using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Finds who and what takes part in a happening that no lexicon knows, by the tree alone: its doer and whom it is done to, also where they stand
/// at another word (“flew in to open …”, “the man arrested”, “filed a suit”).
/// </summary>
/// <remarks>For one document and one thread; the sentence has to be entered in the tree.</remarks>
internal sealed class ParticipantFinder(SentenceTree tree)
{
    private readonly List<int> _found = [];

    /// <summary>The rows of those who take part in what the word at <paramref name="row"/> tells; each once.</summary>
    public IReadOnlyList<int> Of(int row)
    {
        _found.Clear();
        if (tree.IsVerb(row) || tree.Child(row, Relation.Cop) >= 0) OfVerb(row);
        else OfNoun(row);
        return _found.ToArray();
    }

    private void OfVerb(int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            switch (tree.RelationOf(child).WithoutSubtype())
            {
                case Relation.Obj or Relation.Iobj:
                case Relation.Obl when tree.PrepositionOf(child) is "by" && IsPassive(verb):
                    Add(child, verb);
                    break;
            }
        }

        var subject = SubjectOf(verb);
        if (subject >= 0) Add(subject, verb);
    }

    private void OfNoun(int noun)
    {
        var hasOwn = false;
        foreach (var child in tree.ChildrenOf(noun))
        {
            var relation = tree.RelationOf(child);
            if (relation == Relation.NmodPoss || relation == Relation.Compound || (relation.WithoutSubtype() == Relation.Nmod && tree.PrepositionOf(child) is "of" or "by" or "from" or "with" or "between" or "against"))
            {
                Add(child, noun);
                hasOwn |= relation == Relation.NmodPoss;
            }
        }

        // “filed a suit”, “had a stroke”, “filed for protection”: whoever the verb is about, unless the noun is somebody's already.
        var isObject = tree.RelationOf(noun).WithoutSubtype() is Relation.Obj || (tree.RelationOf(noun).WithoutSubtype() is Relation.Obl && tree.PrepositionOf(noun) is "for" or "into" or "from");
        if (hasOwn || !isObject || tree.HeadOf(noun) is not (var verb and >= 0) || !tree.IsVerb(verb) || IsPassive(verb) || Judges(tree.LemmaOf(verb))) return;
        if (SubjectOf(verb) is var subject and >= 0) Add(subject, verb);
    }

    // The subject, be it of a governing or coordinated verb, or the noun that a participle or relative clause hangs on.
    private int SubjectOf(int verb)
    {
        for (var depth = 0; depth < SentenceTree.MaxDepth && verb >= 0; depth++)
        {
            foreach (var child in tree.ChildrenOf(verb))
            {
                if (tree.RelationOf(child).WithoutSubtype() != Relation.Nsubj) continue;
                return SubjectFinder.Antecedent(tree, child, verb);
            }

            var head = tree.HeadOf(verb);
            switch (tree.RelationOf(verb).WithoutSubtype())
            {
                case Relation.Acl when head >= 0 && !tree.IsVerb(head) && !tree.Has(verb, Morphology.Infinitive):
                    return tree.RelationOf(verb) == Relation.AclRelcl && HasRelative(verb) ? -1 : head;
                case Relation.Xcomp when head >= 0 && tree.Child(head, Relation.Obj) is var made and >= 0 && made < verb:
                    return made;
                case Relation.Xcomp or Relation.Conj or Relation.Advcl or Relation.Parataxis when head >= 0 && (tree.IsVerb(head) || tree.Child(head, Relation.Cop) >= 0):
                    verb = head;
                    break;
                case Relation.Acl when head >= 0 && tree.RelationOf(head).WithoutSubtype() == Relation.Obj:
                    // “made a decision to sell”: whoever made it.
                    verb = tree.HeadOf(head);
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private bool HasRelative(int verb)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (tree.LemmaOf(child) is "which" or "that" or "who" or "whom") return true;
        }

        return false;
    }

    private bool IsPassive(int verb) => tree.Has(verb, Morphology.Passive) || tree.ExactChild(verb, Relation.AuxPass) >= 0 || tree.ExactChild(verb, Relation.NsubjPass) >= 0
        || (tree.RelationOf(verb) == Relation.Acl && tree.Has(verb, Morphology.Participle | Morphology.Past));

    // “condemned the coup”: the act is another's.
    private static bool Judges(string verb) => verb is "condemn" or "denounce" or "criticise" or "criticize" or "welcome" or "praise" or "support" or "oppose" or "reject" or "confirm" or "cover" or "mention" or "discuss"
        or "describe" or "investigate" or "witness" or "watch" or "mark" or "commemorate" or "survive" or "suspect" or "blame";

    // With whoever is joined to him: “Diarra and Cisse said”.
    private void Add(int row, int above)
    {
        row = row >= 0 ? SubjectFinder.Antecedent(tree, row, above) : row;
        if (row < 0 || _found.Contains(row)) return;
        _found.Add(row);
        foreach (var child in tree.ChildrenOf(row))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Conj or Relation.Appos && !tree.IsVerb(child) && !_found.Contains(child)) _found.Add(child);
        }
    }
}
