using System.Diagnostics;
using System.Text;
using Dateline.Cli.Pipeline;
using Dateline.Learning;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;

namespace Dateline.Cli.Evaluation;

/// <summary>Parses treebanks as <c>dateline parse</c> does and scores what it would print.</summary>
internal static class TreeEvaluation
{
    /// <summary>Parses and scores the treebanks.</summary>
    /// <param name="paths">CoNLL-U files, read as one.</param>
    /// <param name="options">The language, the limit and whether tokens are given.</param>
    /// <param name="threads">How many blocks of sentences are parsed at once; running text is one block.</param>
    /// <exception cref="InvalidDataException">The files are no treebank, or there is no model of the language.</exception>
    public static EvaluationRun Run(IEnumerable<string> paths, EvaluationOptions options, int threads)
    {
        var gold = paths.SelectMany(Sentences).ToArray();
        if (options.Limit > 0) gold = gold[..Math.Min(gold.Length, options.Limit)];
        if (gold.Length == 0) throw new InvalidDataException("there is no sentence in the gold; name a treebank in CoNLL-U");
        var language = options.Language ?? "en";
        using var model = ModelFiles.Open(language) ?? throw new InvalidDataException($"there is no model of ‘{language}’ beside the program; train one, or name another language");
        var clock = Stopwatch.StartNew();
        var output = options.FromRawText ? ParseText(model, RawText.Of(gold)) : string.Concat(OrderedParallel.Map(gold.Chunk(ConlluParser.Block), threads, block => Parse(model, block)));
        var time = clock.Elapsed;
        var sheet = TreeScorer.Score(gold, ConlluReader.Read(new StringReader(output)));
        return new EvaluationRun(sheet, gold.Length, gold.Sum(sentence => sentence.Words.Count), 0, time);
    }

    private static string ParseText(LanguageModel model, string text)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(output, new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(model)).Analyze(new Document(text, language: model.Language)));
        return output.ToString();
    }

    private static string Parse(LanguageModel model, ConlluSentence[] sentences)
    {
        using var output = new StringWriter(new StringBuilder(1 << 20)) { NewLine = "\n" };
        ConlluParser.Parse(model, sentences, output);
        return output.ToString();
    }

    /// <summary>The sentences of a treebank, read as they are needed.</summary>
    public static IEnumerable<ConlluSentence> Sentences(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var sentence in ConlluReader.Read(reader, path)) yield return sentence;
    }
}
