using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text;
using Dateline.Text.Places;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Scope;

/// <summary>Where an event happened: a place that hangs on the predicate, on its object, or stands in the dateline; else nowhere.</summary>
internal static class PlaceScope
{
    /// <summary>The place, or null when the text does not license one.</summary>
    public static PlaceMention? Find(SentenceTree tree, Clause clause, MentionIndex mentions, PlaceMention? dateline)
    {
        if (tree.Document.Places.Count == 0) return null;
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (IsLocal(preposition) && PlaceUnder(tree, token, mentions, 0) is { } place) return place;
        }

        // “residents of Gao”, “a base in Kidal”: where the one done to stands, the act was done.
        if (clause.Object >= 0)
        {
            if (mentions.PlaceAt(clause.Object) is { IsMetonymic: false } taken) return taken;
            if (LocalModifier(tree, clause.Object, mentions) is { } beside) return beside;
        }

        foreach (var modifier in clause.Modifiers)
        {
            if (mentions.PlaceAt(modifier) is { IsMetonymic: false } before) return before;
        }

        var above = tree.HeadOf(clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate);
        if (above >= 0 && tree.IsVerb(above) && tree.RelationOf(clause.Predicate).WithoutSubtype() is Relation.Advcl or Relation.Xcomp or Relation.Conj or Relation.Nsubj or Relation.Obj or Relation.Obl)
        {
            foreach (var child in tree.ChildrenOf(above))
            {
                if (tree.RelationOf(child).WithoutSubtype() == Relation.Obl && tree.PrepositionOf(child) is { } preposition && IsLocal(preposition) && PlaceUnder(tree, child, mentions, 0) is { } place)
                    return place;
            }
        }

        if (clause.Subject >= 0 && LocalModifier(tree, clause.Subject, mentions) is { } subjects) return subjects;
        return dateline;
    }

    /// <summary>The place a dispatch opens with (“BAMAKO, Mali (Reuters) —”), or null.</summary>
    public static PlaceMention? DatelineOf(Document document)
    {
        foreach (var place in document.Places)
        {
            var start = 0;
            foreach (var passage in document.Passages)
            {
                if (passage.Kind == PassageKind.Paragraph) { start = passage.Span.Start; break; }
            }

            if (place.Span.Start < start) continue;
            if (place.Span.Start > start + 4) return null;
            var until = Math.Min(document.Text.Length, place.Span.End + 60);
            var after = document.Text.AsSpan(place.Span.End, until - place.Span.End);
            var dash = after.IndexOfAny("—–");
            if (dash < 0) dash = after.IndexOf("- ");
            if (dash < 0) return null;
            return after[..dash].IndexOfAny(".!?;") is < 0 || after[..dash].Contains('(') ? place : null;
        }

        return null;
    }

    private static bool IsLocal(string preposition) => preposition is "in" or "at" or "near" or "outside" or "around" or "across" or "inside" or "within" or "from" or "off"
        or "on" or "along" or "throughout" or "into" or "to" or "outside of" or "toward" or "towards" or "over" or "against" or "à" or "dans" or "en" or "près de" or "vers" or "sur" or "de" or "of";

    private static PlaceMention? PlaceUnder(SentenceTree tree, int token, MentionIndex mentions, int depth)
    {
        if (depth > 3) return null;
        if (mentions.PlaceAt(token) is { } own) return own.IsMetonymic ? null : own;
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child).WithoutSubtype() is Relation.Nmod or Relation.Appos or Relation.Compound or Relation.Flat or Relation.Amod && PlaceUnder(tree, child, mentions, depth + 1) is { } place) return place;
        }

        return null;
    }

    private static PlaceMention? LocalModifier(SentenceTree tree, int token, MentionIndex mentions)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child).WithoutSubtype() == Relation.Nmod && tree.PrepositionOf(child) is "in" or "at" or "near" or "of" or "outside" or "à" or "dans" or "de" && PlaceUnder(tree, child, mentions, 1) is { } place)
                return place;
        }

        return null;
    }
}
