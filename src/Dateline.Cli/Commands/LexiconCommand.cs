using System.CommandLine;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Cli.Petrarch;
using Dateline.Cli.Pipeline;
using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline lexicon check</c>: looks through lexicons for rows that cannot be read.</summary>
internal static class LexiconCommand
{
    internal static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("FOLDER") { Description = "Folder of lexicons; by default the one beside the program.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Checks the tables of a folder and says what they hold.") { folder };
        check.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "lexicons");
            if (!Directory.Exists(path))
            {
                Console.Error.WriteLine($"DL2100 {path}: there is no such folder; name one that exists");
                return 2;
            }

            var tables = LexiconFolder.Read(path);
            var found = LexiconCheck.Check(tables).Concat(tables.Where(LexiconFolder.IsActs).SelectMany(CheckActs)).Distinct().ToList();
            foreach (var diagnostic in found)
                Console.Error.WriteLine(diagnostic);
            var lexicon = ActorLexicon.Read(tables);
            Console.WriteLine($"{tables.Count} tables, {tables.Sum(table => table.Rows.Count)} rows, {lexicon.Count} actors, {lexicon.SpellingCount} spellings, {found.Count} remarks");
            return found.Count == 0 ? 0 : 1;
        });
        return new Command("lexicon", "Looks after lexicons.") { check, CreateImport() };
    }

    // A user's frames may name the classes of the shipped ones, so they are read over them.
    private static IReadOnlyList<Diagnostic> CheckActs(LexiconTable table)
    {
        var language = Path.GetFileName(Path.GetDirectoryName(table.Path)) ?? string.Empty;
        var shipped = LexiconFolder.Read(Path.Combine(AppContext.BaseDirectory, "lexicons", language)).Find(LexiconFolder.IsActs);
        return ActLexicon.Read(shipped is null || table.HasSamePlace(shipped) ? [table] : [shipped, table]).Diagnostics;
    }

    private static bool HasSamePlace(this LexiconTable table, LexiconTable other) => Path.GetFullPath(table.Path) == Path.GetFullPath(other.Path);

    private static Command CreateImport()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Folder that holds the dictionaries: files whose names contain verbs, actors, agents, discards." };
        var overlay = new Option<DirectoryInfo>("--out") { Description = "Folder to write the tables to.", Required = true };
        var petrarch = new Command("petrarch", "Converts PETRARCH or TABARI dictionaries into tables for 'dateline read --lexicon'.") { folder, overlay };
        petrarch.SetAction(parsed => ImportPetrarch(parsed.GetRequiredValue(folder).FullName, parsed.GetRequiredValue(overlay).FullName));
        return new Command("import", "Takes over lexicons of other programs.") { petrarch };
    }

    private static int ImportPetrarch(string folder, string overlay)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"DL2100 {folder}: there is no such folder; name one that exists");
            return 2;
        }

        var result = PetrarchImport.Convert(folder, overlay, ReaderFolder.Acts(Path.Combine(AppContext.BaseDirectory, "lexicons"), "en"));
        foreach (var remark in result.Remarks) Console.Error.WriteLine(remark);
        Console.WriteLine($"{result.Frames} frames, {result.Actors} actors, {result.Roles} roles, {result.Remarks.Count} remarks");
        return result.Frames + result.Actors + result.Roles > 0 ? 0 : 1;
    }
}
