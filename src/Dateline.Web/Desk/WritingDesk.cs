using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Web.Desk;

/// <summary>What a person may change from the pages, done by the program that serves them: the pages themselves fetch and read nothing.</summary>
/// <remarks>All work must be safe for several threads.</remarks>
public sealed record WritingDesk
{
    /// <summary>Takes inputs in, in their order, and gathers anew where something was new.</summary>
    public required Func<IReadOnlyList<GivenInput>, CancellationToken, Task<IReadOnlyList<TakenInput>>> TakeIn { get; init; }

    /// <summary>Finds what there is to watch at an address; <see langword="true"/> watches the page itself.</summary>
    public required Func<string, bool, CancellationToken, Task<(OfferedSource? Found, Diagnostic? Failure)>> FindSource { get; init; }

    /// <summary>Reads a list of feeds (OPML); the failure says why there is none.</summary>
    public required Func<Stream, string, (IReadOnlyList<OfferedSource> Feeds, Diagnostic? Failure)> ReadFeedList { get; init; }

    /// <summary>Writes the feeds among the sources as OPML.</summary>
    public required Action<Stream, IReadOnlyList<WatchedSource>> WriteFeedList { get; init; }

    /// <summary>An article to try the paste box with; null when there is none.</summary>
    public string? Sample { get; init; }

    /// <summary>Whether sources are looked at by this process while it serves.</summary>
    public bool IsWatching { get; init; }

    /// <summary>Most bytes of one request that brings texts or files. 32 MiB.</summary>
    public int MostBytes { get; init; } = 32 << 20;
}

/// <summary>A source that may be added to the list.</summary>
/// <param name="Url">Where it is fetched from.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">What it is called; null when that is not known.</param>
/// <param name="Folder">Names of its groups, parted by a slash; null for the top.</param>
public sealed record OfferedSource(string Url, WatchedKind Kind, string? Title, string? Folder);

/// <summary>A text or file that a person hands over.</summary>
/// <param name="Name">What it is called: the same name later is the same input later.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record GivenInput(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What became of an input.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="WasThere">Whether the same bytes had been taken in before; then nothing was added.</param>
/// <param name="Articles">The articles it holds.</param>
/// <param name="Failures">What of it could not be read.</param>
public sealed record TakenInput(string Name, bool WasThere, IReadOnlyList<TakenArticle> Articles, IReadOnlyList<Diagnostic> Failures);

/// <summary>An article of an input.</summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="IsNew">Whether this version was not there before.</param>
/// <param name="Title">Its headline; null when it has none.</param>
/// <param name="Events">How many events are shown.</param>
public sealed record TakenArticle(string Id, int Version, bool IsNew, string? Title, int Events);
