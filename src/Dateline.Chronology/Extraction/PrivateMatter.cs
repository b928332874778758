using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction;

/// <summary>
/// Tells words and visits between people without office, body or country from what the field codes: “I asked my hairdresser”,
/// “people seeking asylum”, “parents are willing to wait”.
/// </summary>
/// <remarks>
/// PLOVER and CAMEO code acts of states, bodies, groups and those who hold offices in them. Violence, arrests and protests are events
/// whoever takes part; asking, praising, meeting and promising are events only where at least one party is public.
/// </remarks>
internal static class PrivateMatter
{
    /// <summary>Whether nobody who takes part makes the act public.</summary>
    public static bool Is(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions, EventKind kind, string? mode, FoundParties actors, FoundParties recipients)
    {
        if (kind is not (EventKind.Agree or EventKind.Consult or EventKind.Support or EventKind.Concede or EventKind.Request or EventKind.Accuse or EventKind.Reject or EventKind.Cooperate)) return false;
        if (actors.Count + recipients.Count == 0) return false;

        // Whoever travels has to be somebody of whom a state or a body takes note; where he goes to does not make him so.
        var isVisit = mode is "visit";
        return !Any(actors, isVisit) && (isVisit || !Any(recipients, false));

        bool Any(FoundParties side, bool needsOffice)
        {
            for (var i = 0; i < side.Count; i++)
            {
                if (IsPublic(tree, lexicon, mentions.EntityOf(mentions.At(side.Heads[i])), side.Parties[i], side.Heads[i], tree.Document, needsOffice)) return true;
            }

            return false;
        }
    }

    private static bool IsPublic(SentenceTree tree, ActLexicon lexicon, Entity? atHead, Party party, int head, Document document, bool needsOffice)
    {
        if (party.Code is { } code && code is not "CVL") return true;
        var entity = party.Entity >= 0 && party.Entity < document.Entities.Count ? document.Entities[party.Entity] : atHead;
        if (entity is { Kind: MentionKind.Organisation or MentionKind.Group or MentionKind.Nationality or MentionKind.Place or MentionKind.Facility }) return true;
        if (entity is { Kind: MentionKind.Person } && party.Code is null && tree.PosOf(head) is not UniversalPos.Noun) return !needsOffice;
        return tree.PosOf(head) switch
        {
            // “they” may be anybody of whom the text has told; “I” and “we” speak for nobody when nothing links them.
            UniversalPos.Pron => tree.LemmaOf(head).ToLowerInvariant() is not ("i" or "we" or "you") && !IsSpeaker(tree.Tokens.CharsOf(head)),
            UniversalPos.Propn => !needsOffice,
            _ => party.Code is null && (lexicon.Class("body").Contains(tree.LemmaOf(head)) || (lexicon.Class("agent").Contains(tree.LemmaOf(head)) && !IsSomebodysOwn(tree, head))),
        };
    }

    private static bool IsSpeaker(ReadOnlySpan<char> word) => word is "me" or "us" or "Me" or "Us" or "We" or "we" or "You" or "you";

    // “my counterparts”, “our members”
    private static bool IsSomebodysOwn(SentenceTree tree, int head)
    {
        foreach (var child in tree.ChildrenOf(head))
        {
            if (tree.RelationOf(child) == Relation.NmodPoss && tree.LemmaOf(child).ToLowerInvariant() is "my" or "our" or "your" or "i" or "we" or "you") return true;
        }

        return false;
    }
}
