using System.CommandLine;
using System.Text;
using Dateline.Ingest;
using Dateline.Learning;
using Dateline.Learning.Corpora;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline parse</c>: prints tags, lemmas and trees as CoNLL-U.</summary>
internal static class ParseCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "File to read, or - for standard input." };
        var input = new Option<string>("--input") { Description = "What FILE holds: conllu (tokens and sentences are kept), text, or jsonl (one object a line with id and text).", DefaultValueFactory = _ => "conllu" };
        input.AcceptOnlyFromAmong("conllu", "text", "jsonl");
        var format = new Option<string>("--format") { Description = "What to print: conllu.", DefaultValueFactory = _ => "conllu" };
        var language = new Option<string>("--language") { Description = "Language of the text: en or fr.", DefaultValueFactory = _ => "en" };
        var models = new Option<DirectoryInfo?>("--models") { Description = "Folder of the models; by default the one beside the program." };
        var command = new Command("parse", "Prints tags, lemmas and trees as CoNLL-U.") { file, input, format, language, models };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(language);
            using var model = ModelFiles.Open(wanted, parsed.GetValue(models)?.FullName);
            if (model is null)
            {
                Console.Error.WriteLine($"DL3002 {wanted}.weights: there is no model of this language beside the program; name a folder that has one with --models");
                return 1;
            }

            var path = parsed.GetRequiredValue(file);
            if (path != "-" && !File.Exists(path))
            {
                Console.Error.WriteLine($"DL3003 {path}: there is no such file; name one that exists, or - for standard input");
                return 1;
            }

            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            output.NewLine = "\n";
            var form = parsed.GetRequiredValue(input);
            if (form == "jsonl")
            {
                var name = path == "-" ? "stdin" : Path.GetFileName(path);
                return ParseRows(AnalyzerOf(model), model.Language, stream, name, output, Console.Error.WriteLine) ? 0 : 1;
            }

            using var reader = new StreamReader(stream);
            if (form == "text") ParseText(model, reader, output);
            else ConlluParser.Parse(model, ConlluReader.Read(reader, path, Console.Error.WriteLine), output);
            return 0;
        });
        return command;
    }

    private static void ParseText(LanguageModel model, TextReader reader, TextWriter output)
    {
        var document = AnalyzerOf(model).Analyze(new Document(reader.ReadToEnd(), language: model.Language));
        ConlluWriter.Write(output, document);
    }

    /// <summary>Parses the texts of JSON lines; a row that cannot be read is reported and left out.</summary>
    /// <returns>Whether every row was read.</returns>
    internal static bool ParseRows(Analyzer analyzer, string language, Stream input, string name, TextWriter output, Action<Diagnostic> report)
    {
        var readsAll = true;
        foreach (var row in new ArticleReader().Read(input, name, InputFormat.Jsonl))
        {
            if (!row.Succeeded)
            {
                readsAll = false;
                report(row.Failure);
                continue;
            }

            var document = new Document(row.Article.Text, language: language) { Passages = row.Article.Passages };
            ConlluWriter.Write(output, analyzer.Analyze(document), row.Id);
        }

        return readsAll;
    }

    private static Analyzer AnalyzerOf(LanguageModel model) => new(new TokenAnnotator(), new LanguageModelAnnotator(model));
}
