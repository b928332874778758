using Dateline.Text;
using Dateline.Text.Annotators;

namespace Dateline.Tests.Text;

public sealed class DatelineReaderTests
{
    [Theory]
    [InlineData("BAMAKO, Oct 5 (Reuters) – Soldiers met.", "BAMAKO", "Reuters", "Soldiers met.")]
    [InlineData("Niamey (AFP) - Ministers met.", "Niamey", "AFP", "Ministers met.")]
    [InlineData("GAO, Mali (Sample Wire) — A convoy left.", "GAO", "Sample Wire", "A convoy left.")]
    [InlineData("OUAGADOUGOU, 3 octobre (AFP) – Le conseil a siégé.", "OUAGADOUGOU", "AFP", "Le conseil a siégé.")]
    [InlineData("ACCRA - Leaders lifted the measures.", "ACCRA", null, "Leaders lifted the measures.")]
    [InlineData("PORT-AU-PRINCE -- The port reopened.", "PORT-AU-PRINCE", null, "The port reopened.")]
    public void A_dateline_is_told_from_the_sentence_it_opens(string paragraph, string place, string? agency, string rest)
    {
        var opening = DatelineReader.Read(paragraph);

        Assert.Equal(place, opening.Place);
        Assert.Equal(agency, opening.Agency);
        Assert.Equal(rest, paragraph[opening.Length..]);
    }

    [Theory]
    [InlineData("Soldiers - about forty of them - left the camp.")]
    [InlineData("BREAKING - Soldiers left the camp.")]
    [InlineData("Kidal fell on Tuesday – the third town in a week.")]
    [InlineData("“We will stay” – so said the mayor.")]
    [InlineData("A")]
    [InlineData("")]
    public void What_is_no_dateline_is_left_in_its_sentence(string paragraph) => Assert.Equal(0, DatelineReader.Read(paragraph).Length);

    [Fact]
    public void A_dateline_is_a_sentence_of_its_own()
    {
        const string text = "BAMAKO, Oct 5 (Sample Wire) – Armed men stopped a convoy. Nobody was hurt.";
        var document = new Document(text);
        new TokenAnnotator().Annotate(document);

        Assert.Equal(
            ["BAMAKO, Oct 5 (Sample Wire) –", "Armed men stopped a convoy.", "Nobody was hurt."],
            [.. document.Tokens.Sentences.ToArray().Select(sentence => document.TextAt(sentence.Span))]);
    }
}
