namespace Dateline.Chronology.Extraction.Acts;

/// <summary>The places around a predicate where a party or a restricted word can stand.</summary>
/// <remarks>Deep functions: the grammatical subject of a passive stands under <see cref="Object"/>.</remarks>
internal enum ActFunction : byte
{
    /// <summary>Who does it; for a noun, whoever stands with <c>by</c>, as possessor, as modifier, or as subject of its light verb.</summary>
    Subject,

    /// <summary>What it is done to.</summary>
    Object,

    /// <summary>The second object of <c>give</c>.</summary>
    Indirect,

    /// <summary>A clause or infinitive that is the content.</summary>
    Content,

    /// <summary>Possessor of a noun predicate: “Iran's attack”.</summary>
    Possessor,

    /// <summary>Name or people before a noun predicate: “the Israeli attack”.</summary>
    Modifier,

    /// <summary>After a preposition.</summary>
    Preposition,

    /// <summary>The preposition that stands before a noun predicate itself: “under siege”.</summary>
    Case,

    /// <summary>After a preposition that hangs on the object: “violated the truce with Iran”.</summary>
    ObjectPreposition,

    /// <summary>Possessor or modifier of the object: “rejected Iran's offer”.</summary>
    ObjectPossessor,

    /// <summary>A word before the object: “launched <i>air</i> strikes”, “broke a <i>ceasefire</i> agreement”.</summary>
    ObjectModifier,

    /// <summary>The words of the sentence before the predicate, in order.</summary>
    WordsBefore,

    /// <summary>The words of the sentence after the predicate, in order.</summary>
    WordsAfter,

    /// <summary>The subject of the content clause: “said that <i>Israel</i> must withdraw”.</summary>
    ContentSubject,

    /// <summary>The object of the content clause: “agreed to help <i>Chad</i>”.</summary>
    ContentObject,

    /// <summary>An auxiliary of the content clause: “said that Israel <i>must</i> withdraw”.</summary>
    ContentAuxiliary,
}

/// <summary>One function, with its preposition where it has one.</summary>
/// <param name="Function">The function.</param>
/// <param name="Preposition">The preposition's lemma, for <see cref="ActFunction.Preposition"/> and <see cref="ActFunction.ObjectPreposition"/>.</param>
internal readonly record struct ActSlot(ActFunction Function, string? Preposition)
{
    /// <summary>Reads a slot as lexicons write it: <c>subj</c>, <c>obj</c>, <c>against</c>, <c>obj.of</c>, ….</summary>
    public static ActSlot Parse(string name) => name switch
    {
        "subj" => new(ActFunction.Subject, null),
        "obj" => new(ActFunction.Object, null),
        "iobj" => new(ActFunction.Indirect, null),
        "content" => new(ActFunction.Content, null),
        "poss" => new(ActFunction.Possessor, null),
        "mod" => new(ActFunction.Modifier, null),
        "case" => new(ActFunction.Case, null),
        "obj.poss" => new(ActFunction.ObjectPossessor, null),
        "words.before" => new(ActFunction.WordsBefore, null),
        "words.after" => new(ActFunction.WordsAfter, null),
        "obj.mod" => new(ActFunction.ObjectModifier, null),
        "content.subj" => new(ActFunction.ContentSubject, null),
        "content.obj" => new(ActFunction.ContentObject, null),
        "content.aux" => new(ActFunction.ContentAuxiliary, null),
        _ when name.StartsWith("obj.", StringComparison.Ordinal) => new(ActFunction.ObjectPreposition, name[4..]),
        _ => new(ActFunction.Preposition, name),
    };
}
