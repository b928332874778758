using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction;
using Dateline.Chronology.Extraction.Acts;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Learning.Scoring;

public sealed class FactualityScorerTests
{
    [Fact]
    public void What_happened_or_will_agrees_with_what_people_say_and_other_verbs_are_left_out()
    {
        using var file = new GoldFile(
            """
            {"split": "dev", "sent_id": "s", "tok": 1, "form": "sank", "upos": "VERB", "factual": 1.2}
            {"split": "dev", "sent_id": "s", "tok": 2, "form": "sink", "upos": "VERB", "factual": 0.4}
            {"split": "dev", "sent_id": "s", "tok": 3, "form": "rose", "upos": "VERB", "factual": -0.4}
            {"split": "dev", "sent_id": "s", "tok": 4, "form": "fell", "upos": "VERB", "factual": 0}
            {"split": "dev", "sent_id": "s", "tok": 5, "form": "loss", "upos": "NOUN", "factual": 1}
            {"split": "train", "sent_id": "s", "tok": 6, "form": "won", "upos": "VERB", "factual": 1}
            {"split": "dev", "sent_id": "t", "tok": 1, "form": "gone", "upos": "VERB", "factual": 1}
            """);
        var gold = FactualityCorpus.Read(file.Path, "dev").ToArray();
        Assert.Equal(["sank", "sink", "rose", "gone"], gold.Select(verb => verb.Form));
        var read = new Dictionary<string, Factuality>
        {
            ["sank"] = default,
            ["sink"] = new(Certainty.Unknown, IsNegative: false, Standing.Demanded),
            ["rose"] = new(Certainty.Certain, IsNegative: true, Standing.Occurred),
        };
        var sheet = FactualityScorer.Score(gold, verb => read.TryGetValue(verb.Form, out var value) ? (value, double.NaN) : null);
        Assert.Equal((2, 3), (sheet["sign right"].Right, sheet["sign right"].Gold));
        Assert.Equal(1, sheet["verbs not in the treebank"].Value);
        Assert.Equal((1, 1, 2), TimeScorerTests.Counts(sheet["happened"]));
        Assert.Equal((1, 2, 1), TimeScorerTests.Counts(sheet["did not happen"]));
    }

    [Fact]
    public void How_likely_it_is_goes_before_the_rules()
    {
        MarkedFactuality[] gold = [new("s", 1, "sank", 1.2), new("s", 2, "rose", -0.4)];
        var sheet = FactualityScorer.Score(gold, verb => (default, verb.Form == "sank" ? 0.5 : 0.49));
        Assert.Equal(2, sheet["sign right"].Right);
        Assert.Equal(1, sheet["sign right by rules alone"].Right);
    }

    [Theory]
    [InlineData(Standing.Occurred, false, true)]
    [InlineData(Standing.Planned, false, true)]
    [InlineData(Standing.Predicted, false, true)]
    [InlineData(Standing.Predicted, true, false)]
    [InlineData(Standing.Threatened, false, false)]
    [InlineData(Standing.Hypothetical, false, false)]
    public void What_will_be_counts_and_what_is_only_thought_of_does_not(Standing standing, bool isNegative, bool happens) =>
        Assert.Equal(happens, FactualityScorer.IsHappening(new Factuality(Certainty.Certain, isNegative, standing)));

    [Fact]
    public void Each_verb_of_a_tree_is_read_under_what_stands_above_it()
    {
        const string Tree =
            """
            1	Boats	boat	NOUN	_	_	4	nsubj	_	_
            2	did	do	AUX	_	_	4	aux	_	_
            3	not	not	PART	_	_	4	advmod	_	_
            4	sink	sink	VERB	_	_	0	root	_	_

            1	Boats	boat	NOUN	_	_	2	nsubj	_	_
            2	sank	sink	VERB	_	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	_


            """;
        var sentences = ConlluReader.Read(new StringReader(Tree)).ToArray();
        var document = ConlluDocument.Of(sentences, "en");
        var tokens = document.Tokens;
        foreach (var (word, row) in sentences.SelectMany(sentence => sentence.Words).Select((word, row) => (word, row)))
        {
            tokens.Lemmas[row] = word.Lemma;
            tokens.Upos[row] = Enum.Parse<UniversalPos>(word.Upos, ignoreCase: true);
            tokens.Relations[row] = RelationNames.Parse(word.Relation);
            tokens.Heads[row] = word.Head == 0 ? -1 : tokens.Sentences[tokens.SentenceOf[row]].First + word.Head - 1;
        }

        var read = PredicateFactuality.Read(document, ActLexicon.Empty);
        Assert.True(read[3].IsNegative);
        Assert.Equal(default, read[5]);
    }
}
