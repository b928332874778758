using Dateline.Text;

namespace Dateline.Chronology.Events;

/// <summary>What a number counts, where its predicate tells.</summary>
public enum QuantityKind : byte
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People wounded.</summary>
    Wounded,

    /// <summary>People arrested or detained.</summary>
    Arrested,

    /// <summary>People displaced.</summary>
    Displaced,

    /// <summary>People abducted.</summary>
    Abducted,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A share of a whole, in percent.</summary>
    Percent,
}

/// <summary>
/// A number in words. “Dozens” keeps its words and has no value: nothing here is ever made exact that the text leaves vague.
/// </summary>
/// <param name="Span">The words, unit and counted noun included.</param>
/// <param name="Value">The number, where the words give one.</param>
/// <param name="Low">Least it can be (“at least 12”), where the words bound it.</param>
/// <param name="High">Most it can be (“up to 40”), where the words bound it.</param>
/// <param name="Unit">Unit or currency: “metric tons”, “EUR”, “%”; null for a plain count.</param>
/// <param name="Of">What is counted: “soldiers”, “petroleum”; null where not said.</param>
/// <param name="Kind">What the number counts.</param>
public sealed record Quantity(TextSpan Span, double? Value, double? Low, double? High, string? Unit, TextSpan? Of, QuantityKind Kind);
