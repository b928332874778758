namespace Dateline.Text.Names;

/// <summary>What the other places where a document uses a word say of it.</summary>
[Flags]
internal enum DocumentClue : ushort
{
    None = 0,

    /// <summary>It follows a title somewhere.</summary>
    AfterTitle = 1 << 0,

    /// <summary>It follows a given name somewhere.</summary>
    AfterGiven = 1 << 1,

    /// <summary>It stands in a place somewhere: “in X”, “near X”.</summary>
    AfterLocative = 1 << 2,

    /// <summary>It is part of a run of capitals with the head word of a body.</summary>
    WithBody = 1 << 3,

    /// <summary>It is written without capital somewhere.</summary>
    Small = 1 << 4,

    /// <summary>It is written with a capital inside a sentence.</summary>
    CapitalInside = 1 << 5,

    /// <summary>It speaks somewhere.</summary>
    Speaks = 1 << 6,

    /// <summary>An article stands before it somewhere.</summary>
    AfterArticle = 1 << 7,

    /// <summary>It stands in brackets after a name, as short forms do.</summary>
    Bracketed = 1 << 8,

    /// <summary>It ends a run of two or more capitals somewhere.</summary>
    EndsRun = 1 << 9,

    /// <summary>It begins a run of two or more capitals somewhere.</summary>
    BeginsRun = 1 << 10,

    /// <summary>It stands in the document more than once.</summary>
    Often = 1 << 11,
}
