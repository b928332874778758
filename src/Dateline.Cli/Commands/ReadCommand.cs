using System.CommandLine;
using System.Text;
using System.Text.Json;
using Dateline.Chronology;
using Dateline.Chronology.Export;
using Dateline.Cli.Output;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Ingest.Rows;
using Dateline.Text;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline read</c>: reads files or standard input and prints what they tell; no store, no network.</summary>
internal static class ReadCommand
{
    private enum OutputFormat
    {
        Chronology,
        Jsonl,
        Json,
        Csv,
    }

    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files and folders to read, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = InputOptions.Format();
        var map = InputOptions.Map();
        var output = new Option<OutputFormat?>("--format") { Description = "Form of the output; a chronology on a terminal, JSON lines in a pipe." };
        var layers = new Option<string[]>("--layers") { Description = "Further layers in JSON: tokens.", AllowMultipleArgumentsPerToken = true };
        layers.AcceptOnlyFromAmong("tokens");
        var threads = new Option<int>("--threads") { Description = "How many articles are read at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256) result.AddError("--threads takes a number from 1 to 256.");
        });

        var lexicon = new Option<DirectoryInfo?>("--lexicon") { Description = "Folder of tables to lay over the lexicons." };
        var command = new Command("read", "Reads files or standard input and prints who did what to whom, where, when, and who says so.") { files, format, map, output, layers, threads, lexicon };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(files),
            parsed.GetValue(format),
            parsed.GetValue(output) ?? (Console.IsOutputRedirected ? OutputFormat.Jsonl : OutputFormat.Chronology),
            parsed.GetValue(layers) is { Length: > 0 },
            parsed.GetValue(threads),
            parsed.GetValue(lexicon)?.FullName,
            parsed.GetValue(map)));
        return command;
    }

    private static int Run(string[] files, InputFormat inputFormat, OutputFormat outputFormat, bool withTokens, int threads, string? overlay, TableMapping? mapping)
    {
        if (overlay is not null && !Directory.Exists(overlay))
        {
            Console.Error.WriteLine(CliMessages.FolderNotFound(overlay));
            return 2;
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var printer = Printer.For(outputFormat, output, withTokens);
        var pipeline = ReadingPipeline.Open(overlay, mapping);
        var hasFailed = false;
        var inputs = files.SelectMany(InputFile.Of).ToList();
        using (var progress = new Progress("documents", inputs.Sum(input => input.Size)))
        {
            long before = 0;
            foreach (var file in inputs)
            {
                Stream? input = null;
                try
                {
                    input = Open(file, out var missing);
                    if (input is null)
                    {
                        Fail(file.Name, missing!);
                        continue;
                    }

                    foreach (var result in pipeline.Read(input, file.Name, inputFormat, threads))
                    {
                        if (result.Reading is { } reading) printer.Print(reading);
                        else Fail(result.Id, result.Failure!);
                        progress.Step(before + (input.CanSeek ? input.Position : 0));
                    }

                    if (input.CanSeek) before += input.Length;
                }
                finally
                {
                    input?.Dispose();
                }
            }
        }

        foreach (var folder in files.Where(file => Directory.Exists(file) && !InputFile.Of(file).Any())) Fail(folder, CliMessages.FolderEmpty(folder));
        printer.Finish();
        return hasFailed ? 1 : 0;

        void Fail(string id, Diagnostic failure)
        {
            hasFailed = true;
            Console.Error.WriteLine(failure);
            printer.PrintFailure(id, failure);
        }
    }

    private static Stream? Open(InputFile file, out Diagnostic? missing)
    {
        missing = null;
        try
        {
            return file.Open();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            missing = CliMessages.FileNotFound(file.Path ?? file.Name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            missing = CliMessages.FileNotReadable(file.Path ?? file.Name, fault.Message);
        }

        return null;
    }

    /// <summary>One way to print readings.</summary>
    private abstract class Printer : IDisposable
    {
        public static Printer For(OutputFormat format, Stream output, bool withTokens) => format switch
        {
            OutputFormat.Chronology => new ChronologyPrinter(output),
            OutputFormat.Csv => new CsvPrinter(output),
            _ => new JsonPrinter(output, withTokens, isArray: format == OutputFormat.Json),
        };

        public abstract void Print(Reading reading);

        /// <summary>Most forms have no room for a failure; it has been told on standard error.</summary>
        public virtual void PrintFailure(string id, Diagnostic failure)
        {
        }

        public abstract void Finish();

        public abstract void Dispose();
    }

    private sealed class JsonPrinter(Stream output, bool withTokens, bool isArray) : Printer
    {
        private readonly Utf8JsonWriter _writer = new(output, ReadingJson.Options);
        private bool _hasPrinted;

        public override void Print(Reading reading)
        {
            Separate();
            ReadingJson.Write(_writer, reading, withTokens);
            End();
        }

        public override void PrintFailure(string id, Diagnostic failure)
        {
            Separate();
            ReadingJson.WriteFailure(_writer, id, failure);
            End();
        }

        public override void Finish()
        {
            if (isArray) output.Write(_hasPrinted ? "]\n"u8 : "[]\n"u8);
            output.Flush();
        }

        public override void Dispose() => _writer.Dispose();

        private void Separate()
        {
            if (isArray) output.Write(_hasPrinted ? ","u8 : "["u8);
            _hasPrinted = true;
        }

        // A line goes out when it is whole: whoever reads the pipe sees documents as they come.
        private void End()
        {
            _writer.Flush();
            _writer.Reset();
            output.WriteByte((byte)'\n');
            if (Console.IsOutputRedirected) return;
            output.Flush();
        }
    }

    private sealed class CsvPrinter : Printer
    {
        private readonly StreamWriter _writer;

        public CsvPrinter(Stream output)
        {
            _writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            ReadingCsv.WriteHeader(_writer);
        }

        public override void Print(Reading reading) => ReadingCsv.Write(_writer, reading);

        public override void Finish() => _writer.Flush();

        public override void Dispose() => _writer.Dispose();
    }

    private sealed class ChronologyPrinter : Printer
    {
        private readonly StreamWriter _writer;
        private readonly ChronologyWriter _chronology;

        public ChronologyPrinter(Stream output)
        {
            _writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            _chronology = new ChronologyWriter(_writer, Palette.ForOutput(), Console.IsOutputRedirected ? 100 : Console.WindowWidth);
        }

        public override void Print(Reading reading) => _chronology.Add(reading);

        public override void Finish()
        {
            _chronology.Finish();
            _writer.Flush();
        }

        public override void Dispose() => _writer.Dispose();
    }
}
