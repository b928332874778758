namespace Dateline.Storage;

/// <summary>What a watched address holds.</summary>
public enum WatchedKind
{
    /// <summary>A feed: RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap, an index of sitemaps, or a list of addresses.</summary>
    Sitemap,

    /// <summary>A page that is itself the article, or a list of articles.</summary>
    Page,
}

/// <summary>Whether a source answers.</summary>
public enum SourceHealth
{
    /// <summary>It was not asked yet.</summary>
    New,

    /// <summary>The last answer was sound.</summary>
    Fresh,

    /// <summary>It fails, but not for long.</summary>
    Failing,

    /// <summary>It says that it is gone, or has failed for two weeks; it is asked once a day all the same.</summary>
    Dead,
}

/// <summary>An address that is fetched again and again.</summary>
/// <remarks>Immutable: as it was when it was read.</remarks>
/// <param name="Id">Its key in this store.</param>
/// <param name="Url">Where it is fetched from.</param>
/// <param name="Kind">What it holds.</param>
public sealed record WatchedSource(long Id, string Url, WatchedKind Kind)
{
    /// <summary>What it calls itself, or what the list that it came from calls it.</summary>
    public string? Title { get; init; }

    /// <summary>Names of its nested groups, outermost first, parted by a slash; null at the top.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether it rests until somebody resumes it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Not to be asked before.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Time between two looks.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>Condition for the next request.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the last body, lower-case hexadecimal.</summary>
    public string? BodySha256 { get; init; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When its content was last found changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Since when it fails; null while it answers.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Status code of the last answer; 0 when there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last look failed; null when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether it answers, judged when it was last asked.</summary>
    public SourceHealth Health =>
        AskedAt is not { } asked ? SourceHealth.New
        : FailingSince is not { } since ? SourceHealth.Fresh
        : LastStatus == 410 || asked - since >= WatchSchedule.DeadAfter ? SourceHealth.Dead
        : SourceHealth.Failing;
}
