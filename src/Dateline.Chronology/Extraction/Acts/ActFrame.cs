using System.Collections.Frozen;
using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>What kind of word a frame hangs on.</summary>
public enum ActWord : byte
{
    /// <summary>A verb, with or without particle.</summary>
    Verb,

    /// <summary>A noun that names an act.</summary>
    Noun,

    /// <summary>An adjective that tells of an act.</summary>
    Adjective,
}

/// <summary>What else is to be known of a frame.</summary>
[Flags]
public enum ActTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>All parties do it together: “met”, “clashed”.</summary>
    Reciprocal = 1 << 0,

    /// <summary>Worth telling without any party: a coup, a blast.</summary>
    Happening = 1 << 1,

    /// <summary>Mode and code follow from what is threatened, promised, refused or asked.</summary>
    Content = 1 << 2,

    /// <summary>Too common a word: both parties have to be known ones.</summary>
    Weak = 1 << 3,

    /// <summary>The doer may be a thing.</summary>
    Thing = 1 << 4,

    /// <summary>Only takes up an act of violence told before, and only to say who did it: “claimed responsibility for the incident”.</summary>
    Anaphoric = 1 << 5,

    /// <summary>Its code is a foreign dictionary's and stays as it is, whatever the telling; it may lie outside CAMEO.</summary>
    Coded = 1 << 6,
}

/// <summary>One frame of an act: the word, what stands around it, and what it means.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ActFrame
{
    internal ActFrame(string predicate, ActWord word)
    {
        Predicate = predicate;
        Word = word;
    }

    /// <summary>The words as the lexicon gives them: “carry out”, “air strike”.</summary>
    public string Predicate { get; }

    /// <summary>What kind of word it hangs on.</summary>
    public ActWord Word { get; }

    /// <summary>What it means in PLOVER; null for a frame that only says “this is no event”.</summary>
    public EventKind? Kind { get; internal init; }

    /// <summary>PLOVER mode, or null.</summary>
    public string? Mode { get; internal init; }

    /// <summary>PLOVER contexts.</summary>
    public IReadOnlyList<string> Contexts { get; internal init; } = [];

    /// <summary>CAMEO code; empty for a frame without event.</summary>
    public string Cameo { get; internal init; } = string.Empty;

    /// <summary>What else is to be known.</summary>
    public ActTraits Traits { get; internal init; }

    /// <summary>A sentence that has to be read by this frame; empty when there is none.</summary>
    public string Example { get; internal init; } = string.Empty;

    /// <summary>Which table it comes from: one laid over another goes before it.</summary>
    internal int Layer { get; init; }

    /// <summary>Line in the lexicon's file.</summary>
    public int Line { get; internal init; }

    /// <summary>The verb's particle, or null.</summary>
    internal string? Particle { get; init; }

    /// <summary>For a noun of several words, those before the last, nearest first.</summary>
    internal string[] Before { get; init; } = [];

    internal ActNeed[] Needs { get; init; } = [];

    internal ActSlot[] Actors { get; init; } = [];

    internal ActSlot[] Recipients { get; init; } = [];

    /// <summary>How much a match says: frames that ask for more are tried first.</summary>
    internal int Specificity => Needs.Sum(need => need.IsForbidden ? 0 : need.Sequence is { } sequence ? sequence.Count * 3 : need.Words is null ? 1 : 3) + (Particle is null ? 0 : 3) + (Before.Length * 3);

    /// <summary>Whether the doer can be its subject; “fell into an ambush” has none.</summary>
    internal bool NamesSubject => Array.Exists(Actors, slot => slot.Function == ActFunction.Subject);

    internal bool Has(ActTraits trait) => (Traits & trait) != ActTraits.None;
}

/// <summary>What has to stand, or must not stand, in one place around the predicate.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Words">Lemmas that may stand there; null when anything may.</param>
/// <param name="AllowsName">Whether a name may stand there as well.</param>
/// <param name="IsForbidden">Whether the place must not be filled so.</param>
internal sealed record ActNeed(ActSlot Slot, FrozenSet<string>? Words, bool AllowsName, bool IsForbidden)
{
    /// <summary>Other places of which one will do as well: “about|over”.</summary>
    public ActSlot[] Others { get; init; } = [];

    /// <summary>For words before or after the predicate, what has to stand there in order; else null.</summary>
    public WordSequence? Sequence { get; init; }
}
