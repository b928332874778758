using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Clauses;
using Dateline.Learning.Corpora;
using Dateline.Tests.House;
using Dateline.Tests.Ingest;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>
/// The sign of “did it happen” on the verbs of the development part of the UDS factuality judgements (Rudinger, White and
/// Van Durme 2018): right where a verb told as occurred or ongoing and not negated is judged above nought, or the other way round.
/// </summary>
public sealed class FactualityCorpusTests
{
    [Theory]
    [InlineData(false, 0.81)]
    [InlineData(true, 0.785)]
    public void Verbs_are_told_as_people_judge_them(bool fromRawText, double least)
    {
        var judged = Judgements(Path.Combine(Corpora.Folder("fact-uds"), "uds_factuality.train-dev.jsonl"));
        var analyzer = new Analyzer(new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))));
        int right = 0, all = 0;
        using var trees = File.OpenText(Path.Combine(Corpora.Folder("ud-en-ewt"), "en_ewt-ud-dev.conllu"));
        foreach (var sentence in ConlluReader.Read(trees))
        {
            if (!judged.TryGetValue(sentence.Comment("sent_id") ?? string.Empty, out var verbs)) continue;
            var gold = WithTree(sentence);
            var document = fromRawText ? analyzer.Analyze(new Document(gold.Text, null, "en")) : gold;
            var tree = new SentenceTree(document, document.Tokens.Lemmas);
            foreach (var (token, form, factual) in verbs)
            {
                if (token > sentence.Words.Count || sentence.Words[token - 1].Form != form) continue;
                var row = fromRawText ? RowAt(document, gold, token - 1) : token - 1;
                if (row < 0) continue;
                tree.Enter(document.Tokens.Sentences[document.Tokens.SentenceOf[row]]);
                var told = FactualityReader.Read(tree, EnglishActs.Lexicon, row, -1).Value;
                var happened = !told.IsNegative && told.Standing is Standing.Occurred or Standing.Ongoing;
                all++;
                if (happened == factual > 0) right++;
            }
        }

        TestContext.Current.SendDiagnosticMessage($"factuality, {(fromRawText ? "raw text" : "gold trees")}: {right} of {all}, {100.0 * right / all:0.0} %");
        Assert.True(right >= least * all, $"{right} of {all}");
    }

    private static Dictionary<string, List<(int Token, string Form, double Factual)>> Judgements(string path)
    {
        var judged = new Dictionary<string, List<(int, string, double)>>();
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var cells = row.RootElement;
            if (cells.GetProperty("split").GetString() != "dev" || cells.GetProperty("upos").GetString() != "VERB") continue;
            var id = cells.GetProperty("sent_id").GetString()!;
            if (!judged.TryGetValue(id, out var verbs)) judged[id] = verbs = [];
            verbs.Add((cells.GetProperty("tok").GetInt32(), cells.GetProperty("form").GetString()!, cells.GetProperty("factual").GetDouble()));
        }

        return judged;
    }

    private static Document WithTree(ConlluSentence sentence)
    {
        var document = ConlluDocument.Of([sentence], "en");
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            document.Tokens.Lemmas[i] = word.Lemma;
            document.Tokens.Upos[i] = UniversalPosNames.Parse(word.Upos);
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
