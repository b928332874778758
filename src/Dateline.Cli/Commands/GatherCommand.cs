using System.CommandLine;
using Dateline.Chronology;
using Dateline.Chronology.Export;
using Dateline.Chronology.Gathering;
using Dateline.Cli.Output;
using Dateline.Cli.Pipeline;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline gather</c> and <c>dateline chronicle</c>: read documents together and print what happened; no store, no network.</summary>
internal static class GatherCommand
{
    private enum OutputFormat
    {
        Jsonl,
    }

    /// <summary><c>gather</c>: one line per event, then one per dispute, state and prediction.</summary>
    public static Command Create()
    {
        var (files, input, output, threads) = Parameters();
        var happenings = new Option<bool>("--happenings") { Description = "Also gathers what has no code, by its words: more retellings of an event, and events without a kind." };
        var draw = new Option<int>("--draw") { Description = "Instead of events, prints so many pairs of tellings of one event, drawn by lot, for a person to judge." };
        var seed = new Option<int>("--seed") { Description = "With --draw: another number draws other pairs." };
        var command = new Command("gather", "Reads documents together and prints each happening once, with all its tellings, origins and disputes.") { files, input, output, happenings, draw, seed, threads };
        command.SetAction(parsed =>
        {
            var isBroad = parsed.GetValue(happenings);
            var tellings = new List<Telling>();
            var sketches = new List<TextSketch>();
            var predictions = new List<Prediction>();
            var pairs = parsed.GetValue(draw);
            var documents = new Dictionary<string, Document>(StringComparer.Ordinal);
            return Run(parsed.GetRequiredValue(files), parsed.GetValue(input), parsed.GetValue(threads), Take, Print);

            void Take(Reading reading)
            {
                tellings.AddRange(isBroad ? new TellingMaker(reading).Happenings() : TellingMaker.Of(reading));
                sketches.Add(OriginFinder.SketchOf(reading.Article));
                predictions.AddRange(Prediction.Of(reading));
                if (pairs > 0) documents[reading.Article.Id] = reading.Document;
            }

            void Print(JsonLines lines)
            {
                var events = EventMaker.EventsOf(Gatherer.Gather(tellings), OriginFinder.Find(sketches)).ToList();
                if (pairs > 0)
                {
                    foreach (var pair in MergedPair.Draw(events, pairs, parsed.GetValue(seed))) lines.Write(pair, (writer, drawn) => GatheringJson.Write(writer, drawn, id => documents[id]));
                    return;
                }

                foreach (var happening in events) lines.Write(happening, GatheringJson.Write);
                foreach (var dispute in events.SelectMany(happening => happening.Disputes)) lines.Write(dispute, GatheringJson.Write);
                foreach (var fact in StateFinder.Find(events)) lines.Write(fact, GatheringJson.Write);
                var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
                foreach (var prediction in predictions) lines.Write(prediction, (writer, value) => GatheringJson.Write(writer, value, today));
            }
        });
        return command;
    }

    /// <summary><c>chronicle</c>: for each entity the dated, ordered list of what it took part in.</summary>
    public static Command CreateChronicle()
    {
        var (files, input, output, threads) = Parameters();
        var entity = new Option<string[]>("--entity") { Description = "A name to follow; may be given several times." };
        var entities = new Option<FileInfo?>("--entities") { Description = "A file with one name a line." };
        var command = new Command("chronicle", "Prints, for each entity, the dated and ordered list of events in which it takes part.") { files, entity, entities, input, output, threads };
        command.Validators.Add(result =>
        {
            if (result.GetValue(entity) is not { Length: > 0 } && result.GetValue(entities) is null) result.AddError("name whom to follow with --entity NAME or --entities FILE.");
        });
        command.SetAction(parsed =>
        {
            var names = (parsed.GetValue(entity) ?? []).ToList();
            if (parsed.GetValue(entities) is { } list)
            {
                if (!list.Exists)
                {
                    Console.Error.WriteLine(CliMessages.FileNotFound(list.Name));
                    return 1;
                }

                names.AddRange(File.ReadLines(list.FullName).Select(line => line.Trim()).Where(line => line.Length > 0));
            }

            var maker = new ChronicleMaker();
            return Run(parsed.GetRequiredValue(files), parsed.GetValue(input), parsed.GetValue(threads), maker.Add, lines =>
            {
                foreach (var name in names) lines.Write(maker.Of(name), GatheringJson.Write);
            });
        });
        return command;
    }

    private static (Argument<string[]> Files, Option<InputFormat> Input, Option<OutputFormat> Output, Option<int> Threads) Parameters() =>
    (
        new Argument<string[]>("FILE") { Description = "Files and folders to read, or - for standard input.", Arity = ArgumentArity.OneOrMore },
        InputOptions.Format(),
        new Option<OutputFormat>("--format") { Description = "Form of the output: JSON lines." },
        new Option<int>("--threads") { Description = "How many articles are read at once.", DefaultValueFactory = _ => Environment.ProcessorCount }
    );

    private static int Run(string[] files, InputFormat format, int threads, Action<Reading> take, Action<JsonLines> print)
    {
        var pipeline = ReadingPipeline.Open();
        var hasFailed = false;
        var inputs = files.SelectMany(InputFile.Of).ToList();
        using (var progress = new Progress("documents", inputs.Sum(file => file.Size)))
        {
            foreach (var file in inputs)
            {
                if (file.Path is { } path && !File.Exists(path))
                {
                    Fail(CliMessages.FileNotFound(path));
                    continue;
                }

                using var input = file.Open();
                foreach (var result in pipeline.Read(input, file.Name, format, Math.Clamp(threads, 1, 256)))
                {
                    if (result.Reading is { } reading)
                    {
                        take(reading);
                    }
                    else
                    {
                        Fail(result.Failure!);
                    }

                    progress.Step(input.CanSeek ? input.Position : 0);
                }
            }
        }

        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var lines = new JsonLines(output);
        print(lines);
        return hasFailed ? 1 : 0;

        void Fail(Diagnostic failure)
        {
            hasFailed = true;
            Console.Error.WriteLine(failure);
        }
    }
}
