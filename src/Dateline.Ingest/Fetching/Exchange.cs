using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Dateline.Ingest.Fetching;

/// <summary>Sends one request and takes the answer within its limits; follows nothing and keeps nothing.</summary>
/// <remarks>Safe for all threads. No proxy is used, since a proxy would resolve names past the guard.</remarks>
internal sealed class Exchange : IDisposable
{
    readonly HttpClient _http;
    readonly FetchOptions _options;
    readonly TimeProvider _clock;

    public Exchange(FetchOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var connection = new GuardedConnection(options.AllowedHosts.ToHashSet(StringComparer.OrdinalIgnoreCase));
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = connection.ConnectAsync,
            ConnectTimeout = options.ConnectTime,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(options.Contact));
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept",
            "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>Asks once.</summary>
    /// <param name="address">Absolute, of http or https.</param>
    /// <param name="etag">Condition, or null.</param>
    /// <param name="lastModified">Condition, or null.</param>
    /// <param name="limit">Most bytes of the body after unpacking.</param>
    /// <param name="cutAtLimit">Whether a longer body is cut there, not refused.</param>
    /// <param name="cancellation">Ends the exchange.</param>
    public async Task<Reply> AskAsync(Uri address, string? etag, string? lastModified, int limit, bool cutAtLimit, CancellationToken cancellation)
    {
        var place = address.AbsoluteUri;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_options.ExchangeTime);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (etag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (lastModified is not null)
                request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            var reply = Head(response);
            // Only a body that will be read is worth its transfer; the rest of the connection is dropped.
            if (reply.Status != 200)
                return reply;
            return await BodyAsync(reply, response.Content, limit, cutAtLimit, place, time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply { Fault = IngestMessages.TooSlow((int)_options.ExchangeTime.TotalSeconds, place), MayPass = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            return Broken(e, place);
        }
    }

    /// <summary>What names this program to a site.</summary>
    /// <exception cref="ArgumentException">The contact is not one short line.</exception>
    internal static string UserAgent(string? contact)
    {
        var version = typeof(Exchange).Assembly.GetName().Version?.ToString(2) ?? "0";
        if (contact is null)
            return $"Dateline/{version}";
        if (contact.Length is 0 or > 200 || contact.AsSpan().ContainsAnyExceptInRange('!', '~') || contact.AsSpan().ContainsAny('(', ')', '\\'))
            throw new ArgumentException("A contact is one mail or web address without spaces or brackets.", nameof(contact));
        return $"Dateline/{version} (+{contact})";
    }

    public void Dispose() => _http.Dispose();

    Reply Head(HttpResponseMessage response) => new()
    {
        Status = (int)response.StatusCode,
        MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
        Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\'', ' '),
        ETag = First(response.Headers, "ETag"),
        LastModified = First(response.Content.Headers, "Last-Modified"),
        Location = First(response.Headers, "Location"),
        RetryAfter = response.Headers.RetryAfter is not { } after ? null
            : after.Delta ?? (after.Date is { } date ? Later(date - _clock.GetUtcNow()) : null),
    };

    static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.FirstOrDefault()?.Trim() is { Length: > 0 and <= 4096 } value ? value : null;

    static async Task<Reply> BodyAsync(Reply reply, HttpContent content, int limit, bool cut, string place, CancellationToken cancellation)
    {
        await using var raw = await content.ReadAsStreamAsync(cancellation);
        var coding = string.Join(',', content.Headers.ContentEncoding).Trim().ToLowerInvariant();
        Stream? stream = coding switch
        {
            "" or "identity" => raw,
            "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true),
            "br" => new BrotliStream(raw, CompressionMode.Decompress, leaveOpen: true),
            "deflate" => new ZLibStream(raw, CompressionMode.Decompress, leaveOpen: true),
            _ => null,
        };
        if (stream is null)
            return reply with { Fault = IngestMessages.UnknownCoding(coding, place) };
        try
        {
            var buffer = new byte[Math.Min(limit + 1L, 1 << 16)];
            var length = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
                if (read == 0)
                    break;
                length += read;
                if (length > limit)
                {
                    if (!cut)
                        return reply with { Fault = IngestMessages.BodyTooLarge(limit, place) };
                    length = limit;
                    break;
                }
                if (length == buffer.Length)
                    Array.Resize(ref buffer, (int)Math.Min(limit + 1L, buffer.Length * 2L));
            }
            return reply with { Body = buffer.AsSpan(0, length).ToArray() };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Once the head is there, whatever ends the connection, politely or not, has cut the body.
            return reply with { Fault = IngestMessages.CutShort(place), MayPass = true };
        }
        finally
        {
            if (stream != raw)
                await stream.DisposeAsync();
        }
    }

    static Reply Broken(Exception e, string place)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is AddressRefusedException refused)
                return new Reply { Fault = IngestMessages.ClosedAddress(refused.Host, place), Guarded = true };
            if (inner is InvalidDataException)
                return new Reply { Fault = IngestMessages.BadCompression(place), MayPass = true };
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
                return new Reply { Fault = IngestMessages.NoSuchHost(place), MayPass = true };
            if (inner is System.Security.Authentication.AuthenticationException)
                return new Reply { Fault = IngestMessages.NoTrust(place) };
        }
        return new Reply { Fault = IngestMessages.Unreachable(e.Message, place), MayPass = true };
    }
}
