namespace Dateline.Chronology.Extraction.Parties;

/// <summary>By which way a party of an event was found; the later ones are less sure.</summary>
internal enum PartyRoute : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Subject or object beside the predicate, or after the preposition that its frame asks for.</summary>
    Beside,

    /// <summary>After “by” of a passive.</summary>
    Agent,

    /// <summary>Subject of another predicate: control, coordination, participles, light verbs.</summary>
    Inherited,

    /// <summary>Possessor of a noun: “Iran's attack”.</summary>
    Possessor,

    /// <summary>Name or people before a noun: “the Israeli attack”.</summary>
    Modifier,

    /// <summary>Whoever stands behind a deed, weapon, request or decision: “the decision of the court”.</summary>
    Behind,

    /// <summary>In what is promised, asked or refused.</summary>
    Content,

    /// <summary>Whoever an aim names: “sent food to help Haiti”.</summary>
    Purpose,

    /// <summary>A territory that the act lies upon: “a curfew in Mombasa”.</summary>
    Territory,
}
