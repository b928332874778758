using System.CommandLine;
using System.Globalization;
using Dateline.Cli.Pipeline;
using Dateline.Learning;
using Dateline.Learning.Scoring;
using Dateline.Learning.Training;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;

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
        var kept = new Option<float>("--mean") { Description = "Share of the running mean of the weights that an update keeps; 0 writes the last weights.", DefaultValueFactory = _ => 0f };
        var start = new Option<FileInfo?>("--start") { Description = "Model of another language to begin with." };
        var names = new Option<bool>("--names") { Description = "Trains the name finder over the LANGUAGE.weights that lie in the output folder, and writes LANGUAGE.names." };
        var happening = new Option<bool>("--happening") { Description = "Trains the reading of what happened over the LANGUAGE.weights that lie in the output folder, and writes LANGUAGE.happening." };
        var command = new Command("train", "Trains the model of a language from corpora on disk.")
        {
            language, data, output, text, work, epochs, threads, hidden, layers, rate, dropout, batch, kept, start, names, happening,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var name = parsed.GetRequiredValue(language);
            var workFolder = parsed.GetValue(work)?.FullName;
            if (workFolder is not null) Directory.CreateDirectory(workFolder);
            Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName);
            if (TrainingCorpora.For(name, folder) is not { } corpora)
            {
                Console.Error.WriteLine($"DL3001 {name}: there is no list of corpora for this language; choose en or fr");
                return 2;
            }

            if (parsed.GetValue(happening)) return TrainHappening(name, folder, parsed.GetRequiredValue(output).FullName);
            if (parsed.GetValue(names)) return TrainNames(name, corpora, parsed.GetRequiredValue(output).FullName, parsed.GetValue(text) ?? [], Path.Combine(folder, "ner-worldwide-en", "worldwide.dev.conll"));
            Trainer.Run(
                new TrainingPlan
                {
                    Language = name,
                    Treebanks = corpora.Treebanks,
                    Held = corpora.Held,
                    Texts = parsed.GetValue(text)?.Select(file => file.FullName).ToArray() ?? [],
                    Output = Path.Combine(parsed.GetRequiredValue(output).FullName, name + ".weights"),
                    VectorFile = workFolder is null ? null : Path.Combine(workFolder, name + ".vectors"),
                    Checkpoint = workFolder is null ? null : Path.Combine(workFolder, name + ".checkpoint"),
                    Epochs = parsed.GetValue(epochs),
                    Threads = parsed.GetValue(threads),
                    Hidden = parsed.GetValue(hidden),
                    Layers = parsed.GetValue(layers),
                    Rate = parsed.GetValue(rate),
                    Dropout = parsed.GetValue(dropout),
                    BatchWords = parsed.GetValue(batch),
                    Kept = parsed.GetValue(kept),
                    Start = parsed.GetValue(start)?.FullName,
                },
                line => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture)));
            return 0;
        });
        return command;
    }

    private static int TrainHappening(string language, string data, string folder)
    {
        var judgements = Path.Combine(data, "fact-uds", "uds_factuality.train-dev.jsonl");
        using var model = ModelFiles.Open(language, folder);
        if (model is null || language != "en" || !File.Exists(judgements))
        {
            Console.Error.WriteLine($"DL3005 {language}: the reading of what happened needs {language}.weights in the output folder and fact-uds in the data folder, which is English; train the weights first, or choose en");
            return 1;
        }

        var file = HappeningTrainer.Run(
            judgements,
            Path.Combine(data, "ud-en-ewt", "en_ewt-ud-train.conllu"),
            new LanguageModelAnnotator(model),
            ReaderFolder.Acts(Path.Combine(AppContext.BaseDirectory, "lexicons"), language),
            line => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture)));
        File.WriteAllBytes(Path.Combine(folder, language + ".happening"), file);
        return 0;
    }

    private static int TrainNames(string language, TrainingCorpora corpora, string folder, FileInfo[] texts, string held)
    {
        using var model = ModelFiles.Open(language, folder);
        if (model is null || corpora.Names.Count == 0)
        {
            Console.Error.WriteLine($"DL3004 {language}: a name finder needs {language}.weights in the output folder and corpora of names; train the weights first, or choose en");
            return 1;
        }

        var tables = ReaderFolder.ActorTables(AppContext.BaseDirectory);
        var gazetteer = ReaderFolder.Places(AppContext.BaseDirectory);
        NameTrainer.Run(
            new NamePlan
            {
                Model = model,
                Tables = tables,
                Gazetteer = gazetteer,
                Treebank = corpora.Treebanks[^1],
                NameFiles = corpora.Names,
                Meantime = corpora.Meantime,
                Sentences = [Path.Combine(ModelFiles.Folder, language + ".sentences")],
                Texts = [.. texts.Select(file => file.FullName)],
                Output = Path.Combine(folder, language + ".names"),
            },
            line => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture)));
        if (!File.Exists(held)) return 0;
        using var finder = ModelFiles.OpenNames(language, ActorLexicon.Read(tables), gazetteer, folder);
        Console.Error.WriteLine($"{Path.GetFileNameWithoutExtension(held)}: {NameScore.Of(new LanguageModelAnnotator(model, finder), language, held)}");
        return 0;
    }
}
