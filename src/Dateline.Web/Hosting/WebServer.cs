using Dateline.Storage;
using Dateline.Web.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Web.Hosting;

/// <summary>How the web application is served.</summary>
/// <param name="Address">Where it listens, such as “http://127.0.0.1:5080”; port 0 takes a free one.</param>
/// <param name="IsOpenToOthers">Whether others than this machine may reach it; the caller answers for what stands in front.</param>
/// <param name="Desk">Does what is asked for on the pages; null where they can only be read.</param>
public sealed record ServerSettings(Uri Address, bool IsOpenToOthers = false, WritingDesk? Desk = null)
{
    /// <summary>Who signs all that is decided here, blind to what others decide; null where each browser says who signs.</summary>
    public string? SecondCoder { get; init; }
}

/// <summary>What the pages need to know of the desk; always there, so that a page can ask.</summary>
internal sealed record DeskPlace(WritingDesk? Desk);

/// <summary>The web application over one store: pages for people and JSON for programs under the same addresses.</summary>
public static class WebServer
{
    /// <summary>Whether an address can be reached from this machine only.</summary>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return LoopbackHosts.IsLoopback(address.Host);
    }

    /// <summary>Puts the application together; <c>StartAsync</c> or <c>RunAsync</c> then serves it.</summary>
    /// <param name="store">What is shown; it stays open and the caller's.</param>
    /// <param name="settings">Where and to whom.</param>
    /// <exception cref="ArgumentException">The address is not loopback and <see cref="ServerSettings.IsOpenToOthers"/> is not set.</exception>
    public static WebApplication Create(Store store, ServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.IsOpenToOthers && !IsLoopback(settings.Address))
            throw new ArgumentException("The address can be reached by others, and that was not asked for.", nameof(settings));

        // No configuration files and no environment: what the caller says is what is served.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Only where texts and files are handed over may a body be large; elsewhere it is a mistake or worse.
            kestrel.Limits.MaxRequestBodySize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.WebHost.UseUrls(settings.Address.GetLeftPart(UriPartial.Authority));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        builder.Services.AddProblemDetails();
        // Razor brings protection of cookies along; no cookie is set, and no key is left on the disk for it.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddOpenApi(Description.Configure);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(new DeskPlace(settings.Desk));
        builder.Services.AddSingleton(new SecondCoder(settings.SecondCoder));

        var app = builder.Build();
        app.UseSecurityHeaders();
        if (!settings.IsOpenToOthers) app.UseLoopbackHosts();
        app.UseSameOrigin();
        app.UseEntityTags();
        app.UseExceptionHandler(failed => failed.Run(static context =>
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Dateline.Web")
                .LogError(context.Features.Get<IExceptionHandlerFeature>()?.Error, "{Path} failed", context.Request.Path);
            return Problems.Failed().ExecuteAsync(context);
        }));
        Addresses.Map(app);
        return app;
    }
}
