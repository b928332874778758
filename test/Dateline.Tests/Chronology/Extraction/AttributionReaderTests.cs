using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Attributions;
using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Tests.Chronology.Extraction;

public sealed class AttributionReaderTests
{
    private const string Cues = "cue\tclass\nsay\tsay\nadd\tsay\naccuse\taccuse\nvow\twant\nclaim\tnoun\n";

    [Fact]
    public void A_clause_belongs_to_the_subject_of_its_verb()
    {
        const string text = "The minister said that troops had left.";
        var document = TreeText.Of(text, "the/DET/2/det minister/NOUN/3/nsubj say/VERB/0/root that/SCONJ/7/mark troop/NOUN/7/nsubj have/AUX/7/aux leave/VERB/3/ccomp ./PUNCT/3/punct");
        var found = Assert.Single(Read(document));
        Assert.Equal(("The minister", "said", "that troops had left", AttributionForm.Indirect), Words(document, found));
    }

    [Fact]
    public void A_quotation_cut_by_its_verb_is_one_attribution_in_two_pieces()
    {
        const string text = "“We left,” he said. “We will return.”";
        var document = TreeText.Of(text, "“/PUNCT/3/punct we/PRON/3/nsubj leave/VERB/0/root ,/PUNCT/3/punct ”/PUNCT/3/punct he/PRON/7/nsubj say/VERB/3/parataxis ./PUNCT/3/punct “/PUNCT/12/punct we/PRON/12/nsubj will/AUX/12/aux return/VERB/0/root ./PUNCT/12/punct ”/PUNCT/12/punct");
        var found = Assert.Single(Read(document));
        Assert.Equal(("he", "said", "“We left,” … “We will return.”", AttributionForm.Direct), Words(document, found));
    }

    [Fact]
    public void What_one_says_another_says_is_within_it()
    {
        const string text = "Mali said that Niger accused France of theft.";
        var document = TreeText.Of(text, "Mali/PROPN/2/nsubj say/VERB/0/root that/SCONJ/5/mark Niger/PROPN/5/nsubj accuse/VERB/2/ccomp France/PROPN/5/obj of/ADP/8/case theft/NOUN/5/obl ./PUNCT/2/punct");
        var found = Read(document);
        Assert.Equal([-1, 0], found.Select(one => one.Within));
        Assert.Equal(("Niger", "accused", "France of theft", AttributionForm.Indirect), Words(document, found[1]));
    }

    [Fact]
    public void According_to_gives_its_sentence_to_the_noun_after_it()
    {
        const string text = "Prices fell, according to the bank.";
        var document = TreeText.Of(text, "price/NOUN/2/nsubj fall/VERB/0/root ,/PUNCT/7/punct accord/VERB/7/case to/ADP/4/fixed the/DET/7/det bank/NOUN/2/obl ./PUNCT/2/punct");
        Assert.Equal(("the bank", "according to", "Prices fell", AttributionForm.Indirect), Words(document, Assert.Single(Read(document))));
    }

    [Fact]
    public void The_outlets_own_voice_is_no_attribution()
    {
        var document = TreeText.Of("Troops left.", "troop/NOUN/2/nsubj leave/VERB/0/root ./PUNCT/2/punct");
        Assert.Empty(Read(document));
    }

    [Theory]
    [InlineData("He said \"yes\" and ''no''.", "\"yes\"|''no''")]
    [InlineData("« Oui », a-t-il dit.", "« Oui »")]
    [InlineData("“He told me ‘go’ and left,” she said.", "“He told me ‘go’ and left,”")]
    [InlineData("“The first paragraph is open.\n\n“The second closes.”", "“The first paragraph is open.|“The second closes.”")]
    [InlineData("It's the soldiers' right, don't you think?", "")]
    public void Quotations_are_found_by_their_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', QuotationFinder.Find(text).Select(one => text.Substring(one.Span.Start, one.Span.Length))));

    [Fact]
    public void A_tree_that_is_none_is_read_without_harm()
    {
        var random = new Random(7);
        var words = string.Join(' ', Enumerable.Repeat("said “x” add, accuse claim.", 60));
        for (var round = 0; round < 50; round++)
        {
            var document = new Document(words);
            new Dateline.Text.Annotators.TokenAnnotator().Annotate(document);
            document.Mark(Layers.Tokens | Layers.Sentences | Layers.Tags | Layers.Trees);
            for (var i = 0; i < document.Tokens.Count; i++)
            {
                document.Tokens.Lemmas[i] = "say";
                document.Tokens.Upos[i] = (Dateline.Text.Syntax.UniversalPos)random.Next(17);
                document.Tokens.Heads[i] = random.Next(-3, document.Tokens.Count + 3);
                document.Tokens.Relations[i] = (Dateline.Text.Syntax.Relation)random.Next(60);
            }

            foreach (var one in Read(document))
            {
                Assert.NotEmpty(one.Content);
                foreach (var piece in one.Content) Assert.True(piece.Start >= 0 && piece.Length > 0 && piece.End <= words.Length);
            }
        }
    }

    private static IReadOnlyList<Attribution> Read(Document document) =>
        new AttributionReader(CueLexicon.Read(LexiconTable.Read(new StringReader(Cues), "cues.tsv")), CueLexicon.Empty).Read(document);

    private static (string? Source, string? Cue, string Content, AttributionForm Form) Words(Document document, Attribution found) => (
        found.Source is { } source ? document.TextAt(source) : null,
        found.Cue is { } cue ? document.TextAt(cue) : null,
        string.Join(" … ", found.Content.Select(document.TextAt)),
        found.Form);
}
