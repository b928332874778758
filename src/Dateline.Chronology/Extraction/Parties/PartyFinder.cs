using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>Turns the words in a frame's slots into parties: full noun phrases, one for each conjunct.</summary>
internal sealed class PartyFinder(SentenceTree tree, ActLexicon lexicon, MentionIndex mentions)
{
    /// <summary>The parties in the first slots that hold any.</summary>
    /// <param name="clause">The predicate with what stands around it.</param>
    /// <param name="slots">Slots in order of preference.</param>
    /// <param name="mustAct">Whether only those who can act count: a storm attacks nobody.</param>
    /// <param name="heads">Receives the rows of the parties' heads.</param>
    public List<Party> Find(Clause clause, ActSlot[] slots, bool mustAct, List<int> heads)
    {
        var parties = new List<Party>();
        foreach (var slot in slots)
        {
            if (slot.Function == ActFunction.Modifier)
            {
                foreach (var modifier in clause.Modifiers)
                {
                    if (!IsActingModifier(modifier)) continue;
                    Add(parties, heads, modifier, asModifier: true);
                    break;
                }
            }
            else if (slot.Function == ActFunction.Preposition)
            {
                foreach (var (name, token) in clause.Obliques)
                {
                    if (name == slot.Preposition && !IsTimeOrAbstract(token)) AddAll(parties, heads, token, mustAct);
                    if (parties.Count > 0) break;
                }
            }
            else if (FrameMatcher.Fill(tree, clause, slot) is var token and >= 0)
            {
                AddAll(parties, heads, token, mustAct);
            }

            if (parties.Count > 0) break;
        }

        return parties;
    }

    /// <summary>The last resort: whether the word can name a doer.</summary>
    public bool CanAct(int token)
    {
        if (mentions.At(token) is { } mention)
        {
            if (mention.Level == MentionLevel.Pronoun) return tree.LemmaOf(token) is not "it" || mention.Entity >= 0;
            if (mention.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Nationality or MentionKind.Role or MentionKind.Place)
                return true;
        }

        switch (tree.PosOf(token))
        {
            case UniversalPos.Propn: return true;
            case UniversalPos.Pron: return tree.LemmaOf(token) is "he" or "she" or "they" or "we" or "I" or "i" or "you" or "some" or "other" or "many" or "both" or "ils" or "il" or "elle" or "nous" or "on" or "eux" or "lui" or "certains" or "plusieurs" or "tous" or "celui" || tree.LemmaOf(token) is "it";
        }

        var lemma = tree.LemmaOf(token);
        if (lexicon.Class("agent").Contains(lemma)) return true;
        if (lexicon.Class("quantifier").Contains(lemma) || tree.PosOf(token) == UniversalPos.Num)
        {
            foreach (var child in tree.ChildrenOf(token))
            {
                if (tree.RelationOf(child) == Relation.Nmod && tree.PrepositionOf(child) is "of" or "de") return CanAct(child);
            }

            return tree.PosOf(token) == UniversalPos.Num;
        }

        // “the wounded”, “the poor”
        if (tree.PosOf(token) == UniversalPos.Adj) return tree.ExactChild(token, Relation.Det) >= 0;
        return mentions.NameAround(token) is { Kind: not (MentionKind.Other or MentionKind.Place) } name && name.Head == token;
    }

    /// <summary>Whether somebody known to the lexicons, or at least a name, stands in the party.</summary>
    public bool IsNamed(int token) => tree.PosOf(token) == UniversalPos.Propn || mentions.At(token) is { Level: MentionLevel.Name } || mentions.NameAround(token) is not null;

    private void AddAll(List<Party> parties, List<int> heads, int token, bool mustAct)
    {
        token = RelationalNoun.Target(tree, token);
        if (IsTimeOrAbstract(token)) return;
        if (!mustAct || CanAct(token)) Add(parties, heads, token, asModifier: false);
        AddConjuncts(parties, heads, token, mustAct, 0);
    }

    private void AddConjuncts(List<Party> parties, List<int> heads, int token, bool mustAct, int depth)
    {
        if (depth > 12) return;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (!(tree.RelationOf(child) == Relation.Conj || IsEnumerated(token, child)) || !tree.IsNominal(child)) continue;
            if (tree.Child(child, Relation.Nsubj) >= 0) continue;
            if (!mustAct || CanAct(child)) Add(parties, heads, child, asModifier: false);
            AddConjuncts(parties, heads, child, mustAct, depth + 1);
        }
    }

    // “le Burkina Faso, le Mali et le Niger”: a parser may take the second of three names for a name of the first.
    private bool IsEnumerated(int token, int child) =>
        child > token && tree.RelationOf(child) == Relation.Appos && tree.PosOf(token) == UniversalPos.Propn && tree.PosOf(child) == UniversalPos.Propn && tree.ExactChild(child, Relation.Conj) >= 0;

    private void Add(List<Party> parties, List<int> heads, int token, bool asModifier)
    {
        if (tree.PosOf(token) is UniversalPos.Pron && tree.LemmaOf(token) is "that" or "which" or "what" or "there" or "this" or "qui" or "que" or "en" or "y" or "ce" or "cela" or "dont" or "où" or "quoi" or "ceci" or "soi") return;
        var mention = mentions.At(token) ?? (asModifier ? mentions.NameAround(token) : null);
        var span = asModifier && mention is not null && mention.First + mention.Count <= tree.Sentence.End ? mention.Span : PartyPhrase.SpanOf(tree, lexicon, mentions, token);
        if (parties.Exists(party => party.Span.Overlaps(span))) return;
        mention ??= InnerMention(token);
        parties.Add(new Party(span, mention?.Entity ?? -1, CodeOf(mention)));
        heads.Add(token);
    }

    // “Iran's decision”, “Malian troops”: the phrase is somebody's; his code is all that is known of it.
    private Mention? InnerMention(int token)
    {
        if (mentions.NameAround(token) is { } around && around.First + around.Count > token) return around;
        return null;
    }

    private string? CodeOf(Mention? mention) => mentions.EntityOf(mention)?.Code;

    private bool IsActingModifier(int token)
    {
        if ((mentions.At(token) ?? mentions.NameAround(token)) is { } mention)
            return mention.Kind is MentionKind.Nationality or MentionKind.Organisation or MentionKind.Group or MentionKind.Role or MentionKind.Person;


        // “les attaques armées”: the adjective that looks like the noun is no army.
        if (tree.PosOf(token) == UniversalPos.Adj && tree.LemmaOf(token) is "armée" or "armé") return false;
        return lexicon.Class("agent").Contains(tree.LemmaOf(token)) || lexicon.Class("people").Contains(tree.LemmaOf(token));
    }

    private bool IsTimeOrAbstract(int token) => mentions.TimeAt(token) is not null || lexicon.Class("abstract").Contains(tree.LemmaOf(token).ToLowerInvariant());
}
