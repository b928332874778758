using Microsoft.AspNetCore.Builder;

namespace Dateline.Web.Hosting;

/// <summary>
/// Headers that keep hostile articles from acting: no script but our own files, nothing from elsewhere, no framing.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Nobody else learns where a reader came from; with “no-referrer” browsers would hide the origin of our own forms too.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // One address, two forms: caches must tell them apart.
        headers.Vary = "Accept";
        return next(context);
    });
}
