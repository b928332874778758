using System.Text;

namespace Dateline.Ingest.Fetching;

/// <summary>What each site's robots.txt allows, fetched when first asked for and believed for a while (RFC 9309, section 2.3).</summary>
/// <remarks>Safe for all threads. At most 500 KiB of a file are read and five redirects followed, as the RFC asks.</remarks>
internal sealed class RobotsFiles(Exchange exchange, HostGates gates, FetchOptions options, TimeProvider clock)
{
    const int FileBytes = 500 << 10;
    const int Redirects = 5;
    const int Most = 4096;

    // A site that was down is asked again sooner than one that answered.
    static readonly TimeSpan FaultAge = TimeSpan.FromMinutes(15);
    static readonly RobotsRules Nothing = RobotsRules.Read("User-agent: *\nDisallow: /", "Dateline");
    static readonly RobotsRules Everything = RobotsRules.Read("", "Dateline");

    readonly Dictionary<string, (RobotsRules Rules, Reply? Fault, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the address may be fetched; where the site could not be asked it may not, and the fault says why.</summary>
    public async Task<(bool Allowed, Reply? Fault)> AllowsAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        var now = clock.GetUtcNow();
        (RobotsRules Rules, Reply? Fault, DateTimeOffset Until) known;
        lock (_known)
            _known.TryGetValue(site, out known);
        if (known.Rules is null || known.Until <= now)
        {
            var (rules, fault) = await ReadAsync(new Uri(site + "/robots.txt"), cancellation);
            known = (rules, fault, clock.GetUtcNow() + (fault is null || options.RobotsAge < FaultAge ? options.RobotsAge : FaultAge));
            lock (_known)
            {
                if (_known.Count >= Most)
                    Forget(now);
                _known[site] = known;
            }
        }
        return (known.Rules.Allows(address.AbsoluteUri), known.Fault);
    }

    async Task<(RobotsRules Rules, Reply? Fault)> ReadAsync(Uri address, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= Redirects; hop++)
        {
            Reply reply;
            using (await gates.EnterAsync(address.Authority, cancellation))
                reply = await exchange.AskAsync(address, null, null, FileBytes, cutAtLimit: true, cancellation);
            if (reply.Fault is not null)
                return (Nothing, reply);
            if (reply.Status is 429 or >= 500)
                return (Nothing, reply with { Fault = IngestMessages.RobotsUnreachable(address.AbsoluteUri) });
            if (reply.Status == 200)
                return (RobotsRules.Read(Encoding.UTF8.GetString(reply.Body), "Dateline"), null);
            if (!reply.IsRedirect)
                return (Everything, null);
            if (!Fetcher.TryFollow(address, reply.Location, out var next))
                return (Everything, null);
            address = next;
        }
        // Too many redirects count as a file that is not there.
        return (Everything, null);
    }

    void Forget(DateTimeOffset now)
    {
        foreach (var site in _known.Where(pair => pair.Value.Until <= now).Select(pair => pair.Key).ToList())
            _known.Remove(site);
        if (_known.Count >= Most)
            _known.Clear();
    }
}
