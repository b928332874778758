namespace Dateline.Text;

/// <summary>
/// A published item as taken in: its text and what the page or feed says of it.
/// </summary>
/// <remarks>Immutable. Every field but <see cref="Id"/> and <see cref="Text"/> is null or empty where the input does not license it.</remarks>
public sealed record Article
{
    /// <summary>Name of the article within its input; several articles of one page are PAGE#1, PAGE#2, ….</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The text, never altered after this point. Plain text is kept as it was, headline included; of an HTML page it is the
    /// body, and the headline stands in <see cref="Title"/> alone.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it first, as named on the page.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who re-published it, where that is somebody else than <see cref="Outlet"/>.</summary>
    public string? Via { get; init; }

    /// <summary>The authors, as the page names them, without “By”.</summary>
    public string? Byline { get; init; }

    /// <summary>The news agency that the dateline or a credit names, such as “Reuters”; null when none is named.</summary>
    public string? Agency { get; init; }

    /// <summary>The place of the dateline (“BAMAKO, Oct 5 (Reuters) –”) as written.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>Publication: an ISO 8601 date, or a date and time with its offset where the input names one.</summary>
    public string? Published { get; init; }

    /// <summary>Which rule gave <see cref="Published"/>; null when there is no date.</summary>
    public string? PublishedBasis { get; init; }

    /// <summary>Every date that some rule proposed, in order of trust; the first is <see cref="Published"/>, unless it is only the time of a capture.</summary>
    public IReadOnlyList<DateCandidate> PublishedCandidates { get; init; } = [];

    /// <summary>BCP 47 tag as given, or null to let the language be detected.</summary>
    public string? Language { get; init; }

    /// <summary>Categories and tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Headline, paragraphs and the rest, in order, as spans of <see cref="Text"/>.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>What of the input was not understood, kept as it was.</summary>
    public string? Remainder { get; init; }

    /// <summary>What the reader of the format had to say.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What “yesterday” in this article counts from; null when <see cref="Published"/> is missing or no date.</summary>
    public DocumentTime? DocumentTime
    {
        get
        {
            if (Published is not { Length: >= 10 } published || !DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", out var date))
                return null;
            TimeOnly? timeOfDay = published.Length >= 16 && TimeOnly.TryParseExact(published.AsSpan(11, 5), "HH:mm", out var time) ? time : null;
            return new DocumentTime(date, timeOfDay, PublishedBasis ?? "given");
        }
    }
}

/// <summary>A date that one rule found in an input.</summary>
/// <param name="Value">ISO 8601 date or date and time.</param>
/// <param name="Basis">Which rule found it.</param>
public sealed record DateCandidate(string Value, string Basis);
