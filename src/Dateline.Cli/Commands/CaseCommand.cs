using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dateline.Learning.Corpora;
using Dateline.Learning.Training;
using Dateline.Text.Lexicons;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline case</c>: learns how words are written, so that text in capitals can be read.</summary>
internal static class CaseCommand
{
    // Genres of GUM whose licence lets weights be shipped.
    private static readonly string[] OpenGenres = ["GUM_academic", "GUM_bio", "GUM_court", "GUM_interview", "GUM_news", "GUM_voyage"];

    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the corpora.", Required = true };
        var lexicons = new Option<DirectoryInfo>("--lexicons") { Description = "Folder of the lexicons, for names and words.", Required = true };
        var text = new Option<FileInfo[]>("--text") { Description = "More running text: JSON lines with a text; every fortieth paragraph is taken.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--out") { Description = "File to write, models/en.case.", Required = true };
        var command = new Command("case", "Learns from print how words are written, so that text in capitals can be read.") { data, lexicons, text, output };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var trainer = new CaseTrainer();
            foreach (var sentence in Treebank(Path.Combine(folder, "ud-en-ewt", "en_ewt-ud-train.conllu"), _ => true)) trainer.AddText(sentence);
            foreach (var sentence in Treebank(Path.Combine(folder, "ud-en-gum", "en_gum-ud-train.conllu"), IsOpen)) trainer.AddText(sentence);
            foreach (var set in new[] { Path.Combine("geo-geovirus", "geovirus.jsonl"), Path.Combine("ner-re3d", "docs.jsonl"), Path.Combine("time-wikiwars", "wikiwars.train.jsonl") })
            {
                foreach (var paragraph in Paragraphs(Path.Combine(folder, set))) trainer.AddText(paragraph);
            }

            var count = 0;
            foreach (var file in parsed.GetValue(text) ?? [])
            {
                foreach (var paragraph in Paragraphs(file.FullName))
                {
                    if (count++ % 40 == 0) trainer.AddText(paragraph);
                }
            }

            AddLexicons(trainer, parsed.GetRequiredValue(lexicons).FullName);
            var model = trainer.Run(Console.Error.WriteLine);
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, model);
            Report("EWT dev", Treebank(Path.Combine(folder, "ud-en-ewt", "en_ewt-ud-dev.conllu"), _ => true));
            Report("GUM dev, news", Treebank(Path.Combine(folder, "ud-en-gum", "en_gum-ud-dev.conllu"), id => id.StartsWith("GUM_news", StringComparison.Ordinal)));
            return 0;

            void Report(string name, IEnumerable<string> sentences) =>
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {CaseTrainer.Measure(model, sentences):F2} % of words get their own case back"));
        });
        return command;
    }

    private static bool IsOpen(string document) => OpenGenres.Any(genre => document.StartsWith(genre, StringComparison.Ordinal));

    private static IEnumerable<string> Treebank(string path, Func<string, bool> takes)
    {
        if (!File.Exists(path)) yield break;
        using var reader = File.OpenText(path);
        var document = string.Empty;
        foreach (var sentence in ConlluReader.Read(reader, path))
        {
            var text = string.Empty;
            foreach (var comment in sentence.Comments)
            {
                if (comment.StartsWith("# newdoc id = ", StringComparison.Ordinal)) document = comment["# newdoc id = ".Length..];
                else if (comment.StartsWith("# text = ", StringComparison.Ordinal)) text = comment["# text = ".Length..];
            }

            if (text.Length > 0 && takes(document)) yield return text;
        }
    }

    private static IEnumerable<string> Paragraphs(string path)
    {
        if (!File.Exists(path)) yield break;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("text", out var text) || text.GetString() is not { } all) continue;
            foreach (var paragraph in all.Split('\n', StringSplitOptions.RemoveEmptyEntries)) yield return paragraph;
        }
    }

    // Regular forms will do: the irregular ones are common words, which running text has.
    private static IEnumerable<string> Inflected(string verb)
    {
        if (verb.Length < 3) yield break;
        var stem = verb[^1] == 'e' ? verb[..^1] : verb;
        yield return verb + "s";
        yield return stem + "ed";
        yield return stem + "ing";
        if (!"aeiouy".Contains(verb[^1], StringComparison.Ordinal) && "aeiou".Contains(verb[^2], StringComparison.Ordinal))
        {
            yield return verb + verb[^1] + "ed";
            yield return verb + verb[^1] + "ing";
        }
    }

    // Names as the lexicons spell them, and words as they have them: small.
    private static void AddLexicons(CaseTrainer trainer, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (path.Contains($"{Path.DirectorySeparatorChar}fr{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) continue;
            using var file = File.OpenText(path);
            var table = LexiconTable.Read(file, path);
            foreach (var row in table.Rows)
            {
                foreach (var column in new[] { "name", "aliases_en", "aliases", "words", "capital_en", "adjectives_en", "people_en" })
                {
                    if (!table.HasColumn(column)) continue;
                    foreach (var name in row.List(column)) trainer.AddName(name);
                }

                if (table.HasColumn("predicate") && row["pos"] is not "class") trainer.AddName(row["predicate"]);
                if (table.HasColumn("predicate") && row["pos"] is "verb")
                {
                    foreach (var form in Inflected(row["predicate"].Split(' ')[0])) trainer.AddName(form);
                }

                if (table.HasColumn("predicate") && row["pos"] is "class")
                {
                    foreach (var word in row.List("needs")) trainer.AddName(word);
                }

                if (table.HasColumn("example")) trainer.AddText(row["example"]);
            }
        }
    }
}
