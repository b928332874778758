using System.Reflection;
using Dateline.Chronology.Claims;

namespace Dateline.Storage;

/// <summary>One numbered file of SQL.</summary>
internal sealed record SchemaFile(int Version, string Name, string Sql)
{
    public string Sha256 { get; } = ClaimIds.HashOf(Sql);
}

/// <summary>The numbered files that make a store, in order: Schema/0001-first.sql and those after it.</summary>
internal static class SchemaFiles
{
    public static IReadOnlyList<SchemaFile> All { get; } = Load();

    private static List<SchemaFile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new List<SchemaFile>();
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith("Schema/", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource["Schema/".Length..];
            // Line ends as in the repository, so that a checkout with others makes the same hash.
            files.Add(new SchemaFile(int.Parse(name.AsSpan(0, 4)), name, reader.ReadToEnd().ReplaceLineEndings("\n")));
        }

        return files;
    }
}
