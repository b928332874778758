namespace Dateline.Text;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is missing.</summary>
    Note,

    /// <summary>Something was left out or read with doubt.</summary>
    Warning,

    /// <summary>The input could not be read.</summary>
    Error,
}

/// <summary>
/// What was wrong with an input, as a value. Misuse throws; bad input gives one of these.
/// </summary>
/// <param name="Code">Stable code: DL1xxx ingest, DL2xxx lexicon, DL3xxx model and language, DL4xxx store.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong and, after a semicolon, what to do.</param>
/// <param name="Place">File, or file and line, where known.</param>
/// <param name="Span">The words concerned, where the text itself is meant.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string? Place = null, TextSpan? Span = null)
{
    /// <inheritdoc/>
    public override string ToString() => Place is null ? $"{Code}: {Message}" : $"{Code} {Place}: {Message}";
}
