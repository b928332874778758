using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Learning;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Tests.House;
using Dateline.Tests.Ingest;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>
/// The sign of “did it happen, does it, will it” on the verbs of the development part of the UDS factuality judgements (Rudinger, White
/// and Van Durme 2018), over the treebank's own trees and over trees of our own on running text; the definitions are those of
/// <see cref="FactualityScorer"/>, which the gate uses over trees of our own on given words.
/// </summary>
public sealed class FactualityCorpusTests
{
    [Theory]
    [InlineData(false, 0.825, 0.75)]
    [InlineData(true, 0.815, 0.735)]
    public void Verbs_are_told_as_people_judge_them(bool fromRawText, double least, double leastByRules)
    {
        var gold = FactualityCorpus.Read(Path.Combine(Corpora.Folder("fact-uds"), "uds_factuality.train-dev.jsonl"), "dev").ToArray();
        var wanted = gold.Select(verb => verb.Sentence).ToHashSet(StringComparer.Ordinal);
        var analyzer = new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))));
        var happening = ModelFiles.OpenHappening("en", Path.Combine(Repository.Root, "models"))!;
        var read = new Dictionary<(string, int), (Factuality, double)>();
        using var trees = File.OpenText(Path.Combine(Corpora.Folder("ud-en-ewt"), "en_ewt-ud-dev.conllu"));
        foreach (var sentence in ConlluReader.Read(trees).Where(sentence => wanted.Contains(sentence.Comment("sent_id") ?? string.Empty)))
        {
            var given = WithTree(sentence);
            var document = fromRawText ? analyzer.Analyze(new Document(given.Text, null, "en")) : given;
            var values = PredicateFactuality.Read(document, EnglishActs.Lexicon);
            var chances = happening.Chances(document, EnglishActs.Lexicon);
            for (var word = 0; word < sentence.Words.Count; word++)
            {
                var row = fromRawText ? RowAt(document, given, word) : word;
                if (row >= 0) read[(sentence.Comment("sent_id")!, word + 1)] = (values[row], chances[row]);
            }
        }

        var sheet = FactualityScorer.Score(gold, verb => read.TryGetValue((verb.Sentence, verb.Position), out var value) ? value : null);
        var (right, byRules) = (sheet["sign right"], sheet["sign right by rules alone"]);
        TestContext.Current.SendDiagnosticMessage($"factuality, {(fromRawText ? "raw text" : "gold trees")}: {right.Right} by the model and {byRules.Right} by the rules, of {right.Gold}");
        Assert.True(right.Right >= least * right.Gold, $"{right.Right} of {right.Gold}");
        Assert.True(byRules.Right >= leastByRules * byRules.Gold, $"{byRules.Right} of {byRules.Gold}");
    }

    private static Document WithTree(ConlluSentence sentence)
    {
        var document = ConlluDocument.Of([sentence], "en");
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            document.Tokens.Lemmas[i] = word.Lemma;
            document.Tokens.Upos[i] = UniversalPosNames.Parse(word.Upos);
            document.Tokens.Xpos[i] = word.Xpos;
            document.Tokens.Heads[i] = word.Head - 1;
            document.Tokens.Relations[i] = RelationNames.Parse(word.Relation);
            document.Tokens.Morphology[i] = MorphologyNames.Parse(word.Feats);
        }

        document.Mark(Layers.Tags | Layers.Trees);
        return document;
    }

    private static int RowAt(Document document, Document gold, int token)
    {
        var span = gold.Tokens.SpanOf(token);
        var found = -1;
        for (var row = 0; row < document.Tokens.Count; row++)
        {
            if (document.Tokens.SpanOf(row).Overlaps(span) && (found < 0 || document.Tokens.CharsOf(row).SequenceEqual(gold.Tokens.CharsOf(token)))) found = row;
        }

        return found;
    }
}
