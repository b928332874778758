using Dateline.Cli.Pipeline;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;
using Dateline.Text.Mentions;
using Dateline.Text.Models;
using Dateline.Text.Names;
using Dateline.Text.Places;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Text.Names;

public sealed class NameAgreementTests
{
    private static readonly ActorLexicon Lexicon = LexiconFolder.Actors(Path.Combine(Repository.Root, "lexicons"));

    [Fact]
    public void Capitals_in_brackets_name_the_body_before_them_here_and_later()
    {
        var (document, names) = Agree("She wrote to the Lakeside Wells Trust (LWT) in May. The LWT did not answer.");
        Assert.Equal([("Lakeside Wells Trust", MentionKind.Organisation), ("LWT", MentionKind.Organisation), ("LWT", MentionKind.Organisation)], Texts(document, names));
    }

    [Fact]
    public void Capitals_in_brackets_that_shorten_nothing_before_them_are_left_alone()
    {
        var (document, names) = Agree("The lake rose quickly (XQT) in May.");
        Assert.Empty(Texts(document, names));
    }

    [Fact]
    public void A_surname_alone_is_the_person_named_in_full_before()
    {
        var (document, names) = Agree("Wanjiru Mutasa spoke first. Then Mutasa left the hall.", new NameSpan(0, 2, MentionKind.Person, 0.9f));
        Assert.Equal([("Wanjiru Mutasa", MentionKind.Person), ("Mutasa", MentionKind.Person)], Texts(document, names));
    }

    [Fact]
    public void The_same_words_are_the_same_kind_of_name_when_most_places_are_sure()
    {
        var (document, names) = Agree(
            "Zentrano grows. Zentrano sells. Zentrano pays.",
            new NameSpan(0, 1, MentionKind.Organisation, 0.9f), new NameSpan(3, 1, MentionKind.Person, 0.5f), new NameSpan(6, 1, MentionKind.Organisation, 0.9f));
        Assert.All(Texts(document, names), name => Assert.Equal(MentionKind.Organisation, name.Kind));
    }

    [Theory]
    [InlineData("Kim Do-rhyun left early.", 0, 2, "Kim Do-rhyun")]
    [InlineData("Then Amina wa Mutasa sang.", 1, 1, "Amina wa Mutasa")]
    [InlineData("Bamako-based Amina sang.", 2, 2, "based Amina")]
    public void A_persons_name_goes_on_over_hyphen_and_particle(string text, int first, int count, string whole)
    {
        var (document, names) = Adjust(text, new NameSpan(first, count, MentionKind.Person, 0.9f));
        Assert.Equal(whole, Assert.Single(Texts(document, names)).Text);
    }

    [Fact]
    public void A_word_of_the_compass_belongs_to_the_people_of_a_wide_region()
    {
        var (document, names) = Adjust("Many South American and Malian cooks came.", new NameSpan(2, 1, MentionKind.Nationality, 0.9f), new NameSpan(4, 1, MentionKind.Nationality, 0.9f));
        Assert.Equal(["South American", "Malian"], Texts(document, names).Select(name => name.Text));
    }

    [Fact]
    public void A_pronoun_at_the_head_of_a_sentence_is_no_name()
    {
        var document = Tokens("We left.");
        document.Tokens.Upos[0] = UniversalPos.Pron;
        var names = new List<NameSpan> { new(0, 1, MentionKind.Organisation, 0.6f) };
        NameBorders.Adjust(Clues(document), names);
        Assert.Empty(names);
    }

    private static (Document Document, List<NameSpan> Names) Agree(string text, params NameSpan[] found)
    {
        var document = Tokens(text);
        var names = found.ToList();
        new NameAgreement().Apply(Clues(document), names);
        return (document, names);
    }

    private static (Document Document, List<NameSpan> Names) Adjust(string text, params NameSpan[] found)
    {
        var document = Tokens(text);
        var names = found.ToList();
        NameBorders.Adjust(Clues(document), names);
        return (document, names);
    }

    private static Document Tokens(string text)
    {
        var document = new Document(text);
        new TokenAnnotator().Annotate(document);
        return document;
    }

    private static NameClues Clues(Document document)
    {
        var clues = new NameClues(Lexicon, Gazetteer.Of([]), new HashIndex([WordFeatures.Hash("based"), WordFeatures.Hash("then"), WordFeatures.Hash("the")]), new HashIndex([]));
        clues.Read(document, document.AtomsFor(Lexicon));
        return clues;
    }

    private static (string Text, MentionKind Kind)[] Texts(Document document, List<NameSpan> names) =>
        [.. names.Select(name => (document.TextAt(document.Tokens.SpanOf(name.First, name.First + name.Count - 1)), name.Kind))];
}
