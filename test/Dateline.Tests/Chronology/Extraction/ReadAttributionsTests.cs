using Dateline.Chronology.Extraction.Attributions;
using Dateline.Tests.House;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Lexicons;
using Dateline.Text.Models;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>Who says what, from plain text through the shipped model and cues.</summary>
public sealed class ReadAttributionsTests
{
    private static readonly Analyzer Analyzer = new(
        new TokenAnnotator(), new LanguageModelAnnotator(LanguageModel.Open(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "en.weights")))));

    private static readonly AttributionReader Reader = new(Cues(), CueLexicon.Empty);

    [Theory]
    [InlineData("“The road is closed,” Rep. Awa Diallo (R-Kayes) said after the vote.", "Rep. Awa Diallo (R-Kayes) > “The road is closed,”")]
    [InlineData("“Nobody was paid,” Omar Sylla, the head of the miners' union, one of five in the town, said.", "Omar Sylla, the head of the miners' union, one of five in the town > “Nobody was paid,”")]
    [InlineData("The ministry says on its website that “there were faults in the design” of the bridge.", "The ministry > that “there were faults in the design” of the bridge")]
    [InlineData("The mayor said the dam has become “more of a danger than a help to the farmers who live below it.”", "The mayor > the dam has become “more of a danger than a help to the farmers who live below it.”")]
    [InlineData("“I know the general,” she said, but “when it comes to money, he keeps his own books.”", "she > “I know the general,” … “when it comes to money, he keeps his own books.”")]
    [InlineData("A cook who “takes a handful of rice” is dismissed, Keita said.", "Keita > A cook who “takes a handful of rice” is dismissed")]
    [InlineData("The harbour was shut for a week, Keita said. “We lost two ships of grain.”", "Keita > The harbour was shut for a week … “We lost two ships of grain.”")]
    [InlineData("The envoy said that troops were “tired” and “hungry” and asked the council for food.", "The envoy > that troops were “tired” and “hungry”")]
    [InlineData("She called for the judges to be “sent home” in May.", "She > the judges to be “sent home” in May")]
    [InlineData("The company released a short notice: “The mine stays closed.”", "The company > “The mine stays closed.”")]
    [InlineData("Dockers marching along the quay chanted “No more hunger!” and kept walking.", "Dockers marching along the quay > “No more hunger!”")]
    public void Quotations_torn_joined_or_half_in_the_tellers_words_go_to_their_speaker(string text, string expected) => Assert.Contains(expected, Lines(text));

    [Theory]
    [InlineData("“I think we want peace, and you know we will get it,” the minister said.")]
    [InlineData("“We love this town and we know it well,” the minister said.")]
    public void A_speakers_own_thoughts_in_quotation_marks_are_no_second_attribution(string text) => Assert.Single(Lines(text));

    [Fact]
    public void The_name_of_a_work_is_nobodys_words() =>
        Assert.DoesNotContain(Lines("In an episode of “The Long Dry Season,” the author said rain had failed."), line => line.Contains("Long Dry", StringComparison.Ordinal));

    [Fact]
    public void Paragraphs_with_speakers_in_capitals_are_a_conversation()
    {
        var found = Lines("A transcript follows.\n\nDIARRA: Who ordered the convoy to stop?\n\nSAMAKE: Nobody in my office did.");
        Assert.Contains("DIARRA > Who ordered the convoy to stop?", found);
        Assert.Contains("SAMAKE > Nobody in my office did.", found);
    }

    [Fact]
    public void One_word_in_capitals_before_a_colon_is_a_heading() =>
        Assert.DoesNotContain(Lines("UPDATE: The convoy has arrived in the north.\n\nThe road is open."), line => line.StartsWith("UPDATE", StringComparison.Ordinal));

    [Fact]
    public void A_quotation_whose_first_mark_is_lost_is_somebodys_words()
    {
        var text = "The bridge will stand for a hundred years if it is built of stone and not of promises,” said Governor Barry.";
        Assert.Contains($"Governor Barry > {text[..text.IndexOf(" said", StringComparison.Ordinal)]}", Lines(text));
    }

    [Fact]
    public void A_deed_of_war_is_nobodys_words() =>
        Assert.DoesNotContain(Lines("Rebels attacked a convoy near the border."), line => line.Contains("convoy", StringComparison.Ordinal));

    private static List<string> Lines(string text)
    {
        var document = Analyzer.Analyze(new Document(text));
        return [.. Reader.Read(document).Select(found => $"{(found.Source is { } source ? document.TextAt(source) : "")} > {string.Join(" … ", found.Content.Select(document.TextAt))}")];
    }

    private static CueLexicon Cues()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, "lexicons", "en", "cues.tsv"));
        return CueLexicon.Read(LexiconTable.Read(reader, "cues.tsv"));
    }
}
