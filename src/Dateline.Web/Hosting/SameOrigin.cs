using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>
/// Whatever changes something must come from a page of this server, or from a program: a page elsewhere must not make a reader's
/// browser post here. Browsers say with each request where it comes from; programs, which nobody can trick so, say nothing.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOwn(request)
            ? next(context) : Problems.Foreign().ExecuteAsync(context);
    });

    internal static bool IsOwn(HttpRequest request)
    {
        // Sec-Fetch-Site is set by the browser alone and holds behind any proxy; Origin is for browsers without it.
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site) return site.Count == 1 && site[0] is "same-origin" or "none";
        return request.Headers.Origin is not { Count: > 0 } origin
            || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
