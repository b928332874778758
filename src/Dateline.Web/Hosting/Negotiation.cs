using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dateline.Web.Hosting;

/// <summary>Page or JSON: each address has both.</summary>
internal static class Negotiation
{
    /// <summary>
    /// Whether the one who asks wants a page. <c>?format=json</c> decides alone; else the better liked of the two in
    /// Accept; one who names neither (“*/*”, nothing) gets JSON, as programs do, and browsers always name HTML.
    /// </summary>
    public static bool WantsPage(HttpRequest request)
    {
        if (request.Query["format"] is { Count: > 0 } format) return format != "json";
        var html = 0.0;
        var json = 0.0;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return false;
        foreach (var media in accepted)
        {
            var quality = media.Quality ?? 1.0;
            if (media.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) html = Math.Max(html, quality);
            else if (media.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase)) json = Math.Max(json, quality);
        }

        return html > json || (html > 0 && html == json);
    }
}
