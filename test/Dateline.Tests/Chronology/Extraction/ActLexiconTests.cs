using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Acts;

namespace Dateline.Tests.Chronology.Extraction;

public class ActLexiconTests
{
    private const string Header = "predicate\tpos\tneeds\tactor\trecipient\tevent\tmode\tcontexts\tcameo\tflags\texample\n";

    [Fact]
    public void The_shipped_lexicon_has_no_faults() => Assert.Empty(EnglishActs.Lexicon.Diagnostics);

    [Fact]
    public void The_shipped_lexicon_covers_every_event_of_plover() =>
        Assert.Equal(Enum.GetValues<EventKind>(), EnglishActs.Lexicon.Frames.Where(frame => frame.Kind is not null).Select(frame => frame.Kind!.Value).Distinct().Order());

    [Fact]
    public void The_shipped_lexicon_has_at_least_1850_frames_with_an_example_each_of_at_least_1850() =>
        Assert.InRange(EnglishActs.Lexicon.Frames.Count(frame => frame.Example.Length > 0), 1850, int.MaxValue);

    [Fact]
    public void The_shipped_lexicon_of_french_has_no_faults()
    {
        using var reader = File.OpenText(Path.Combine(House.Repository.Root, "lexicons", "fr", "acts.tsv"));
        var lexicon = ActLexicon.Read(reader, "acts.tsv");
        Assert.Empty(lexicon.Diagnostics);
        Assert.InRange(lexicon.Frames.Count, 730, int.MaxValue);
    }

    [Theory]
    [InlineData("seize\tverb\t\tsubj\tobj\tGRAB\t\t\t192", "DL2203")]
    [InlineData("seize\tverb\t\tsubj\tobj\tCOERCE\tgrab\t\t192", "DL2204")]
    [InlineData("seize\tverb\t\tsubj\tobj\tCOERCE\tseize\tweather\t192", "DL2205")]
    [InlineData("seize\tverb\t\tsubj\tobj\tCOERCE\tseize\t\t99", "DL2206")]
    [InlineData("seize\tverb\tobj=@nowhere\tsubj\tobj\tCOERCE\tseize\t\t192", "DL2207")]
    [InlineData("seize\tverb\t\tsubj\tobj\tCOERCE\tseize\t\t192\tloud", "DL2208")]
    [InlineData("open fire at will\tverb\t\tsubj\tto\tCOERCE\trestrict\t\t191", "DL2210")]
    [InlineData("seize\tthing\t\tsubj\tobj\tCOERCE\tseize\t\t192", "DL2202")]
    public void A_faulty_row_is_named_with_its_line(string row, string code)
    {
        var found = Assert.Single(ActLexicon.Check(new StringReader(Header + row), "mine.tsv"));
        Assert.Equal(code, found.Code);
        Assert.Equal("mine.tsv:2", found.Place);
    }

    [Fact]
    public void The_same_frame_twice_is_named()
    {
        var row = "seize\tverb\t\tsubj\tobj\tCOERCE\tseize\t\t192\n";
        Assert.Equal("DL2209", Assert.Single(ActLexicon.Check(new StringReader(Header + row + row), "mine.tsv")).Code);
    }
}
