namespace Dateline.Text.Times;

/// <summary>A word before a time that makes a stretch of it.</summary>
internal enum TimeSignal : byte
{
    None,

    /// <summary>“since July”: from then until the document's time, or on.</summary>
    Since,

    /// <summary>“from July”, where no end follows.</summary>
    From,

    /// <summary>“until July”, “by July”, “before July”.</summary>
    Until,

    /// <summary>“after July”.</summary>
    After,

    /// <summary>The start of a stretch whose end is the next expression: “from 3 to 5 May”, “between 2012 and 2015”.</summary>
    Opens,

    /// <summary>The end of that stretch.</summary>
    Closes,
}

/// <summary>A reading with its place, before it is resolved.</summary>
/// <param name="Reading">What the words say.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Tense">-1 when its clause tells the past, 1 the future, 0 when neither is plain.</param>
/// <param name="Signal">The word before.</param>
internal readonly record struct FoundTime(TimeReading Reading, TextSpan Span, int Sentence, int Tense, TimeSignal Signal);
