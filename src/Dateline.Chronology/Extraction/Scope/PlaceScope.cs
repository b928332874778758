using System.Collections.Frozen;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Chronology.Extraction.Parties;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Scope;

/// <summary>
/// Where an event happened: a place that hangs on the predicate, or, for acts on the ground, on the one done to; else the
/// place a dispatch is sent from, for what its first sentence tells; else nowhere.
/// </summary>
/// <remarks>
/// Only the scene counts. A place inside another noun's phrase (“interests in Africa”, “Mali's press”, “a statement on the
/// war in Ukraine”), the name of the one blamed, sanctioned or asked, and a name that stands for a government are none.
/// </remarks>
internal static class PlaceScope
{
    private const int LongestDateline = 100;

    // Nouns whose modifiers say where: “in the northern region of Kidal”, “near Mali's border”.
    private static readonly FrozenSet<string> Locations = FrozenSet.Create(
        "city", "town", "village", "capital", "region", "area", "province", "district", "state", "country", "border", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern", "eastern",
        "western", "base", "camp", "airport", "airbase", "port", "road", "highway", "street", "square", "market", "mosque", "church", "school", "hospital", "university", "stadium", "prison", "jail", "mine", "field", "island", "coast",
        "outskirt", "outskirts", "suburb", "neighbourhood", "neighborhood", "centre", "center", "desert", "forest", "valley", "mountain", "river", "lake", "sea", "water", "waters", "zone", "territory", "quarter", "commune", "embassy",
        "consulate", "building", "headquarters", "palace", "garrison", "checkpoint", "post", "house", "home", "residence", "restaurant", "hotel", "site", "settlement", "part", "side", "corner", "edge", "heart", "middle", "crossing",
        "town hall", "hall", "court", "barracks", "refinery", "plant", "dam", "bridge", "strip", "enclave", "front", "line", "frontline", "ville", "village", "capitale", "région", "province", "frontière", "nord", "sud", "est", "ouest",
        "aéroport", "route", "quartier", "localité", "cercle", "marché", "mosquée", "église", "école", "hôpital", "prison", "île", "côte", "désert", "forêt", "vallée", "fleuve", "rivière", "lac", "mer", "ambassade", "palais", "caserne");

    /// <summary>The place, or null when the text does not license one.</summary>
    /// <param name="tree">The trees, entered at the sentence.</param>
    /// <param name="clause">The predicate with what stands around it.</param>
    /// <param name="kind">What the event is.</param>
    /// <param name="cameo">Its CAMEO code.</param>
    /// <param name="mentions">What covers a word.</param>
    /// <param name="dateline">The place the sentence is sent from, where it is the first of a dispatch; else null.</param>
    public static PlaceMention? Find(SentenceTree tree, Clause clause, EventKind kind, string cameo, MentionIndex mentions, PlaceMention? dateline)
    {
        if (tree.Document.Places.Count == 0) return null;
        var found = FindAny(tree, clause, kind, cameo, mentions, dateline);
        return found is not null && IsCutShort(tree, mentions, found) ? null : found;
    }

    // “Chota” of “Chota Udepur”: half a name is another place's.
    private static bool IsCutShort(SentenceTree tree, MentionIndex mentions, PlaceMention place)
    {
        var next = tree.Tokens.FirstAtOrAfter(place.Span.End);
        return next < tree.Sentence.End && next > tree.Sentence.First && tree.RelationOf(next) == Relation.Flat && tree.PosOf(next) == UniversalPos.Propn && mentions.NameAround(next) is null
            && tree.Tokens.SpanOf(next).Start == place.Span.End + 1 && place.Span.Contains(tree.Tokens.SpanOf(tree.HeadOf(next)));
    }

    private static PlaceMention? FindAny(SentenceTree tree, Clause clause, EventKind kind, string cameo, MentionIndex mentions, PlaceMention? dateline)
    {
        var ground = IsOnTheGround(kind, cameo);
        if (Scene(tree, clause, mentions, ground) is { } scene) return scene;
        if (ground)
        {
            // “residents of Gao”, “a base in Kidal”: where the one done to stands, the act was done.
            if (clause.Object >= 0)
            {
                if (Literal(mentions, clause.Object) is { } taken) return taken;
                if (LocalModifier(tree, clause.Object, mentions) is { } beside) return beside;
            }

            foreach (var modifier in clause.Modifiers)
            {
                if (Literal(mentions, modifier) is { Place.Precision: not PlacePrecision.Country } before) return before;
            }
        }

        if (Above(tree, clause, mentions, ground) is { } above) return above;
        if (ground && clause.Subject >= 0 && !clause.IsSubjectInherited && LocalModifier(tree, clause.Subject, mentions) is { } subjects) return subjects;
        return dateline is not null && IsSentFrom(tree, clause, mentions, dateline, ground) ? dateline : null;
    }

    /// <summary>The place a dispatch opens with (“BAMAKO, Mali (Reuters) —”), or null.</summary>
    public static PlaceMention? DatelineOf(Document document)
    {
        var start = OpeningOf(document);
        if (DatelineReader.Read(document.Text.AsSpan(start)) is not { Place: { } name }) return null;
        foreach (var place in document.Places)
        {
            if (place.Span.Start > start) return null;
            if (place.Span.Start == start && place.Span.Length <= name.Length) return place;
        }

        return null;
    }

    /// <summary>Whether a sentence is the one that a dateline opens: it holds it, or begins where it ends.</summary>
    public static bool Opens(Document document, PlaceMention? dateline, TextSpan sentence)
    {
        if (dateline is null || sentence.Start > dateline.Span.End + LongestDateline) return false;
        var end = dateline.Span.Start + DatelineReader.Read(document.Text.AsSpan(dateline.Span.Start)).Length;
        return sentence.Start <= end + 1 && sentence.End > end + 1;
    }

    // Where the text proper begins.
    private static int OpeningOf(Document document)
    {
        foreach (var passage in document.Passages)
        {
            if (passage.Kind == PassageKind.Paragraph) return passage.Span.Start;
        }

        return 0;
    }

    // What is done with hands and feet has a scene; what is said, voted or decreed is done wherever its speaker sits.
    private static bool IsOnTheGround(EventKind kind, string cameo) => kind switch
    {
        EventKind.Assault or EventKind.Protest or EventKind.Mobilize => true,
        EventKind.Coerce => !cameo.StartsWith("163", StringComparison.Ordinal),
        EventKind.Retreat => cameo.StartsWith("087", StringComparison.Ordinal),
        EventKind.Aid => true,
        _ => false,
    };

    private static PlaceMention? Scene(SentenceTree tree, Clause clause, MentionIndex mentions, bool ground)
    {
        foreach (var (preposition, token) in clause.Obliques)
        {
            if ((IsBeing(preposition) || (ground && IsMotion(preposition))) && PlaceUnder(tree, token, mentions, 0) is { } place) return place;
            if (ground && preposition is "of" or "de" or "on" or "sur" && Literal(mentions, token) is { } done) return done;
        }

        return null;
    }

    // The scene of the verb above reaches down: “gathered in Bamako to protest”, “attacked a convoy in Kayes and burned it”.
    private static PlaceMention? Above(SentenceTree tree, Clause clause, MentionIndex mentions, bool ground)
    {
        var own = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        var above = tree.HeadOf(own);
        if (above < 0 || !tree.IsVerb(above)) return null;
        var relation = tree.RelationOf(own).WithoutSubtype();
        if (relation is not (Relation.Advcl or Relation.Xcomp or Relation.Conj or Relation.Nsubj or Relation.Obj or Relation.Obl)) return null;
        foreach (var child in tree.ChildrenOf(above))
        {
            if (child != own && tree.RelationOf(child).WithoutSubtype() == Relation.Obl && tree.PrepositionOf(child) is { } preposition && IsBeing(preposition) && PlaceUnder(tree, child, mentions, 0) is { } place)
                return place;
        }

        return ground && relation == Relation.Conj && tree.Child(above, Relation.Obj) is var thing and >= 0
            ? Literal(mentions, thing) ?? LocalModifier(tree, thing, mentions)
            : null;
    }

    /// <summary>
    /// A dateline is the scene of what the first sentence tells in its main clause, unless that names a place of its own or its
    /// doer is at home in another country; a body of many countries decides wherever it sits.
    /// </summary>
    private static bool IsSentFrom(SentenceTree tree, Clause clause, MentionIndex mentions, PlaceMention dateline, bool ground)
    {
        if (dateline.IsMetonymic || !IsMain(tree, clause)) return false;
        foreach (var (preposition, token) in clause.Obliques)
        {
            if (IsBeing(preposition) && mentions.TimeAt(token) is null && (Locations.Contains(tree.LemmaOf(token)) || tree.PosOf(token) == UniversalPos.Propn)) return false;
        }

        if (clause.Object >= 0 && ground && Locations.Contains(tree.LemmaOf(clause.Object))) return false;
        var country = dateline.Place?.Country;
        foreach (var party in (ReadOnlySpan<int>)[clause.Subject, ground ? clause.Object : -1])
        {
            if (party < 0) continue;
            if (mentions.EntityOf(mentions.At(party) ?? mentions.NameAround(party)) is not { } entity) continue;
            if (entity.Country is { Length: 3 } home ? country is not null && home != country && IsState(home) : !ground && entity is { IsKnown: true, Kind: MentionKind.Organisation }) return false;
        }

        return true;
    }

    private static bool IsState(string country) => country is not ("IGO" or "NGO" or "IMG" or "MNC" or "EUR" or "AFR");

    private static bool IsMain(SentenceTree tree, Clause clause)
    {
        var at = clause.LightVerb >= 0 ? clause.LightVerb : clause.Predicate;
        for (var depth = 0; at >= 0 && depth < 4; depth++)
        {
            var head = tree.HeadOf(at);
            if (head < 0) return true;
            if (tree.RelationOf(at).WithoutSubtype() is not (Relation.Conj or Relation.Nsubj or Relation.Obj or Relation.Parataxis)) return false;
            at = head;
        }

        return false;
    }

    private static PlaceMention? Literal(MentionIndex mentions, int token) => mentions.PlaceAt(token) is { IsMetonymic: false } place ? place : null;

    private static bool IsBeing(string preposition) => preposition is "in" or "at" or "near" or "outside" or "outside of" or "around" or "across" or "inside" or "within" or "along" or "throughout" or "off" or "between" or "beside"
        or "à" or "dans" or "en" or "près de" or "près" or "autour de";

    private static bool IsMotion(string preposition) => preposition is "into" or "to" or "toward" or "towards" or "from" or "on" or "over" or "through" or "vers" or "sur" or "depuis";

    /// <summary>The place that a noun phrase is, or that says which location it is.</summary>
    private static PlaceMention? PlaceUnder(SentenceTree tree, int token, MentionIndex mentions, int depth)
    {
        if (depth > 3) return null;
        if (mentions.PlaceAt(token) is { } own) return own.IsMetonymic ? null : own;
        var isLocation = Locations.Contains(tree.LemmaOf(token)) || mentions.At(token) is { Kind: MentionKind.Place or MentionKind.Facility };
        PlaceMention? wide = null;
        foreach (var child in tree.ChildrenOf(token))
        {
            switch (tree.RelationOf(child))
            {
                case Relation.Compound or Relation.Flat or Relation.Appos or Relation.Amod or Relation.NmodDesc when isLocation:
                    if (PlaceUnder(tree, child, mentions, depth + 1) is { } named) return named;
                    break;
                case Relation.NmodPoss when isLocation:
                    wide ??= Literal(mentions, child);
                    break;
                case Relation.Nmod when tree.PrepositionOf(child) is { } preposition && (IsBeing(preposition) || (isLocation && preposition is "of" or "de" or "on" or "with")):
                    var inner = isLocation ? PlaceUnder(tree, child, mentions, depth + 1) : Literal(mentions, child);
                    if (inner is not null) return inner;
                    break;
            }
        }

        return wide;
    }

    private static PlaceMention? LocalModifier(SentenceTree tree, int token, MentionIndex mentions)
    {
        foreach (var child in tree.ChildrenOf(token))
        {
            if (tree.RelationOf(child).WithoutSubtype() != Relation.Nmod || tree.PrepositionOf(child) is not { } preposition) continue;
            if ((IsBeing(preposition) || preposition is "on") && PlaceUnder(tree, child, mentions, 1) is { } place) return place;
            if (preposition is "of" or "de" && Literal(mentions, child) is { Place: null or { Precision: not PlacePrecision.Country } } part) return part;
        }

        return null;
    }
}
