using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>The style sheet, the scripts and the icon, carried inside the assembly.</summary>
/// <remarks>Read once; safe for several threads.</remarks>
internal static class EmbeddedAssets
{
    private sealed record Asset(byte[] Bytes, string MediaType, string Hash);

    private static readonly FrozenDictionary<string, Asset> Files = Load();

    /// <summary>The address of a file; it changes with the file's content, so that browsers may keep it for ever.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Address(string name) =>
        Files.TryGetValue(name, out var asset) ? $"/assets/{name}?v={asset.Hash}" : throw new ArgumentException($"No file {name} in wwwroot.", nameof(name));

    /// <summary>Sends a file.</summary>
    public static IResult Send(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var asset)) return Problems.NotFound("There is no such file.");
        // Without the hash of this very content the address may mean another file after an update.
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Bytes, asset.MediaType);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith("wwwroot/", StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[resource["wwwroot/".Length..]] = new Asset(bytes, MediaTypeOf(resource), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
