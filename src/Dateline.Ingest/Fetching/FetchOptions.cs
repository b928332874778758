namespace Dateline.Ingest.Fetching;

/// <summary>How politely, how long and how much is fetched.</summary>
/// <remarks>Immutable. The defaults suit a desk that follows some hundred sites.</remarks>
public sealed record FetchOptions
{
    /// <summary>Mail or web address under which the owner of a site reaches whoever runs this; sent in <c>User-Agent</c>. None by default.</summary>
    public string? Contact { get; init; }

    /// <summary>Names of hosts that may lead into the own network, such as an intranet's; compared without case. None by default.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>Largest body in bytes, counted after unpacking. 16 MiB.</summary>
    public int BodyBytes { get; init; } = 16 << 20;

    /// <summary>Longest time for one exchange, from connecting to the last byte. 60 s.</summary>
    public TimeSpan ExchangeTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for opening a connection. 10 s.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most redirects followed for one address. 10.</summary>
    public int Redirects { get; init; } = 10;

    /// <summary>Least time between the beginnings of two exchanges with one host. 1 s.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most exchanges with one host at once. 1.</summary>
    public int HostExchanges { get; init; } = 1;

    /// <summary>How often a failure that may pass is tried again at once. 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Middle of the first wait before trying again; it doubles each time. 2 s.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait before trying again; where a site asks for more, the fetch fails and says until when. 30 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a robots.txt is believed: RFC 9309 allows 24 h.</summary>
    public TimeSpan RobotsAge { get; init; } = TimeSpan.FromHours(24);
}
