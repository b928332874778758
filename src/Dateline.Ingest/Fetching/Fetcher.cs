using System.Diagnostics.CodeAnalysis;
using Dateline.Text;

namespace Dateline.Ingest.Fetching;

/// <summary>
/// Fetches addresses as a guest: says who it is, keeps to robots.txt, waits between requests and when asked to, takes nothing twice
/// that did not change, and goes nowhere but to the open internet.
/// </summary>
/// <remarks>
/// Safe for all threads; one for a whole process, since delays and robots.txt are kept in it. Nothing is thrown for what a site does:
/// each fault is a result with its reason. No cookie is kept and no name or password of an address is sent.
/// </remarks>
public sealed class Fetcher : IDisposable
{
    static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);

    readonly FetchOptions _options;
    readonly TimeProvider _clock;
    readonly Random _random;
    readonly Exchange _exchange;
    readonly HostGates _gates;
    readonly RobotsFiles _robots;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">Limits and manners.</param>
    /// <param name="clock">Runs all waits; the system's when null.</param>
    /// <param name="random">Spreads the waits; one of this process’s own when null. Used under a lock.</param>
    /// <exception cref="ArgumentException">The contact is not one mail or web address.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above zero.</exception>
    public Fetcher(FetchOptions options, TimeProvider? clock = null, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BodyBytes, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.HostExchanges, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Redirects, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Retries, nameof(options));
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _random = random ?? new Random(Environment.ProcessId);
        _exchange = new Exchange(options, _clock);
        _gates = new HostGates(options.HostExchanges, options.HostDelay, _clock);
        _robots = new RobotsFiles(_exchange, _gates, options, _clock);
    }

    /// <summary>Fetches one address, with redirects and, where a failure may pass, again after a wait.</summary>
    /// <exception cref="ArgumentException">The address is not absolute.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Address.IsAbsoluteUri)
            throw new ArgumentException("The address must be absolute.", nameof(request));
        for (var failures = 0; ; failures++)
        {
            var result = await FollowAsync(request, cancellation);
            if (!result.MayPass || failures == _options.Retries)
                return result;
            TimeSpan wait;
            lock (_random)
                wait = BackOff.Wait(_options.FirstWait, _options.LongestWait, failures, _random.NextDouble());
            if (result.NotBefore is { } until && until - _clock.GetUtcNow() is var asked && asked > wait)
                wait = asked;
            if (wait > _options.LongestWait)
                return result;
            await Task.Delay(wait, _clock, cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    /// <summary>The address that a redirect leads to, without name, password and fragment; false when it leads to no web page.</summary>
    internal static bool TryFollow(Uri from, string? location, [NotNullWhen(true)] out Uri? next)
    {
        next = null;
        if (location is null || !Uri.TryCreate(from, location, out var full))
            return false;
        next = Plain(full);
        return next is not null;
    }

    static Uri? Plain(Uri address) => address.Scheme is not ("http" or "https") || address.Host.Length == 0 ? null
        : address.UserInfo.Length == 0 && address.Fragment.Length == 0 ? address
        : new UriBuilder(address) { UserName = "", Password = "", Fragment = "" }.Uri;

    async Task<FetchResult> FollowAsync(FetchRequest request, CancellationToken cancellation)
    {
        var notes = new List<Diagnostic>();
        if (Plain(request.Address) is not { } at)
            return Ended(FetchOutcome.Refused, request.Address, null, 0, notes, IngestMessages.NoWebAddress(request.Address.OriginalString));
        Uri? moved = null;
        var forGood = true;
        for (var hop = 0; ; hop++)
        {
            var place = at.AbsoluteUri;
            var (allowed, unasked) = await _robots.AllowsAsync(at, cancellation);
            if (unasked?.Fault is { } silence)
                return Ended(unasked.Guarded ? FetchOutcome.Refused : FetchOutcome.Failed, at, moved, unasked.Status, notes, silence);
            if (!allowed)
                return Ended(FetchOutcome.Refused, at, moved, 0, notes, IngestMessages.RobotsForbid(place));
            Reply reply;
            using (await _gates.EnterAsync(at.Authority, cancellation))
                reply = await _exchange.AskAsync(at, request.ETag, request.LastModified, _options.BodyBytes, cutAtLimit: false, cancellation);
            if (reply.Fault is { } fault)
                return Ended(reply.Guarded ? FetchOutcome.Refused : FetchOutcome.Failed, at, moved, reply.Status, notes, fault) with { MayPass = reply.MayPass };
            if (reply.IsRedirect)
            {
                if (!TryFollow(at, reply.Location, out var next))
                    return Ended(FetchOutcome.Failed, at, moved, reply.Status, notes, IngestMessages.LeadsNowhere(place));
                if (hop == _options.Redirects)
                    return Ended(FetchOutcome.Failed, at, moved, reply.Status, notes, IngestMessages.TooManyRedirects(_options.Redirects, request.Address.AbsoluteUri));
                if (at.Scheme == "https" && next.Scheme == "http")
                    notes.Add(IngestMessages.Downgraded(next.AbsoluteUri, place));
                forGood &= reply.Status is 301 or 308;
                if (forGood)
                    moved = next;
                at = next;
                continue;
            }
            return Answered(reply, at, moved, notes);
        }
    }

    FetchResult Answered(Reply reply, Uri at, Uri? moved, List<Diagnostic> notes)
    {
        var outcome = reply.Status switch { 200 => FetchOutcome.Fetched, 304 => FetchOutcome.NotModified, _ => FetchOutcome.Failed };
        if (outcome == FetchOutcome.Failed)
        {
            var wait = reply.RetryAfter is { } after ? after < LongestRetryAfter ? after : LongestRetryAfter : (TimeSpan?)null;
            return Ended(outcome, at, moved, reply.Status, notes, IngestMessages.BadStatus(reply.Status, at.AbsoluteUri)) with
            {
                MayPass = reply.Status is 408 or 429 or 500 or 502 or 503 or 504,
                NotBefore = wait is null ? null : _clock.GetUtcNow() + wait,
            };
        }
        return new FetchResult
        {
            Outcome = outcome,
            Address = at,
            MovedTo = moved,
            Status = reply.Status,
            Body = reply.Body,
            MediaType = reply.MediaType,
            Charset = reply.Charset,
            ETag = reply.ETag,
            LastModified = reply.LastModified,
            Diagnostics = notes,
        };
    }

    // An address is remembered as moved only when it led to an answer; where it led astray, the old one stays.
    static FetchResult Ended(FetchOutcome outcome, Uri at, Uri? moved, int status, List<Diagnostic> notes, Diagnostic reason) => new()
    {
        Outcome = outcome,
        Address = at,
        MovedTo = outcome == FetchOutcome.Fetched ? moved : null,
        Status = status,
        Diagnostics = [.. notes, reason],
    };
}
