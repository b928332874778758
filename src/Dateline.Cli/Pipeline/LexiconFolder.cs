using Dateline.Text.Lexicons;

namespace Dateline.Cli.Pipeline;

/// <summary>Reads the tables of a folder of lexicons.</summary>
internal static class LexiconFolder
{
    /// <summary>Every <c>*.tsv</c> below a folder, in the order of their paths; none when there is no such folder.</summary>
    public static List<LexiconTable> Read(string folder)
    {
        var tables = new List<LexiconTable>();
        if (!Directory.Exists(folder)) return tables;
        foreach (var path in Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var reader = File.OpenText(path);
            tables.Add(LexiconTable.Read(reader, path));
        }

        return tables;
    }

    /// <summary>Whether a table holds the acts of a language.</summary>
    public static bool IsActs(LexiconTable table) => Path.GetFileName(table.Path) == "acts.tsv";

    /// <summary>The actors of a folder, with those of a user's own folder laid over them.</summary>
    public static ActorLexicon Actors(string folder, string? overlay = null)
    {
        var tables = Read(folder);
        if (overlay is not null) tables.AddRange(Read(overlay));
        return ActorLexicon.Read(tables);
    }
}
