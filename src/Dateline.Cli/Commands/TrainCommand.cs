using System.CommandLine;
using System.Globalization;
using Dateline.Learning.Training;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline train</c>: trains the model of a language from corpora on disk.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        var language = new Option<string>("--language") { Description = "Language to train: en or fr.", DefaultValueFactory = _ => "en" };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the corpora.", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write LANGUAGE.weights into.", Required = true };
        var text = new Option<FileInfo[]>("--text") { Description = "Running text for word vectors: JSON lines with a text, or plain lines.", AllowMultipleArgumentsPerToken = true };
        var work = new Option<DirectoryInfo?>("--work") { Description = "Folder for vectors and checkpoints; a run that was stopped goes on from there." };
        var epochs = new Option<int>("--epochs") { Description = "Times that the treebanks are read.", DefaultValueFactory = _ => 30 };
        var threads = new Option<int>("--threads") { Description = "Threads.", DefaultValueFactory = _ => 2 };
        var hidden = new Option<int>("--hidden") { Description = "Cells of one direction of a layer.", DefaultValueFactory = _ => 128 };
        var layers = new Option<int>("--layers") { Description = "Layers of the encoder.", DefaultValueFactory = _ => 3 };
        var rate = new Option<float>("--rate") { Description = "Highest rate of learning.", DefaultValueFactory = _ => 2e-3f };
        var dropout = new Option<float>("--dropout") { Description = "Share of numbers taken away between layers.", DefaultValueFactory = _ => 0.33f };
        var batch = new Option<int>("--batch") { Description = "Words of one update.", DefaultValueFactory = _ => 600 };
        var command = new Command("train", "Trains the model of a language from corpora on disk.")
        {
            language, data, output, text, work, epochs, threads, hidden, layers, rate, dropout, batch,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var name = parsed.GetRequiredValue(language);
            var kept = parsed.GetValue(work)?.FullName;
            if (kept is not null) Directory.CreateDirectory(kept);
            Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName);
            if (TrainingCorpora.For(name, folder) is not { } corpora)
            {
                Console.Error.WriteLine($"DL3001 {name}: there is no list of corpora for this language; choose en or fr");
                return 2;
            }

            Trainer.Run(
                new TrainingPlan
                {
                    Language = name,
                    Treebanks = corpora.Treebanks,
                    Held = corpora.Held,
                    NameFiles = corpora.Names,
                    HeldNames = corpora.Names.Count > 0 ? [Path.Combine(folder, "ner-worldwide-en", "worldwide.dev.conll")] : [],
                    FindNames = corpora.Names.Count > 0,
                    Texts = parsed.GetValue(text)?.Select(file => file.FullName).ToArray() ?? [],
                    Output = Path.Combine(parsed.GetRequiredValue(output).FullName, name + ".weights"),
                    VectorFile = kept is null ? null : Path.Combine(kept, name + ".vectors"),
                    Checkpoint = kept is null ? null : Path.Combine(kept, name + ".checkpoint"),
                    Epochs = parsed.GetValue(epochs),
                    Threads = parsed.GetValue(threads),
                    Hidden = parsed.GetValue(hidden),
                    Layers = parsed.GetValue(layers),
                    Rate = parsed.GetValue(rate),
                    Dropout = parsed.GetValue(dropout),
                    BatchWords = parsed.GetValue(batch),
                },
                line => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture)));
            return 0;
        });
        return command;
    }
}
