namespace Dateline.Ingest.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchOutcome
{
    /// <summary>There is a body.</summary>
    Fetched,

    /// <summary>The site says that nothing changed since the last answer.</summary>
    NotModified,

    /// <summary>Nothing may be fetched there: the address leads into the own network, or the site's robots.txt forbids it.</summary>
    Refused,

    /// <summary>The site could not be reached, or did not answer soundly.</summary>
    Failed,
}
