using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Web.Hosting;

/// <summary>
/// A server on loopback answers only for loopback names: a page elsewhere must not reach it through a name of its own
/// that resolves to this machine (DNS rebinding).
/// </summary>
internal static class LoopbackHosts
{
    public static void UseLoopbackHosts(this IApplicationBuilder app) => app.Use(static (context, next) =>
        IsLoopback(context.Request.Host.Host) ? next(context) : Problems.MisdirectedHost(context.Request.Host.Host).ExecuteAsync(context));

    /// <summary>Whether a host name or address can only mean this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
