namespace Dateline.Text.Casing;

/// <summary>How a word is written inside a sentence.</summary>
internal enum CaseForm : byte
{
    /// <summary>In small letters.</summary>
    Small,

    /// <summary>With a capital first letter, as names are.</summary>
    Capital,

    /// <summary>In capitals only, as acronyms are.</summary>
    Acronym,
}
