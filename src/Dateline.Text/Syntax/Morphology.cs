namespace Dateline.Text.Syntax;

/// <summary>The features that readers of trees ask for, as flags: one comparison instead of a search in a string.</summary>
[Flags]
public enum Morphology : uint
{
    /// <summary>No feature.</summary>
    None = 0,

    /// <summary>Number=Sing.</summary>
    Singular = 1 << 0,

    /// <summary>Number=Plur.</summary>
    Plural = 1 << 1,

    /// <summary>Person=1.</summary>
    First = 1 << 2,

    /// <summary>Person=2.</summary>
    Second = 1 << 3,

    /// <summary>Person=3.</summary>
    Third = 1 << 4,

    /// <summary>Gender=Masc.</summary>
    Masculine = 1 << 5,

    /// <summary>Gender=Fem.</summary>
    Feminine = 1 << 6,

    /// <summary>Gender=Neut.</summary>
    Neuter = 1 << 7,

    /// <summary>Tense=Past.</summary>
    Past = 1 << 8,

    /// <summary>Tense=Pres.</summary>
    Present = 1 << 9,

    /// <summary>Tense=Fut.</summary>
    Future = 1 << 10,

    /// <summary>Tense=Imp.</summary>
    Imperfect = 1 << 11,

    /// <summary>VerbForm=Fin.</summary>
    Finite = 1 << 12,

    /// <summary>VerbForm=Inf.</summary>
    Infinitive = 1 << 13,

    /// <summary>VerbForm=Part.</summary>
    Participle = 1 << 14,

    /// <summary>VerbForm=Ger.</summary>
    Gerund = 1 << 15,

    /// <summary>Mood=Imp.</summary>
    Imperative = 1 << 16,

    /// <summary>Mood=Cnd.</summary>
    Conditional = 1 << 17,

    /// <summary>Mood=Sub.</summary>
    Subjunctive = 1 << 18,

    /// <summary>Voice=Pass.</summary>
    Passive = 1 << 19,

    /// <summary>Poss=Yes.</summary>
    Possessive = 1 << 20,

    /// <summary>Reflex=Yes.</summary>
    Reflexive = 1 << 21,

    /// <summary>Polarity=Neg.</summary>
    Negative = 1 << 22,

    /// <summary>Definite=Def.</summary>
    Definite = 1 << 23,

    /// <summary>PronType=Rel.</summary>
    Relative = 1 << 24,

    /// <summary>PronType=Dem.</summary>
    Demonstrative = 1 << 25,

    /// <summary>PronType=Int.</summary>
    Interrogative = 1 << 26,

    /// <summary>NumType=Card.</summary>
    Cardinal = 1 << 27,

    /// <summary>NumType=Ord.</summary>
    Ordinal = 1 << 28,
}

/// <summary>Reads the FEATS column of CoNLL-U.</summary>
public static class MorphologyNames
{
    private static readonly Dictionary<string, Morphology>.AlternateLookup<ReadOnlySpan<char>> ByName = new Dictionary<string, Morphology>
    {
        ["Number=Sing"] = Morphology.Singular,
        ["Number=Plur"] = Morphology.Plural,
        ["Person=1"] = Morphology.First,
        ["Person=2"] = Morphology.Second,
        ["Person=3"] = Morphology.Third,
        ["Gender=Masc"] = Morphology.Masculine,
        ["Gender=Fem"] = Morphology.Feminine,
        ["Gender=Neut"] = Morphology.Neuter,
        ["Tense=Past"] = Morphology.Past,
        ["Tense=Pres"] = Morphology.Present,
        ["Tense=Fut"] = Morphology.Future,
        ["Tense=Imp"] = Morphology.Imperfect,
        ["VerbForm=Fin"] = Morphology.Finite,
        ["VerbForm=Inf"] = Morphology.Infinitive,
        ["VerbForm=Part"] = Morphology.Participle,
        ["VerbForm=Ger"] = Morphology.Gerund,
        ["Mood=Imp"] = Morphology.Imperative,
        ["Mood=Cnd"] = Morphology.Conditional,
        ["Mood=Sub"] = Morphology.Subjunctive,
        ["Voice=Pass"] = Morphology.Passive,
        ["Poss=Yes"] = Morphology.Possessive,
        ["Reflex=Yes"] = Morphology.Reflexive,
        ["Polarity=Neg"] = Morphology.Negative,
        ["Definite=Def"] = Morphology.Definite,
        ["PronType=Rel"] = Morphology.Relative,
        ["PronType=Dem"] = Morphology.Demonstrative,
        ["PronType=Int"] = Morphology.Interrogative,
        ["NumType=Card"] = Morphology.Cardinal,
        ["NumType=Ord"] = Morphology.Ordinal,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The flags of a FEATS column; features without a flag are left out.</summary>
    public static Morphology Parse(ReadOnlySpan<char> feats)
    {
        var all = Morphology.None;
        foreach (var range in feats.Split('|'))
        {
            if (ByName.TryGetValue(feats[range], out var flag)) all |= flag;
        }

        return all;
    }
}
