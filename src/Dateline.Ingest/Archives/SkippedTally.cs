using System.Globalization;

namespace Dateline.Ingest.Archives;

/// <summary>Counts what an input holds beside its articles, so that nothing of it vanishes untold.</summary>
internal sealed class SkippedTally
{
    readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>One more of a kind.</summary>
    public void Add(string kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    /// <summary>How many of a kind.</summary>
    public int Count(string kind) => _counts.GetValueOrDefault(kind);

    /// <summary>The last result with the counts noted at it; an input without any result becomes a failed row that says why.</summary>
    public IntakeResult Conclude(IntakeResult? last, string name)
    {
        var told = string.Join(", ", _counts.Select(static c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}: {c.Value}")));
        if (last is null)
            return new IntakeResult(name, IngestMessages.NoArticlesInside(told, name));
        if (_counts.Count == 0 || last.Article is not { } article)
            return last;
        return new IntakeResult(article with { Diagnostics = [.. article.Diagnostics, IngestMessages.PassedOver(told, name)] });
    }
}
