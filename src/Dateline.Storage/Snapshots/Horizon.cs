namespace Dateline.Storage;

/// <summary>
/// How far a store had come at some moment: the last reading and the last decision that it held. Numbers are only ever
/// given upwards, so that they say what was there even where the clock was set back.
/// </summary>
/// <param name="Document">Number of the last reading; 0 before the first.</param>
/// <param name="Review">Number of the last decision; 0 before the first.</param>
internal readonly record struct Horizon(long Document, long Review)
{
    /// <summary>The order in which the readings of one article take each other's place, as <see cref="DocumentWriter"/> has it.</summary>
    public const string LatestFirst = "v.seen_at DESC, v.number DESC, document.id DESC";

    /// <summary>No horizon: all that the store holds.</summary>
    public static Horizon Now { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>
    /// Condition on <c>document.id</c> that holds for the readings that were current; takes <c>$last</c>, the number of the
    /// last reading, where there is a horizon.
    /// </summary>
    public string IsCurrent => this == Now
        ? "document.superseded_at IS NULL"
        : $"""
           document.id IN (SELECT id FROM (SELECT document.id, row_number() OVER (PARTITION BY v.article_id ORDER BY {LatestFirst}) AS place
             FROM document JOIN article_version v ON v.id = document.version_id WHERE document.id <= $last) WHERE place = 1)
           """;
}
