using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>To whom an act is done: in the frame's slots, behind what stands there, in what is promised or asked, or the land it lies upon.</summary>
internal sealed class RecipientFinder(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions, PartyFinder parties)
{
    private static readonly ActSlot[] Spoken = [.. new[] { "to", "with", "against", "from", "for", "on", "obj", "à", "avec", "contre", "sur", "envers" }.Select(ActSlot.Parse)];
    private static readonly ActSlot[] Addressed = [.. new[] { "to", "with", "against", "for" }.Select(ActSlot.Parse)];
    private static readonly ActSlot[] Doers = [.. new[] { "subj", "by", "poss", "of", "mod" }.Select(ActSlot.Parse)];
    private static readonly ActSlot[] Aided = [.. new[] { "obj", "for", "to", "in" }.Select(ActSlot.Parse)];

    private readonly FoundParties _inner = new();

    /// <summary>Finds the recipients.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="clause">The predicate with what stands around it.</param>
    /// <param name="found">Receives them; is emptied first.</param>
    public void Find(ActFrame frame, Clause clause, FoundParties found)
    {
        var kind = frame.Kind!.Value;
        var stepsBehind = kind is EventKind.Accuse or EventKind.Support or EventKind.Reject or EventKind.Concede or EventKind.Request or EventKind.Threaten;
        var takesDeeds = stepsBehind || kind is EventKind.Protest;

        // “refused to send peacekeepers to Angola”: whoever the thing would have gone to, not the thing.
        if (frame.Has(ActTraits.Content) && clause.Content >= 0 && tree.LemmaOf(clause.Content) is "send" or "deploy" or "dispatch" or "contribute" or "provide" or "supply" or "deliver"
            && FindInContent(kind, clause, found)) return;
        parties.FindAny(clause, frame.Recipients, found, takesDeeds);
        if (found.Count == 0 || !found.Heads.Exists(parties.IsKnown)) FindBelow(frame, clause, found);
        if (takesDeeds && StepBehind(clause, found)) return;
        StepUnder(clause, found);
        DropVoid(found);
        if (frame.Has(ActTraits.Content) && !found.Heads.Exists(parties.CanAct) && FindInContent(kind, clause, found)) return;
        if (kind is not (EventKind.Accuse or EventKind.Support or EventKind.Reject or EventKind.Protest)) DropDeeds(found);
        if (found.Count > 0) return;
        if (kind is EventKind.Mobilize or EventKind.Protest or EventKind.Consult && FindAimed(kind, clause, found)) return;
        if (frame.Has(ActTraits.Reciprocal)) return;
        if (kind is EventKind.Concede or EventKind.Support or EventKind.Request or EventKind.Agree or EventKind.Reject && FindAllowed(clause, found)) return;
        if (kind is EventKind.Retreat or EventKind.Coerce or EventKind.Sanction or EventKind.Threaten or EventKind.Accuse && clause.Object >= 0 && parties.IsDeed(clause.Object))
        {
            // “lifted its boycott of the ranchers”
            foreach (var child in tree.ChildrenOf(clause.Object))
            {
                if (child > clause.Object && tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "of" && parties.CanAct(child)) parties.AddKnown(clause, child, found, PartyRoute.Behind);
            }

            if (found.Count > 0) return;
        }

        if (kind == EventKind.Aid) FindAided(clause, found);
        if (found.Count == 0) FindTerritory(frame, clause, found);
        if (found.Count == 0 && kind is EventKind.Reject or EventKind.Accuse && frame.Word == ActWord.Verb && !clause.IsPassive && clause.Object > clause.Predicate
            && Array.Exists(frame.Recipients, slot => slot.Function == ActFunction.Object) && tree.PosOf(clause.Object) == UniversalPos.Noun && lexicon.Class("outcome").Contains(tree.LemmaOf(clause.Object)))
        {
            // “rejected the results”: what nobody stands behind is itself rejected.
            parties.AddTerritory(clause, clause.Object, found);
        }
    }

    // “mobilised troops for a battle against the rebels”, “went on strike to protest against the ministry”,
    // “a mission to end the feud between Kenya and Uganda”: those whom the aim names.
    private bool FindAimed(EventKind kind, Clause clause, FoundParties found)
    {
        if (!Search(clause.Predicate, 0) && !(clause.LightVerb >= 0 && Search(clause.LightVerb, 0))) return false;
        found.Route = PartyRoute.Purpose;
        return true;

        bool Search(int token, int depth)
        {
            if (depth > 4) return false;
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child < token) continue;
                var relation = tree.RelationOf(child);
                var isAim = tree.IsVerb(child) && (tree.Has(child, Morphology.Infinitive) || (relation == Relation.Acl && VerbClause.IsPassive(tree, child)))
                    && relation is Relation.Advcl or Relation.Acl or Relation.Xcomp;
                if (relation.WithoutSubtype() is Relation.Nmod or Relation.Obl && tree.PrepositionOf(child) is { } preposition)
                {
                    var wanted = kind == EventKind.Consult ? depth > 0 && preposition is "between" : preposition is "against";
                    if (wanted && mentions.TimeAt(child) is null)
                    {
                        parties.AddKnown(clause, child, found, PartyRoute.Purpose);
                        if (found.Count > 0) return true;
                    }

                    if (preposition is not ("after" or "before" or "during" or "since" or "until" or "by") && !parties.CanAct(child) && Search(child, depth + 1)) return true;
                }
                else if ((isAim || (relation == Relation.Obj && (depth == 0 || !parties.CanAct(child)))) && Search(child, depth + 1))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // “gave approval for the Red Cross to deliver food”: he who may.
    private bool FindAllowed(Clause clause, FoundParties found)
    {
        if (Search(clause.Predicate) || (clause.LightVerb >= 0 && Search(clause.LightVerb)) || (clause.Object >= 0 && Search(clause.Object)))
        {
            found.Route = PartyRoute.Content;
            return true;
        }

        return false;

        bool Search(int token)
        {
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child < token || !tree.IsVerb(child) || tree.RelationOf(child) is not (Relation.Advcl or Relation.Acl or Relation.Ccomp or Relation.Xcomp)) continue;
                var mark = tree.Child(child, Relation.Mark);
                if (mark < 0 || tree.LemmaOf(mark) is not ("for" or "to") || tree.ExactChild(child, Relation.Nsubj) is not (var subject and >= 0) || subject > child) continue;
                parties.AddKnown(clause, subject, found, PartyRoute.Content);
                if (found.Count > 0) return true;
            }

            return false;
        }
    }

    // “refused to lift the ban that it had imposed on the charities”: the ban is on somebody.
    private void StepUnder(Clause clause, FoundParties found)
    {
        if (found.Count != 1 || !lexicon.Class("sanction").Contains(tree.LemmaOf(found.Heads[0]))) return;
        _inner.Clear();
        foreach (var child in tree.ChildrenOf(found.Heads[0]))
        {
            if (child < found.Heads[0]) continue;
            var relation = tree.RelationOf(child).WithoutSubtype();
            if (relation == Relation.Nmod && tree.PrepositionOf(child) is "on" or "against") parties.AddKnown(clause, child, _inner, PartyRoute.Behind);
            if (relation == Relation.Acl && tree.IsVerb(child))
            {
                foreach (var inner in tree.ChildrenOf(child))
                {
                    if (_inner.Count == 0 && tree.RelationOf(inner).WithoutSubtype() == Relation.Obl && tree.PrepositionOf(inner) is "on" or "against" && mentions.TimeAt(inner) is null)
                        parties.AddKnown(clause, inner, _inner, PartyRoute.Behind);
                }
            }

            if (_inner.Count == 0) continue;
            found.TakeFrom(_inner);
            return;
        }
    }

    // “rejected the decision of the court”: the court is rejected. What nobody stands behind stays what it is.
    private bool StepBehind(Clause clause, FoundParties found)
    {
        if (found.Count == 0 || found.IsLinked || found.Heads.Exists(parties.CanAct)) return false;
        _inner.Clear();

        // “welcomed the decision by Somalia”: of an active verb “by” is no doer, so it belongs to the thing.
        if (!clause.IsPassive && clause.Oblique("by") is var by and >= 0 && by > found.Heads[0] && parties.CanAct(by) && tree.IsVerb(clause.Predicate))
        {
            parties.AddKnown(clause, by, _inner, PartyRoute.Behind);
            if (_inner.Count > 0)
            {
                found.TakeFrom(_inner);
                found.Route = PartyRoute.Behind;
                return true;
            }
        }

        foreach (var thing in found.Heads)
        {
            if (!Take(thing, clause.Subject)) continue;
            found.TakeFrom(_inner);
            found.Route = PartyRoute.Behind;
            return true;
        }

        return false;
    }

    private bool Take(int thing, int subject)
    {
        var behind = parties.BehindOf(thing, takesOf: !IsDoneToOf(thing));
        if (behind < 0 || behind == subject) return false;
        _inner.Clear();
        if (behind < thing && tree.RelationOf(behind) is not (Relation.NmodPoss or Relation.Nsubj)) parties.AddModifier(behind, _inner);
        else parties.AddKnown(null, behind, _inner, PartyRoute.Behind);
        return _inner.Count > 0;
    }

    private void DropVoid(FoundParties found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (parties.IsVoid(found.Heads[i])) found.RemoveAt(i);
        }
    }

    private void DropDeeds(FoundParties found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (parties.IsDeed(found.Heads[i]) && !parties.CanAct(found.Heads[i])) found.RemoveAt(i);
        }
    }

    // “filed a lawsuit in a court against the company”, “restrictions imposed on the party”: the frame's preposition hangs deeper.
    private void FindBelow(ActFrame frame, Clause clause, FoundParties found)
    {
        if (!SearchBelow(frame, clause)) return;
        found.TakeFrom(_inner);
        found.Route = PartyRoute.Beside;
    }

    private bool SearchBelow(ActFrame frame, Clause clause)
    {
        _inner.Clear();
        return Search(clause.Predicate, 0) || (clause.LightVerb >= 0 && Search(clause.LightVerb, 0));

        bool Search(int token, int depth)
        {
            if (depth > 3) return false;
            foreach (var child in tree.ChildrenOf(token))
            {
                if (child < token) continue;
                var relation = tree.RelationOf(child);
                switch (relation.WithoutSubtype())
                {
                    case Relation.Nmod or Relation.Obl:
                        if (tree.PrepositionOf(child) is { } preposition && preposition is not ("of" or "in" or "at" or "by" or "for" or "de" or "dans" or "par") && Asks(frame, preposition))
                        {
                            if (clause.LightVerb < 0 && depth == 0) break;
                            parties.AddKnown(clause, child, _inner, PartyRoute.Beside);
                            if (_inner.Count > 0) { clause.Lift(child); return true; }
                        }

                        if ((!parties.CanAct(child) || mentions.TimeAt(child) is not null || tree.PrepositionOf(child) is "in" or "at" or "during") && Search(child, depth + 1)) return true;
                        break;
                    case Relation.Obj when child > token && (depth == 0 || !parties.CanAct(child)):
                        if (Search(child, depth + 1)) return true;
                        break;
                    case Relation.Conj when depth > 0 && tree.IsNominal(child):
                        if (Search(child, depth + 1)) return true;
                        break;
                    case Relation.Acl when depth > 0 && relation == Relation.Acl && tree.IsVerb(child) && VerbClause.IsPassive(tree, child):
                        if (Search(child, depth + 1)) return true;
                        break;
                }
            }

            return false;
        }
    }

    private static bool Asks(ActFrame frame, string preposition)
    {
        foreach (var slot in frame.Recipients)
        {
            if (slot.Preposition == preposition) return true;
        }

        return false;
    }

    // “the killing of farmers”: after “of” stand those it is done to.
    private bool IsDoneToOf(int noun)
    {
        if (lexicon.EntryOf(tree.LemmaOf(noun)) is not { } entry) return false;
        foreach (var frame in entry.FramesOf(ActWord.Noun))
        {
            if (frame.Kind is { } kind && kind.QuadClass() is 2 or 4) return true;
        }

        return false;
    }

    private bool FindInContent(EventKind kind, Clause clause, FoundParties found)
    {
        foreach (var token in ContentsOf(clause))
        {
            if (!Look(kind, token, 0)) continue;
            found.TakeFrom(_inner);
            found.Route = PartyRoute.Content;
            return true;
        }

        return false;
    }

    private bool Look(EventKind kind, int token, int depth)
    {
        if (depth > 3) return false;
        var isVerb = tree.IsVerb(token);
        var entry = lexicon.EntryOf(tree.LemmaOf(token));
        if (!isVerb && entry is not { HasFrames: true } && depth == 0) return false;
        var inner = isVerb ? VerbClause.Read(tree, lexicon, token) : NounClause.Read(tree, lexicon, token);
        var frame = entry is null ? null : FrameMatcher.Match(tree, lexicon, inner, entry.FramesOf(isVerb ? ActWord.Verb : ActWord.Noun));
        if (kind == EventKind.Request && depth == 0)
        {
            // “demanded that the minister resign”: he is asked who is to do it.
            if (isVerb && inner.Subject >= 0 && !inner.IsSubjectInherited) parties.FindActing(inner, [new(ActFunction.Subject, null)], _inner);
            else if (isVerb && inner.IsPassive && inner.Subject < 0 && inner.Object >= 0) parties.FindActing(inner, [new(ActFunction.Object, null)], _inner);
            else if (!isVerb && frame is { Kind: EventKind.Retreat or EventKind.Concede }) parties.FindActing(inner, Doers, _inner);
            else _inner.Clear();
            if (_inner.Count > 0) return true;
        }

        if (frame is not null)
        {
            parties.FindAny(inner, frame.Recipients, _inner, takesDeeds: false);
            if (_inner.Heads.Exists(parties.IsKnown) && !_inner.Heads.TrueForAll(IsOwn)) return true;
        }

        // “refused to allow the plane to land”: whatever is let or not.
        if (isVerb && inner.Object >= 0 && tree.LemmaOf(token) is "allow" or "let" or "permit" or "authorise" or "authorize" or "enable")
        {
            parties.FindAny(inner, [new(ActFunction.Object, null)], _inner, takesDeeds: false);
            if (_inner.Count > 0) return true;
        }

        // “refused to send peacekeepers or teachers to Angola”
        if (frame is not null && isVerb && SearchBelow(frame, inner)) return true;

        // An unknown verb's or noun's own company, and then that of what it governs: “allow the return of aid workers”. Those sent are no receivers.
        parties.FindActing(inner, isVerb && tree.LemmaOf(token) is "send" or "deploy" or "dispatch" or "contribute" ? Addressed : Spoken, _inner);
        if (_inner.Count > 0 && !_inner.Heads.TrueForAll(IsOwn)) return true;
        if (kind is EventKind.Reject or EventKind.Agree or EventKind.Concede && isVerb)
        {
            // “refused to respond to a request from the court”
            if (inner.Object >= 0 && lexicon.Class("request").Contains(tree.LemmaOf(inner.Object)) && Take(inner.Object, inner.Subject)) return true;
            if (inner.Oblique("to") is var to and >= 0 && lexicon.Class("request").Contains(tree.LemmaOf(to)) && Take(to, inner.Subject)) return true;
        }

        foreach (var child in tree.ChildrenOf(token))
        {
            var relation = tree.RelationOf(child).WithoutSubtype();
            var follows = relation is Relation.Xcomp or Relation.Obj or Relation.Ccomp || (relation is Relation.Advcl or Relation.Acl && tree.Has(child, Morphology.Infinitive))
                || (relation == Relation.Obl && tree.PrepositionOf(child) is "to" or "with" && lexicon.EntryOf(tree.LemmaOf(child)) is { HasFrames: true })
                || (relation == Relation.Nmod && tree.PrepositionOf(child) is "of" or "to" or "for");
            if (follows && child > token && Look(kind, child, depth + 1)) return true;
        }

        if (frame is not null && (kind is not EventKind.Agree || inner.Obliques.Count > 0))
        {
            parties.FindAny(inner, frame.Recipients, _inner, takesDeeds: false);
            if (_inner.Count > 0 && !_inner.Heads.TrueForAll(IsOwn) && (kind is not EventKind.Agree || !_inner.Heads.Contains(inner.Object))) return true;
        }

        return depth == 0 && isVerb && Land(inner, _inner, "in", "into", "at", "on", "to");
    }

    // “its troops” are the doer's own, and suffer nothing when he withdraws them.
    private bool IsOwn(int head) => tree.ExactChild(head, Relation.NmodPoss) is var owner and >= 0 && tree.PosOf(owner) is UniversalPos.Pron or UniversalPos.Det;

    private IEnumerable<int> ContentsOf(Clause clause)
    {
        if (clause.Content >= 0) yield return clause.Content;
        if (clause.Object >= 0 && clause.Content < 0) yield return clause.Object;
        foreach (var (name, token) in clause.Obliques)
        {
            if (name is "for" or "to" or "of" or "with" or "against" or "on" or "from" && lexicon.EntryOf(tree.LemmaOf(token)) is { HasFrames: true }) yield return token;
        }
    }

    // “sent doctors to help Mozambique”, “paid for food for the displaced”
    private void FindAided(Clause clause, FoundParties found)
    {
        if (Aim(clause.Predicate, found) || (clause.LightVerb >= 0 && Aim(clause.LightVerb, found)) || (clause.Object >= 0 && Aim(clause.Object, found))) found.Route = PartyRoute.Purpose;
    }

    private bool Aim(int token, FoundParties found)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child < token || !tree.IsVerb(child) || tree.RelationOf(child) is not (Relation.Advcl or Relation.Acl or Relation.Xcomp) || !tree.Has(child, Morphology.Infinitive)) continue;
            var aim = VerbClause.Read(tree, lexicon, child);
            parties.FindAny(aim, Aided, found, takesDeeds: false);
            if (found.Heads.Exists(parties.IsKnown)) return true;
            if (Land(aim, found, "for", "to", "in", "of")) return true;
            found.Clear();
        }

        return false;
    }

    // “imposed a curfew in Mombasa”, “withdrew from Abyei”: the act lies upon the land.
    private void FindTerritory(ActFrame frame, Clause clause, FoundParties found)
    {
        var isFound = frame.Kind switch
        {
            EventKind.Coerce when frame.Mode is "curfew" or "martial-law" or "restrict" or "censor" => Land(clause, found, "in", "on", "across", "over", "at", "around", "throughout"),
            EventKind.Retreat or EventKind.Concede when frame.Mode is "withdraw" or "ceasefire" or "access" or null => Land(clause, found, "from", "in", "to", "with", "on"),
            EventKind.Mobilize => Land(clause, found, "to", "into", "in", "along", "on", "at", "near", "around", "for", "against"),
            EventKind.Aid => Land(clause, found, "in", "into", "for", "to", "across"),
            EventKind.Sanction when frame.Mode is "discontinue" => Land(clause, found, "in", "with", "to"),
            _ => false,
        };
        if (isFound) found.Route = PartyRoute.Territory;
    }

    private bool Land(Clause clause, FoundParties found, params ReadOnlySpan<string> prepositions)
    {
        found.Clear();
        foreach (var (name, token) in clause.Obliques)
        {
            if (prepositions.Contains(name) && Use(token)) return true;
        }

        // “remained on alert in Manila”, “some of its troops from Syria”: it hangs on another noun of the clause.
        if (clause.Object >= 0 && clause.Object > clause.Predicate - 1 && Below(clause.Object, 0, prepositions)) return true;
        foreach (var (_, token) in clause.Obliques)
        {
            if (!parties.CanAct(token) && Below(token, 1, prepositions)) return true;
        }

        return false;

        bool Use(int token)
        {
            if (mentions.TimeAt(token) is not null) return false;
            if (tree.PrepositionOf(token) is "for" or "to" && parties.CanAct(token)) parties.AddKnown(clause, token, found, PartyRoute.Territory);
            else if (LandUnder(token, 0) is var land and >= 0) parties.AddTerritory(clause, land, found);
            return found.Count > 0;
        }

        bool Below(int noun, int depth, ReadOnlySpan<string> wanted)
        {
            if (depth > 2) return false;
            foreach (var child in tree.ChildrenOf(noun))
            {
                if (child < noun || tree.RelationOf(child) is not (Relation.Nmod or Relation.Obl or Relation.Conj)) continue;
                if (tree.PrepositionOf(child) is { } name && wanted.Contains(name) && Use(child)) return true;
                if (mentions.PlaceAt(child) is null && Below(child, depth + 1, wanted)) return true;
            }

            return false;
        }
    }

    private int LandUnder(int token, int depth)
    {
        if (mentions.PlaceAt(token) is not null || mentions.At(token) is { Kind: MentionKind.Place } || (tree.PosOf(token) == UniversalPos.Propn && mentions.At(token) is null or { Kind: MentionKind.Other })) return token;
        if (depth > 2) return -1;

        // “the Bosnian Serb territory”, “Northern District”
        if (lexicon.Class("territory").Contains(tree.LemmaOf(token)) && mentions.NameAround(token - 1) is not null && tree.HeadOf(token - 1) == token) return token;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (child > token && tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "of" or "in" or "de" && LandUnder(child, depth + 1) >= 0) return token;
        }

        return -1;
    }
}
