using System.CommandLine;
using Dateline.Cli.Output;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Ingest.Rows;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline import</c>: reads files and folders into a store. Broken off, it goes on where it was.</summary>
internal static class ImportCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders to read, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var store = StoreOption.Create();
        var format = InputOptions.Format();
        var map = InputOptions.Map();
        var command = new Command("import", "Reads files and folders into a store. What is there already is passed over, so a broken-off import goes on where it was.") { paths, store, format, map };
        command.SetAction(parsed => StoreOption.Guard(() => Run(parsed.GetRequiredValue(paths), parsed.GetRequiredValue(store), parsed.GetValue(format), parsed.GetValue(map))));
        return command;
    }

    private static int Run(string[] paths, string storePath, InputFormat format, TableMapping? mapping)
    {
        using var store = Store.Open(storePath);
        using var intake = store.OpenIntake(RunVersions.Of(AppContext.BaseDirectory));
        var pipeline = ReadingPipeline.Open(mapping: mapping);
        var import = new StoreImport(intake, (stream, name, from) => pipeline.Read(stream, name, format, Environment.ProcessorCount, from), pipeline.ReadOne);
        var inputs = paths.SelectMany(InputFile.Of).ToList();
        using (var progress = new Progress("articles", inputs.Sum(input => input.Size)))
        {
            long before = 0;
            var told = 0;
            foreach (var input in inputs)
            {
                import.Take(input.Name, input.Open, () => progress.Step(before));
                before += input.Size;
                for (; told < import.Failures.Count; told++)
                    Console.Error.WriteLine(import.Failures[told]);
            }
        }

        intake.Complete();
        var sum = import.Sum;
        // Also where nothing was new: an earlier import may have been broken off before it had gathered.
        store.Gather();
        if (sum.Documents > 0)
        {
            var gathered = store.Gathered();
            Console.Error.WriteLine($"{gathered.Tellings:N0} tellings of {gathered.Events:N0} events from {gathered.Origins:N0} independent origins; {gathered.Disputes:N0} disputes");
        }

        Console.Error.WriteLine(
            $"{sum.Articles:N0} articles new, {sum.Versions - sum.Articles:N0} new versions, {sum.Documents:N0} readings with {sum.Events:N0} events and {sum.Claims:N0} claims; {sum.Unchanged:N0} articles unchanged, {import.PassedOver:N0} inputs passed over, {import.Failures.Count:N0} failed");
        return import.Failures.Count > 0 ? 1 : 0;
    }
}
