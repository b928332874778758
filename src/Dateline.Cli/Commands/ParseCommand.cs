using System.CommandLine;
using System.Text;
using Dateline.Chronology.Export;
using Dateline.Learning;
using Dateline.Learning.Corpora;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline parse</c>: prints tags, lemmas and trees as CoNLL-U.</summary>
internal static class ParseCommand
{
    /// <summary>Sentences that are read together; enough to fill the model's batches, few enough to stream.</summary>
    private const int Block = 512;

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "File to read, or - for standard input." };
        var input = new Option<string>("--input") { Description = "What FILE holds: conllu (tokens and sentences are kept) or text.", DefaultValueFactory = _ => "conllu" };
        input.AcceptOnlyFromAmong("conllu", "text");
        var format = new Option<string>("--format") { Description = "What to print: conllu.", DefaultValueFactory = _ => "conllu" };
        var language = new Option<string>("--language") { Description = "Language of the text: en or fr.", DefaultValueFactory = _ => "en" };
        var models = new Option<DirectoryInfo?>("--models") { Description = "Folder of the models; by default the one beside the program." };
        var command = new Command("parse", "Prints tags, lemmas and trees as CoNLL-U.") { file, input, format, language, models };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(language);
            using var model = ModelFiles.Open(name, parsed.GetValue(models)?.FullName);
            if (model is null)
            {
                Console.Error.WriteLine($"DL3002 {name}.weights: there is no model of this language beside the program; name a folder that has one with --models");
                return 1;
            }

            var path = parsed.GetRequiredValue(file);
            if (path != "-" && !File.Exists(path))
            {
                Console.Error.WriteLine($"DL3003 {path}: there is no such file; name one that exists, or - for standard input");
                return 1;
            }

            using var reader = path == "-" ? Console.In : new StreamReader(path);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            output.NewLine = "\n";
            if (parsed.GetRequiredValue(input) == "text") ParseText(model, reader, output);
            else ParseConllu(model, reader, path, output);
            return 0;
        });
        return command;
    }

    private static void ParseText(LanguageModel model, TextReader reader, TextWriter output)
    {
        var document = new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(model)).Analyze(new Document(reader.ReadToEnd(), language: model.Language));
        var tokens = document.Tokens;
        var range = 0;
        for (var s = 0; s < tokens.Sentences.Length; s++)
        {
            var sentence = tokens.Sentences[s];
            output.WriteLine($"# sent_id = {s + 1}");
            output.WriteLine($"# text = {Spacing.Level(sentence.Span.In(document.Text))}");
            for (var row = sentence.First; row < sentence.End; row++)
            {
                if (range < tokens.MultiwordTokens.Length && tokens.MultiwordTokens[range].First == row)
                {
                    var whole = tokens.MultiwordTokens[range++];
                    var first = row - sentence.First + 1;
                    output.WriteLine($"{first}-{first + whole.Count - 1}\t{whole.Span.In(document.Text)}\t_\t_\t_\t_\t_\t_\t_\t_");
                }

                ConlluWriter.WriteWord(output, tokens, row, sentence.First, tokens.FormOf(row), "_");
            }

            output.WriteLine();
        }
    }

    private static void ParseConllu(LanguageModel model, TextReader reader, string path, TextWriter output)
    {
        var annotator = new LanguageModelAnnotator(model);
        foreach (var block in ConlluReader.Read(reader, path, Console.Error.WriteLine).Chunk(Block))
        {
            var document = ConlluDocument.Of(block, model.Language);
            annotator.Annotate(document);
            for (var s = 0; s < block.Length; s++) ConlluWriter.Write(output, block[s], document.Tokens, document.Tokens.Sentences[s].First);
        }
    }
}
