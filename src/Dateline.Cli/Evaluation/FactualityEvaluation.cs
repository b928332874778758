using System.Diagnostics;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Cli.Pipeline;
using Dateline.Learning;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text.Annotators;

namespace Dateline.Cli.Evaluation;

/// <summary>Reads the factuality of every verb of a treebank, over trees of our own, and scores it.</summary>
internal static class FactualityEvaluation
{
    /// <summary>Reads and scores the verbs of the development part.</summary>
    /// <param name="paths">Files of judgements (JSON lines) and the treebanks that they refer to (<c>.conllu</c>).</param>
    /// <param name="options">The language and the limit, of verbs.</param>
    /// <param name="threads">How many blocks of sentences are read at once.</param>
    /// <exception cref="InvalidDataException">A file is of another form, or there is no model of the language.</exception>
    public static EvaluationRun Run(IReadOnlyList<string> paths, EvaluationOptions options, int threads)
    {
        var isTreebank = paths.ToLookup(path => path.EndsWith(".conllu", StringComparison.Ordinal));
        var gold = isTreebank[false].SelectMany(path => FactualityCorpus.Read(path, "dev")).Take(options.Limit > 0 ? options.Limit : int.MaxValue).ToArray();
        var wanted = gold.Select(verb => verb.Sentence).ToHashSet(StringComparer.Ordinal);
        var sentences = isTreebank[true].SelectMany(TreeEvaluation.Sentences).Where(sentence => wanted.Contains(sentence.Comment("sent_id") ?? string.Empty)).ToArray();
        if (sentences.Length == 0) throw new InvalidDataException("no treebank has the sentences that are judged; name the file of judgements and its treebank in CoNLL-U");
        var language = options.Language ?? "en";
        using var model = ModelFiles.Open(language) ?? throw new InvalidDataException($"there is no model of ‘{language}’ beside the program; train one, or name another language");
        var annotator = new LanguageModelAnnotator(model);
        var lexicon = ReaderFolder.Acts(Path.Combine(AppContext.BaseDirectory, "lexicons"), language);
        var happening = ModelFiles.OpenHappening(language);
        var clock = Stopwatch.StartNew();
        var read = new Dictionary<(string Sentence, int Position), (string Form, Factuality Value, double Chance)>();
        foreach (var block in OrderedParallel.Map(sentences.Chunk(ConlluParser.Block), threads, Read))
        {
            foreach (var (key, value) in block) read[key] = value;
        }

        var time = clock.Elapsed;
        var sheet = FactualityScorer.Score(
            gold, verb => read.TryGetValue((verb.Sentence, verb.Position), out var found) && found.Form == verb.Form ? (found.Value, found.Chance) : null);
        return new EvaluationRun(sheet, sentences.Length, sentences.Sum(sentence => sentence.Words.Count), 0, time);

        List<KeyValuePair<(string, int), (string, Factuality, double)>> Read(ConlluSentence[] block)
        {
            var document = ConlluDocument.Of(block, language);
            annotator.Annotate(document);
            var values = PredicateFactuality.Read(document, lexicon);
            var chances = happening?.Chances(document, lexicon);
            var found = new List<KeyValuePair<(string, int), (string, Factuality, double)>>(values.Length);
            var row = 0;
            foreach (var sentence in block)
            {
                var id = sentence.Comment("sent_id")!;
                for (var i = 0; i < sentence.Words.Count; i++, row++) found.Add(new((id, i + 1), (sentence.Words[i].Form, values[row], chances?[row] ?? double.NaN)));
            }

            return found;
        }
    }
}
