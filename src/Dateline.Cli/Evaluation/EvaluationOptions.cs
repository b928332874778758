namespace Dateline.Cli.Evaluation;

/// <summary>How gold is to be read and scored.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>Nothing special.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>BCP 47 primary subtag of the texts; null to let it be detected, and English for trees.</summary>
    public string? Language { get; init; }

    /// <summary>Only the first so many documents, of trees sentences; 0 for all.</summary>
    public int Limit { get; init; }

    /// <summary>Trees from running text instead of given tokens.</summary>
    public bool FromRawText { get; init; }

    /// <summary>Attributions of direct speech only.</summary>
    public bool OnlyDirect { get; init; }

    /// <summary>The input of the output that verbatim checks; null to check the output alone.</summary>
    public string? Against { get; init; }

    /// <summary>Incidents from text in upper and lower case, where the gold has it.</summary>
    public bool MixedCase { get; init; }
}
