namespace Dateline.Text.Names;

/// <summary>What the lexicons and the spelling of a word say of it, before anything is decided.</summary>
[Flags]
internal enum Clue : uint
{
    None = 0,

    /// <summary>A given name.</summary>
    Given = 1 << 0,

    /// <summary>A family name.</summary>
    Family = 1 << 1,

    /// <summary>Stands before a person's name: “Mr”, “Sheikh”, “President”.</summary>
    Title = 1 << 2,

    /// <summary>Heads the name of a body: “Ministry”, “Party”.</summary>
    Body = 1 << 3,

    /// <summary>Heads the name of a built place: “Airport”.</summary>
    Built = 1 << 4,

    /// <summary>Heads the name of a place: “River”, “Province”.</summary>
    Land = 1 << 5,

    /// <summary>Is, or is part of, the name of a country.</summary>
    Country = 1 << 6,

    /// <summary>Says of which country somebody is: “Malian”, “Malians”.</summary>
    Nationality = 1 << 7,

    /// <summary>A capital, or a seat that stands for a government.</summary>
    Capital = 1 << 8,

    /// <summary>Part of the name of a person of the actor lexicon.</summary>
    KnownPerson = 1 << 9,

    /// <summary>Part of the name of a body or group of the actor lexicon.</summary>
    KnownBody = 1 << 10,

    /// <summary>Part of the name of a place of the actor lexicon.</summary>
    KnownPlace = 1 << 11,

    /// <summary>Part of the name of a town of at least 100,000 people, of a division or of a water.</summary>
    LargeTown = 1 << 12,

    /// <summary>Part of the name of a smaller town.</summary>
    Town = 1 << 13,

    /// <summary>Running text writes it without capital.</summary>
    Everyday = 1 << 14,

    /// <summary>Running text writes it with a capital wherever it stands.</summary>
    Proper = 1 << 15,

    /// <summary>A month, a day of the week, a feast.</summary>
    Calendar = 1 << 16,

    /// <summary>A faith, a people, a persuasion: “Muslim”, “Hausa”.</summary>
    People = 1 << 17,

    /// <summary>A phrase of the actor lexicon begins here.</summary>
    Begins = 1 << 18,

    /// <summary>A phrase of the actor lexicon goes on here.</summary>
    Inside = 1 << 19,

    /// <summary>A name of the gazetteer goes on here.</summary>
    TownInside = 1 << 20,

    /// <summary>“North”, “Eastern”, “Upper”.</summary>
    Direction = 1 << 21,

    /// <summary>Joins the parts of a name: “of”, “bin”, “de”, a hyphen.</summary>
    Link = 1 << 22,

    /// <summary>Puts something in a place: “in”, “near”.</summary>
    Locative = 1 << 23,

    /// <summary>A verb of saying.</summary>
    Speech = 1 << 24,

    /// <summary>Has a capital first.</summary>
    Capitalised = 1 << 25,

    /// <summary>May be part of a name: only such words are scored.</summary>
    Candidate = 1 << 26,
}
