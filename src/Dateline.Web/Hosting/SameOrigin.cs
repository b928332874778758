using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>
/// Whether a request that changes something comes from a page of this server. Browsers say where a request comes from; a
/// program that says nothing carries no one else's cookies and is let in.
/// </summary>
internal static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.Scheme is "http" or "https"
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
