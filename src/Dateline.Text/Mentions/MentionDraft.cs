using Dateline.Text.Lexicons;

namespace Dateline.Text.Mentions;

/// <summary>A mention while its entity is being looked for.</summary>
internal sealed class MentionDraft
{
    public required int First { get; set; }

    public required int Count { get; set; }

    public int End => First + Count;

    public int Head { get; set; }

    public int Sentence { get; init; }

    public MentionKind Kind { get; set; }

    public MentionLevel Level { get; init; }

    /// <summary>The lexicon's actor, where the name is one.</summary>
    public ActorEntry? Entry { get; set; }

    public ActorWord Word { get; set; }

    /// <summary>The role, for nominal mentions.</summary>
    public RoleEntry? Role { get; init; }

    /// <summary>First and last token of the role's own words.</summary>
    public (int First, int Last) RoleTokens { get; init; }

    /// <summary>Country block that modifiers give: “French” troops.</summary>
    public string Block { get; set; } = string.Empty;

    public string Sectors { get; set; } = string.Empty;

    /// <summary>The lexicon's body or group that the role belongs to: “JNIM” fighters.</summary>
    public ActorEntry? Of { get; set; }

    /// <summary>Whether the role belongs to a body by name that no lexicon has, so that it is no country's.</summary>
    public bool IsOfUnknown { get; set; }

    public bool IsPlural { get; set; }

    public bool IsDefinite { get; set; }

    public bool IsIndefinite { get; set; }

    public bool IsFormer { get; set; }

    /// <summary>'m', 'f', 'n' or '\0' when unknown.</summary>
    public char Gender { get; set; }

    /// <summary>Lies in a longer name and is only read for the code of that.</summary>
    public bool IsInner { get; init; }

    /// <summary>Index of the entity, or -1.</summary>
    public int Entity { get; set; } = -1;
}
