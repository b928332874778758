using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// Leads a pronoun back to a noun of its own sentence where the grammar leaves no choice: “The army said it had …”.
/// </summary>
/// <remarks>
/// A subject pronoun of a reported clause is the speaker, that of an adverbial clause the subject of its main clause, a possessive
/// the subject of its own verb; only if that noun agrees and no other that agrees stands in between.
/// </remarks>
internal sealed class PronounLinks(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions)
{
    private enum Wanted
    {
        None,
        It,
        Person,
        They,
    }

    /// <summary>The row of the noun, or -1 when it is not certain.</summary>
    public int Antecedent(int pronoun)
    {
        var wanted = WantedBy(pronoun);
        if (wanted == Wanted.None) return -1;
        var at = pronoun;
        var verb = -1;
        for (var depth = 0; depth < 8; depth++)
        {
            var head = tree.HeadOf(at);
            if (head < 0) return -1;
            at = head;
            if (!tree.IsVerb(at) && tree.Child(at, Relation.Cop) < 0) continue;
            verb = at;
            break;
        }

        if (verb < 0) return -1;
        if (tree.RelationOf(pronoun) == Relation.NmodPoss && tree.ExactChild(verb, Relation.Nsubj) is var own and >= 0 && own != pronoun && !tree.IsUnder(pronoun, own))
        {
            // “Kenya withdrew its troops”; “Kenya told Uganda to move its troops” has a verb between and stays open.
            return own < pronoun && tree.PosOf(own) != UniversalPos.Pron && Agrees(own, wanted) && !HasRival(verb, own, pronoun, wanted) ? own : -1;
        }

        if (tree.RelationOf(pronoun) is Relation.Obj or Relation.Iobj && tree.ExactChild(verb, Relation.Nsubj) < 0 && tree.ExactChild(verb, Relation.NsubjPass) < 0) return Other(verb, pronoun, wanted);
        for (var depth = 0; depth < 6; depth++)
        {
            var governor = tree.HeadOf(verb);
            if (governor < 0) return -1;
            switch (tree.RelationOf(verb).WithoutSubtype())
            {
                case Relation.Ccomp or Relation.Advcl when tree.IsVerb(governor) || tree.Child(governor, Relation.Cop) >= 0:
                    var subject = SubjectFinder.Find(tree, lexicon, governor, out _);
                    if (subject < 0 || subject == pronoun || tree.IsUnder(subject, verb)) return -1;
                    if (tree.PosOf(subject) == UniversalPos.Pron) return -1;
                    return Agrees(subject, wanted) && !HasRival(governor, subject, pronoun, wanted) ? subject : -1;
                case Relation.Conj or Relation.Xcomp:
                    verb = governor;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    // “Kenya left the bloc, accusing it …”: whoever acts in both clauses is not what the second acts upon, so it is the other one.
    private int Other(int verb, int pronoun, Wanted wanted)
    {
        var governor = tree.HeadOf(verb);
        if (governor < 0 || tree.RelationOf(verb).WithoutSubtype() is not (Relation.Advcl or Relation.Conj) || !tree.IsVerb(governor)) return -1;
        var found = -1;
        foreach (var child in tree.ChildrenOf(governor))
        {
            if (child < governor || child > verb || tree.RelationOf(child).WithoutSubtype() is not (Relation.Obj or Relation.Obl) || !tree.IsNominal(child) || !Agrees(child, wanted)) continue;
            if (found >= 0) return -1;
            found = child;
        }

        return found >= 0 && tree.PosOf(found) != UniversalPos.Pron ? found : -1;
    }

    // Another noun of the governing clause that the pronoun could as well stand for.
    private bool HasRival(int verb, int subject, int pronoun, Wanted wanted)
    {
        foreach (var child in tree.ChildrenOf(verb))
        {
            if (child == subject || child > pronoun || tree.IsUnder(pronoun, child)) continue;
            if (tree.RelationOf(child).WithoutSubtype() is not (Relation.Obj or Relation.Iobj or Relation.Obl or Relation.Nsubj)) continue;
            if (tree.IsNominal(child) && tree.PosOf(child) is not (UniversalPos.Num or UniversalPos.Adj) && Agrees(child, wanted)) return true;
        }

        return false;
    }

    private Wanted WantedBy(int pronoun)
    {
        if (tree.PosOf(pronoun) is not (UniversalPos.Pron or UniversalPos.Det)) return Wanted.None;
        Span<char> lower = stackalloc char[8];
        var chars = tree.Tokens.CharsOf(pronoun);
        if (chars.Length > lower.Length) return Wanted.None;
        return lower[..chars.ToLowerInvariant(lower)] switch
        {
            "it" or "its" => Wanted.It,
            "he" or "she" or "his" or "her" or "him" => Wanted.Person,
            "they" or "their" or "them" => Wanted.They,
            _ => Wanted.None,
        };
    }

    private bool Agrees(int noun, Wanted wanted)
    {
        var joined = tree.Child(noun, Relation.Conj) is var conjunct and >= 0 && tree.IsNominal(conjunct);
        var isPlural = joined || tree.Has(noun, Morphology.Plural);
        var mention = mentions.At(noun);
        var isPerson = mention?.Kind == MentionKind.Person;
        var isBody = mention?.Kind is MentionKind.Organisation or MentionKind.Group or MentionKind.Place;
        if (mention is null or { Kind: MentionKind.Other or MentionKind.Role })
        {
            // A name that nothing is known of may be either.
            if (tree.PosOf(noun) == UniversalPos.Propn) isBody = isPerson = true;
            else if (lexicon.Class("body").Contains(tree.LemmaOf(noun))) isBody = true;
            else if (lexicon.Class("agent").Contains(tree.LemmaOf(noun))) isPerson = true;
        }

        return wanted switch
        {
            Wanted.It => isBody && !joined && (!isPlural || IsNameOfBody(mention)),
            Wanted.Person => isPerson && !isPlural,
            Wanted.They => isPlural ? isBody || isPerson : isBody && mention?.Kind is not MentionKind.Place,
            _ => false,
        };
    }

    // “The United Nations said it …”: a plural form that names one body.
    private static bool IsNameOfBody(Mention? mention) => mention is { Level: MentionLevel.Name, Kind: MentionKind.Organisation or MentionKind.Place };
}
