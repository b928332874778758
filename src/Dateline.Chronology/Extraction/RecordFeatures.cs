using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Chronology.Extraction.Parties;

namespace Dateline.Chronology.Extraction;

/// <summary>What speaks for and against a record, as plain numbers.</summary>
internal readonly record struct RecordFeatures
{
    public ActFrame? Frame { get; init; }
    public Factuality Factuality { get; init; }
    public bool HasActor { get; init; }
    public bool HasRecipient { get; init; }
    public bool IsActorNamed { get; init; }
    public bool IsRecipientNamed { get; init; }
    public bool IsActorCoded { get; init; }
    public bool IsRecipientCoded { get; init; }
    public PartyRoute ActorRoute { get; init; }
    public PartyRoute RecipientRoute { get; init; }

    /// <summary>Whether a pronoun or “the two countries” was led back to a name.</summary>
    public bool IsLinked { get; init; }

    /// <summary>Words from the predicate to the nearest actor's head; 0 without actor.</summary>
    public int ActorDistance { get; init; }

    /// <summary>Words from the predicate to the nearest recipient's head; 0 without recipient.</summary>
    public int RecipientDistance { get; init; }

    /// <summary>How many frames of another kind the lexicon has for the word.</summary>
    public int RivalFrames { get; init; }

    public int SentenceLength { get; init; }
    public bool IsLead { get; init; }
    public bool HasPlace { get; init; }

    /// <summary>For an act of violence, whether a weapon is told.</summary>
    public bool HasInstrument { get; init; }

    /// <summary>For an act of violence, whether a building, a vehicle or somebody by name suffers it.</summary>
    public bool IsRecipientSpecific { get; init; }

    public bool IsLight { get; init; }
    public bool IsPassive { get; init; }
    public bool IsSubjectInherited { get; init; }
    public bool IsDenied { get; init; }
    public bool IsActorPronoun { get; init; }
    public bool IsContentUnknown { get; init; }
    public bool IsKept { get; init; }
    public bool IsAlleged { get; init; }
    public bool IsPresupposed { get; init; }

    /// <summary>For an act of violence, whether it is told as a habit or as going on.</summary>
    public bool IsLoose { get; init; }
    public bool IsDescription { get; init; }

    /// <summary>Whether it passes between people without office, body or country.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is told as done again and again.</summary>
    public bool IsHabit { get; init; }

    public int ForeignWords { get; init; }

    /// <summary>How likely it is that what the verb tells happened, from 0 to 1; not a number for a noun, or without a model.</summary>
    public double Chance { get; init; }
}
