using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;

namespace Dateline.Tests.Learning.Scoring;

public sealed class TreeScorerTests
{
    private const string Gold =
        """
        # sent_id = own-1
        1	Boats	boat	NOUN	_	Number=Plur	2	nsubj	_	_
        2	left	leave	VERB	_	Tense=Past|Typo=Yes	0	root	_	_
        3	early	_	ADV	_	_	2	advmod:tmod	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	2	punct	_	_

        # sent_id = own-2
        1-2	can't	_	_	_	_	_	_	_	_
        1	can	can	AUX	_	_	3	aux	_	_
        2	not	not	PART	_	_	3	advmod	_	_
        3	stop	stop	VERB	_	_	0	root	_	_


        """;

    [Fact]
    public void With_given_tokens_everything_is_a_share_of_the_words()
    {
        var read = Gold
            .Replace("boat\tNOUN", "Boats\tPROPN", StringComparison.Ordinal)
            .Replace("Tense=Past|Typo=Yes", "Tense=Past", StringComparison.Ordinal)
            .Replace("2\tadvmod:tmod", "2\tadvmod", StringComparison.Ordinal)
            .Replace("2\tpunct", "1\tpunct", StringComparison.Ordinal)
            .Replace("3\taux", "3\tcop", StringComparison.Ordinal)
            .Replace("early\t_", "early\tearly", StringComparison.Ordinal);
        var sheet = Score(read);
        Assert.Equal((6, 7), Of(sheet, "UPOS"));
        Assert.Equal((7, 7), Of(sheet, "UFeats"));
        Assert.Equal((6, 7), Of(sheet, "Feats"));
        Assert.Equal((6, 7), Of(sheet, "Lemma"));
        Assert.Equal((6, 7), Of(sheet, "UAS"));
        Assert.Equal((5, 7), Of(sheet, "LAS"));
        Assert.Equal((4, 7), Of(sheet, "LAS+subtype"));
        Assert.Equal((6, 6), Of(sheet, "UAS without punctuation"));
        Assert.Equal((5, 6), Of(sheet, "LAS without punctuation"));
        Assert.Contains("relation: 1 × gold aux read as cop", sheet.Errors);
    }

    [Fact]
    public void With_tokens_of_its_own_words_are_aligned_and_an_attachment_needs_both_ends()
    {
        // “early.” is not cut, the second sentence is not begun, and “can't” has become “ca” and “n't”.
        const string Read =
            """
            1	Boats	boat	NOUN	_	Number=Plur	2	nsubj	_	_
            2	left	leave	VERB	_	Tense=Past	0	root	_	_
            3	early.	early	ADV	_	_	2	advmod	_	_
            4-5	can't	_	_	_	_	_	_	_	_
            4	ca	can	AUX	_	_	6	aux	_	_
            5	NOT	not	PART	_	_	6	advmod	_	_
            6	stop	stop	VERB	_	_	2	parataxis	_	_


            """;
        var sheet = Score(Read);
        Assert.Equal((4, 5, 6), TimeScorerTests.Counts(sheet["Tokens"]));
        Assert.Equal((0, 1, 2), TimeScorerTests.Counts(sheet["Sentences"]));
        // Boats, left, not, stop.
        Assert.Equal((4, 6, 7), TimeScorerTests.Counts(sheet["Words"]));
        Assert.Equal((4, 6, 7), TimeScorerTests.Counts(sheet["UPOS"]));
        Assert.Equal((3, 6, 7), TimeScorerTests.Counts(sheet["UAS"]));
        Assert.Equal((3, 6, 7), TimeScorerTests.Counts(sheet["LAS"]));
        // Content words: Boats, left, early, not, stop in the gold; the same with early. in what was read.
        Assert.Equal((3, 5, 5), TimeScorerTests.Counts(sheet["CLAS"]));
    }

    [Fact]
    public void Another_text_is_refused_and_the_place_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Score(Gold.Replace("left", "felt", StringComparison.Ordinal)));
        Assert.Contains("differ at 5", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_text_of_a_treebank_has_its_spaces_and_paragraphs()
    {
        var sentences = Read(Gold.Replace("# sent_id = own-2", "# newpar", StringComparison.Ordinal));
        Assert.Equal("Boats left early.\n\ncan't stop\n", RawText.Of(sentences));
        Assert.Equal("Boats left early. can't stop\n", RawText.Of(Read(Gold)));
        Assert.Equal("Boats  left early. can't stop\n", RawText.Of(Read(Gold.Replace("# sent_id = own-1", "# text = Boats  left early.", StringComparison.Ordinal))));
    }

    private static ScoreSheet Score(string read) => TreeScorer.Score(Read(Gold), Read(read));

    private static ConlluSentence[] Read(string text) => ConlluReader.Read(new StringReader(text)).ToArray();

    private static (int?, int?) Of(ScoreSheet sheet, string measure) => (sheet[measure].Right, sheet[measure].Gold);
}
