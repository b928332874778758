namespace Dateline.Ingest.Plain;

/// <summary>What one header or footer line says of its article; parts it does not name are null.</summary>
internal sealed record HeaderLine
{
    public string? Byline { get; init; }

    public string? Outlet { get; init; }

    /// <summary>ISO 8601.</summary>
    public string? Date { get; init; }

    /// <summary>Name of the rule, for <c>publishedBasis</c>.</summary>
    public required string Basis { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Names the outlet or a byline together with a full date, so that it can begin an article by itself.</summary>
    public bool Strong => Date is not null && (Outlet is not null || Byline is not null);
}
