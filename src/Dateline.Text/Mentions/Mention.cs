namespace Dateline.Text.Mentions;

/// <summary>What kind of thing a mention or entity is.</summary>
public enum MentionKind : byte
{
    /// <summary>None of the others, or not known.</summary>
    Other,

    /// <summary>A human being.</summary>
    Person,

    /// <summary>A body with members and rules: a ministry, a company, a party, a union of states.</summary>
    Organisation,

    /// <summary>An armed group, a people, a crowd.</summary>
    Group,

    /// <summary>A place on the earth, countries included.</summary>
    Place,

    /// <summary>A word for those of a country: “Malian”, “French”.</summary>
    Nationality,

    /// <summary>A built place: an airport, a mine, a camp.</summary>
    Facility,

    /// <summary>A person or body named by what it does: “the president”, “protesters”.</summary>
    Role,
}

/// <summary>How a mention refers.</summary>
public enum MentionLevel : byte
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By a description: “the bloc”.</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>A name as the name finder sees it, before anything is known of what it stands for.</summary>
/// <param name="First">Row of its first token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Kind">What kind of name.</param>
/// <param name="Confidence">Between 0 and 1.</param>
public readonly record struct NameSpan(int First, int Count, MentionKind Kind, float Confidence);

/// <summary>Words that stand for somebody or something.</summary>
/// <param name="Span">The words.</param>
/// <param name="First">Row of the first token.</param>
/// <param name="Count">Number of tokens.</param>
/// <param name="Head">Row of the syntactic head.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Level">How it refers.</param>
/// <param name="Entity">Index in <see cref="Document.Entities"/>, or -1 when it stays open.</param>
public sealed record Mention(TextSpan Span, int First, int Count, int Head, MentionKind Kind, MentionLevel Level, int Entity = -1);

/// <summary>Somebody or something that a document speaks of, under one or several names.</summary>
/// <param name="Id">Unique in the document; for a lexicon's entity, its key there.</param>
/// <param name="Name">The fullest name the document or the lexicon gives.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Code">Actor codes of PLOVER and CAMEO such as “MLI GOV”; several are separated by a semicolon.</param>
/// <param name="Country">ISO 3166-1 alpha-3, where the entity belongs to a country.</param>
/// <param name="Sector">PLOVER sector such as GOV or REB.</param>
/// <param name="IsKnown">Whether a lexicon knows it, as against a name first met in this document.</param>
public sealed record Entity(string Id, string Name, MentionKind Kind, string? Code = null, string? Country = null, string? Sector = null, bool IsKnown = false);
