using Dateline.Text;

namespace Dateline.Chronology.Events;

/// <summary>How words are given.</summary>
public enum AttributionForm : byte
{
    /// <summary>In quotation marks.</summary>
    Direct,

    /// <summary>In the teller's words.</summary>
    Indirect,

    /// <summary>Partly in quotation marks.</summary>
    Mixed,
}

/// <summary>
/// Who says so: source, cue and content, as in PARC and PolNeAR (Pareti 2015; Newell, Margolin and Ruths 2018).
/// </summary>
/// <param name="Source">The words for who says it; null when nobody is named (“it was reported that”).</param>
/// <param name="SourceEntity">Index of the entity in the document, or -1.</param>
/// <param name="Cue">The words that make it an attribution: “said”, “according to”.</param>
/// <param name="Content">What is said; several pieces when the cue stands between them. In text order.</param>
/// <param name="Form">How it is given.</param>
/// <param name="Within">Index of the attribution whose content this one is part of, or -1.</param>
public sealed record Attribution(
    TextSpan? Source, int SourceEntity, TextSpan? Cue, IReadOnlyList<TextSpan> Content, AttributionForm Form, int Within = -1);
