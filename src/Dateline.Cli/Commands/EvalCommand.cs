using System.CommandLine;
using Dateline.Cli.Evaluation;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline eval</c>: scores the program on gold files, and holds it to what it has reached.</summary>
internal static class EvalCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var task = new Argument<string>("TASK") { Description = $"What is scored: {string.Join(", ", Evaluator.Tasks)}." };
        task.AcceptOnlyFromAmong(Evaluator.Tasks);
        var gold = new Argument<string[]>("GOLD") { Description = "Gold files of the task; for verbatim, files of output; for generated, none; for reviews, what ‘export --format gold’ writes, or stores, whose readings are scored run by run.", Arity = ArgumentArity.ZeroOrMore };
        var limit = new Option<int>("--limit") { Description = "Score only the first so many documents; of trees, sentences." };
        var errors = new Option<int>("--errors") { Description = "Print the first so many errors in words." };
        var language = new Option<string?>("--language") { Description = "Language of the texts; by default it is detected, and English for parse." };
        var raw = new Option<bool>("--raw") { Description = "parse: from running text, not from given tokens." };
        var direct = new Option<bool>("--direct") { Description = "attributions: direct speech only." };
        var mixedCase = new Option<bool>("--mixed-case") { Description = "incidents: text in upper and lower case where the gold has it." };
        var against = new Option<string?>("--against") { Description = "verbatim: the input that the output was made of." };
        var threads = Threads();
        var command = new Command("eval", "Scores the program on gold files.") { task, gold, limit, errors, language, raw, direct, mixedCase, against, threads };
        command.Validators.Add(result =>
        {
            if (result.GetValue(task) is { } name && name != "generated" && result.GetValue(gold) is not { Length: > 0 }) result.AddError($"name the gold files of ‘{name}’.");
        });
        command.Subcommands.Add(CreateAll());
        command.SetAction(parsed => Guard(() =>
        {
            var options = new EvaluationOptions
            {
                Language = parsed.GetValue(language),
                Limit = parsed.GetValue(limit),
                FromRawText = parsed.GetValue(raw),
                OnlyDirect = parsed.GetValue(direct),
                MixedCase = parsed.GetValue(mixedCase),
                Against = parsed.GetValue(against),
            };
            return RunTask(parsed.GetRequiredValue(task), parsed.GetValue(gold) ?? [], options, parsed.GetValue(errors), parsed.GetValue(threads));
        }));
        return command;
    }

    private static Command CreateAll()
    {
        var data = new Option<string?>("--data") { Description = "Folder of the corpora; by default what DATELINE_DATA says." };
        var floors = new Option<string>("--floors") { Description = "File of floors.", DefaultValueFactory = _ => Path.Combine("eval", "floors.json") };
        var only = new Option<string?>("--only") { Description = "Only measures whose name contains this." };
        var markdown = new Option<bool>("--markdown") { Description = "Print the table of docs/accuracy.md." };
        var page = new Option<string?>("--page") { Description = "A page whose table of figures is replaced, such as docs/accuracy.md." };
        var write = new Option<bool>("--write") { Description = "Raise the floors to what was reached." };
        var lower = new Option<string[]>("--lower") { Description = "With --write: a measure whose floor may fall, or all.", AllowMultipleArgumentsPerToken = true };
        var threads = Threads();
        var command = new Command("all", "Measures every development figure and fails when one has fallen below its floor.") { data, floors, only, markdown, page, write, lower, threads };
        command.SetAction(parsed => Guard(() =>
        {
            if ((parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("DATELINE_DATA")) is not { Length: > 0 } folder || !Directory.Exists(folder))
            {
                Console.Error.WriteLine("DL3202: there is no folder of corpora; name one with --data or in DATELINE_DATA");
                return 2;
            }

            var asked = new GateRequest(
                folder, parsed.GetRequiredValue(floors), parsed.GetValue(only), parsed.GetValue(markdown), parsed.GetValue(page), parsed.GetValue(write), parsed.GetValue(lower) ?? []);
            return RunAll(asked, parsed.GetValue(threads));
        }));
        return command;
    }

    private static int RunTask(string task, string[] gold, EvaluationOptions options, int errors, int threads)
    {
        var run = new Evaluator(threads).Run(task, gold, options);
        ScoreTable.Print(Console.Out, task, run);
        foreach (var error in run.Sheet.Errors.Take(errors)) Console.Out.WriteLine(error);
        return task == "verbatim" && run.Sheet["failures"].Value > 0 ? 1 : 0;
    }

    private static int RunAll(GateRequest asked, int threads)
    {
        var floors = File.Exists(asked.Floors) ? FloorsFile.Read(asked.Floors) : new FloorsFile();
        var gate = new Gate(asked.Data, floors, threads);
        if (Array.Find(asked.Lower, name => name != "all" && !gate.Measures.Contains(name)) is { } unknown)
        {
            Console.Error.WriteLine($"DL3203: no measure is called ‘{unknown}’; write its name as in the table");
            return 2;
        }

        var figures = gate.Run(asked.Only, Console.Error.WriteLine);
        if (figures.Count == 0)
        {
            Console.Error.WriteLine($"DL3203: no measure has ‘{asked.Only}’ in its name; write a part of a name as in the table");
            return 2;
        }

        if (asked.Writes)
        {
            var moved = gate.Raise(figures, asked.Lower);
            if (Path.GetDirectoryName(asked.Floors) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            floors.Write(asked.Floors);
            Console.Error.WriteLine($"{moved.Count} floors written to {asked.Floors}");
            figures = [.. figures.Select(figure => figure with { Floor = floors[figure.Measure.Name] })];
        }

        if (asked.InMarkdown) GateTable.PrintMarkdown(Console.Out, figures);
        else GateTable.Print(Console.Out, figures);
        if (asked.Page is { } page)
        {
            if (GateTable.OnPage(File.ReadAllText(page), figures) is not { } text)
            {
                Console.Error.WriteLine($"DL3205 {page}: the page has no table of figures; put one there with --markdown");
                return 2;
            }

            File.WriteAllText(page, text);
        }

        var fallen = figures.Where(figure => figure.HasFallen).ToArray();
        foreach (var figure in fallen)
            Console.Error.WriteLine($"fallen: {figure.Measure.Name}: {ScoreTable.Figure(figure.Value)}, floor {ScoreTable.Figure(figure.Floor.Value)}");
        return fallen.Length > 0 ? 1 : 0;
    }

    private static Option<int> Threads()
    {
        var threads = new Option<int>("--threads") { Description = "How many documents are read at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--threads takes a number from 1 to 256.");
        });
        return threads;
    }

    private static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (InvalidDataException fault)
        {
            Console.Error.WriteLine($"DL3201: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"DL3204: {fault.Message.TrimEnd('.')}; name files that can be read");
        }

        return 1;
    }

    /// <summary>What is asked of the gate.</summary>
    private sealed record GateRequest(string Data, string Floors, string? Only, bool InMarkdown, string? Page, bool Writes, string[] Lower);
}
