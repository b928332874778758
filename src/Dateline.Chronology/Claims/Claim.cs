using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Places;

namespace Dateline.Chronology.Claims;

/// <summary>The words that support a claim: a span of one version of one article.</summary>
/// <param name="ArticleVersion">SHA-256 of the article's text, lower-case hexadecimal.</param>
/// <param name="Span">The words; read from the text each time, never stored apart.</param>
public sealed record Evidence(string ArticleVersion, TextSpan Span);

/// <summary>
/// One thing that one teller says of one event. Never changed and never overwritten by another claim.
/// </summary>
/// <param name="Id">Made from the evidence and the assertion: the same telling always has the same id.</param>
/// <param name="About">The event it is about.</param>
/// <param name="Evidence">The words.</param>
/// <param name="Asserts">What is said.</param>
/// <param name="Attribution">Who says so; null for the outlet itself.</param>
/// <param name="Factuality">How it is said.</param>
public sealed record Claim(string Id, string About, Evidence Evidence, Assertion Asserts, Attribution? Attribution, Factuality Factuality);

/// <summary>What a claim says. Closed: the five cases below.</summary>
public abstract record Assertion
{
    private Assertion()
    {
    }

    /// <summary>That an act of this kind took place.</summary>
    /// <param name="Kind">PLOVER event.</param>
    /// <param name="Mode">PLOVER mode.</param>
    /// <param name="Cameo">CAMEO code.</param>
    public sealed record Occurred(EventKind Kind, string? Mode, string Cameo) : Assertion;

    /// <summary>That somebody did it, or that it was done to somebody.</summary>
    /// <param name="Party">Who.</param>
    /// <param name="IsActor">True for the doer, false for the one done to.</param>
    public sealed record TookPart(Party Party, bool IsActor) : Assertion;

    /// <summary>Where it happened.</summary>
    /// <param name="Place">The place.</param>
    public sealed record HappenedAt(PlaceMention Place) : Assertion;

    /// <summary>When it happened.</summary>
    /// <param name="Time">The time.</param>
    public sealed record HappenedOn(EventTime Time) : Assertion;

    /// <summary>How many.</summary>
    /// <param name="Quantity">The number with its words.</param>
    public sealed record Numbered(Quantity Quantity) : Assertion;
}
