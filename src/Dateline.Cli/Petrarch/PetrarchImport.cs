using System.Text;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Text;

namespace Dateline.Cli.Petrarch;

/// <summary>Converts a folder of PETRARCH or TABARI dictionaries into a folder of tables that is laid over Dateline's lexicons.</summary>
internal static class PetrarchImport
{
    /// <summary>What was made.</summary>
    /// <param name="Frames">Frames of verbs.</param>
    /// <param name="Actors">Actors.</param>
    /// <param name="Roles">Roles.</param>
    /// <param name="Remarks">What was left out, with file and line.</param>
    internal sealed record Result(int Frames, int Actors, int Roles, IReadOnlyList<Diagnostic> Remarks);

    /// <summary>Converts the dictionaries of a folder.</summary>
    /// <param name="folder">The folder that holds them.</param>
    /// <param name="overlay">The folder to write; made when it is not there.</param>
    /// <param name="shipped">Dateline's own acts, which give the event of a verb whose code lies outside CAMEO.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static Result Convert(string folder, string overlay, ActLexicon shipped)
    {
        var remarks = new List<Diagnostic>();
        var verbs = new PetrarchVerbs(shipped, remarks);
        var actors = new PetrarchActors(remarks);
        var agents = new PetrarchAgents(remarks);
        var hasAny = false;
        if (Dictionary(folder, "verbs", remarks) is { } verbLines)
        {
            verbs.Read(verbLines);
            Write(overlay, "en", "acts.tsv", writer => WriteActs(writer, verbs, Dictionary(folder, "discards", remarks), remarks));
            hasAny = true;
        }

        if (Dictionary(folder, "actors", remarks) is { } actorLines)
        {
            actors.Read(actorLines);
            Write(overlay, "actors", "dictionary.tsv", actors.Write);
            hasAny = true;
        }

        if (Dictionary(folder, "agents", remarks) is { } agentLines)
        {
            agents.Read(agentLines);
            Write(overlay, "en", "roles.tsv", agents.Write);
            hasAny = true;
        }

        if (!hasAny) remarks.Add(PetrarchMessages.NoDictionary(folder));
        return new Result(verbs.Count, actors.Count, agents.Count, remarks);
    }

    private static void WriteActs(TextWriter writer, PetrarchVerbs verbs, List<PetrarchLine>? discards, List<Diagnostic> remarks)
    {
        verbs.Write(writer);
        foreach (var line in discards ?? [])
        {
            var words = line.Text.TrimStart('+').Trim();
            if (words.Contains(' ', StringComparison.Ordinal) || words.Contains('_', StringComparison.Ordinal)) remarks.Add(PetrarchMessages.Phrase(line));
            else writer.Write($"foreign\tclass\t{words.ToLowerInvariant()}\n");
        }
    }

    // The plainest name goes first: “verbs.txt” before “verbs.2.0.txt”.
    private static List<PetrarchLine>? Dictionary(string folder, string kind, List<Diagnostic> remarks)
    {
        var paths = Directory.EnumerateFiles(folder, "*.txt")
            .Where(path => Path.GetFileName(path).Contains(kind, StringComparison.OrdinalIgnoreCase))
            .OrderBy(path => Path.GetFileName(path).Length).ThenBy(path => path, StringComparer.Ordinal).ToList();
        if (paths.Count == 0) return null;
        foreach (var other in paths.Skip(1)) remarks.Add(PetrarchMessages.OtherFile(other, Path.GetFileName(paths[0])));
        using var reader = new StreamReader(paths[0], Encoding.UTF8);
        return PetrarchLine.Read(reader, paths[0]);
    }

    private static void Write(string overlay, string folder, string file, Action<TextWriter> write)
    {
        var path = Path.Combine(overlay, folder);
        Directory.CreateDirectory(path);
        using var writer = new StreamWriter(Path.Combine(path, file), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(writer);
    }
}
