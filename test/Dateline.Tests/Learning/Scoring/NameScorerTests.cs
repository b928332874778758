using Dateline.Chronology;
using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Tests.Learning.Scoring;

public sealed class NameScorerTests
{
    [Fact]
    public void A_name_is_right_with_borders_and_kind_and_types_without_a_kind_are_ignored()
    {
        var read = new HandReading("a", "Awa Diallo of Harbour Watch left Kiyu on the Dawn Treader for Sennen, and the crew went too.")
            .Name("Awa Diallo", MentionKind.Person)
            .Name("Harbour Watch", MentionKind.Place)
            .Name("Kiyu", MentionKind.Place)
            .Name("Dawn Treader", MentionKind.Organisation)
            .Name("Sennen,", MentionKind.Place)
            .Name("the crew", MentionKind.Group, MentionLevel.Nominal);
        var gold = new GoldNames(
            read.Article,
            [
                new MarkedName(read.At("Awa Diallo"), "PER"), new MarkedName(read.At("Harbour Watch"), "ORG"), new MarkedName(read.At("Kiyu"), "LOC"),
                new MarkedName(read.At("the Dawn Treader"), "PRODUCT"), new MarkedName(read.At("Sennen"), "GPE"),
            ]);
        var sheet = NameScorer.Score([gold], read.Alone());
        Assert.Equal((2, 4, 4), TimeScorerTests.Counts(sheet["all kinds"]));
        Assert.Equal((3, 4, 4), TimeScorerTests.Counts(sheet["spans only"]));
        Assert.Equal((1, 3, 2), TimeScorerTests.Counts(sheet["place"]));
        Assert.Equal((0, 0, 1), TimeScorerTests.Counts(sheet["organisation"]));
        Assert.Equal(50, sheet["all kinds"].Value);
        Assert.Equal((1, 1, 2), ((int)sheet["missed"].Value!, (int)sheet["invented"].Value!, (int)sheet["wrong kind"].Value!));
    }

    [Fact]
    public void A_kind_the_gold_does_not_know_is_read_as_what_it_stands_for_there_or_left_out()
    {
        var read = new HandReading("a", "Lantern Brigade took Kiyu Bridge from Malians.")
            .Name("Lantern Brigade", MentionKind.Group).Name("Kiyu Bridge", MentionKind.Facility).Name("Malians", MentionKind.Nationality);
        var gold = new GoldNames(read.Article, [new MarkedName(read.At("Lantern Brigade"), "org"), new MarkedName(read.At("Kiyu Bridge"), "loc")]);
        Assert.Equal((2, 2, 2), TimeScorerTests.Counts(NameScorer.Score([gold], read.Alone())["all kinds"]));
    }

    [Fact]
    public void A_document_that_was_not_read_misses_all_its_names()
    {
        var read = new HandReading("a", "Kiyu fell.");
        var gold = new GoldNames(read.Article, [new MarkedName(read.At("Kiyu"), "LOC")]);
        Assert.Equal((0, 0, 1), TimeScorerTests.Counts(NameScorer.Score([gold], new Dictionary<string, Reading>())["all kinds"]));
    }

    [Fact]
    public void Columns_give_documents_at_their_marks_and_names_at_their_tags()
    {
        using var file = new GoldFile("# doc = dusk_1\nAwa\tB-Person\nDiallo\tI-Person\nsailed\tO\n\nto\tO\nKiyu\tB-Location\nSennen\tB-Location\n# doc = dusk_2\nRain\tO\n", ".conll");
        var documents = NameCorpus.Read(file.Path).ToArray();
        Assert.Equal(["dusk_1", "dusk_2"], documents.Select(document => document.Article.Id));
        Assert.Equal("Awa Diallo sailed\nto Kiyu Sennen", documents[0].Article.Text);
        Assert.Equal(["Awa Diallo Person", "Kiyu Location", "Sennen Location"], documents[0].Names.Select(name => $"{name.Span.In(documents[0].Article.Text)} {name.Type}"));
    }

    [Theory]
    [InlineData("Awa I-PER\nDiallo I-PER\nin O\nKiyu I-LOC\n", "Awa Diallo in Kiyu", "Awa Diallo PER|Kiyu LOC")]
    [InlineData("0\tAwa\tB-PER\n1\tleft\tO\n", "Awa left", "Awa PER")]
    [InlineData("Kiyu\tB-loc\t_\t_\t_\t_\t_\t_\t_\tNoSpaceAfter\n,\tO\t_\t_\t_\t_\t_\t_\t_\t_\nhier\tO\t_\t_\t_\t_\t_\t_\t_\t_\n", "Kiyu, hier", "Kiyu loc")]
    public void Other_columns_are_recognised_by_their_form(string columns, string text, string names)
    {
        using var file = new GoldFile(columns, ".bio");
        var document = Assert.Single(NameCorpus.Read(file.Path));
        Assert.Equal(text, document.Article.Text);
        Assert.Equal(names, string.Join('|', document.Names.Select(name => $"{name.Span.In(text)} {name.Type}")));
    }

    [Fact]
    public void Without_marks_every_sentence_is_a_document()
    {
        using var file = new GoldFile("Rain\tO\n\nSnow\tO\n", ".bio");
        Assert.Equal([":1", ":2"], NameCorpus.Read(file.Path).Select(document => document.Article.Id[^2..]));
    }

    [Fact]
    public void The_same_id_again_gets_a_number()
    {
        var documents = new[] { "x", "y", "x" }.Select(id => new GoldNames(new Article { Id = id, Text = "" }, []));
        Assert.Equal(["x", "y", "x~2"], GoldIds.Distinct(documents).Select(document => document.Article.Id));
    }
}
