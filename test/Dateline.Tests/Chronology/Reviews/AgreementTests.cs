using Dateline.Chronology.Reviews;

namespace Dateline.Tests.Chronology.Reviews;

public sealed class AgreementTests
{
    // Cohen 1960, table 2: two judges sort 200 people into three kinds. Rows sum to 120, 60, 20, columns to 100, 60, 40, so
    // observed (88+40+12)/200 = .70, expected (120·100 + 60·60 + 20·40)/200² = .41, kappa .29/.59.
    [Fact]
    public void Kappa_is_that_of_the_example_in_the_paper()
    {
        int[,] counts = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };
        string[] values = ["1", "2", "3"];
        var table = ConfusionTable.Of(
            from one in Enumerable.Range(0, 3) from other in Enumerable.Range(0, 3) from _ in Enumerable.Range(0, counts[one, other]) select (values[one], values[other]));

        var kappa = CohenKappa.Of(table);
        Assert.Equal((200, 14, 120, 100), (table.Total, table[0, 1], table.OfFirst(0), table.OfSecond(0)));
        Assert.Equal(0.70, kappa.Observed, 12);
        Assert.Equal(0.41, kappa.Expected, 12);
        Assert.Equal(29.0 / 59.0, kappa.Value!.Value, 12);
    }

    // Krippendorff 2011, section C: four coders, twelve units, with gaps; the twelfth has one rating and pairs with nothing.
    // Of the forty ratings left nine are 1, thirteen 2, ten 3, five 4, three 5. The paper gives .743 for nominal data.
    [Fact]
    public void Alpha_with_gaps_is_that_of_the_example_in_the_paper()
    {
        var alpha = KrippendorffAlpha.Of(Of("1233214 12...", "12332241 25.3", ".333234 2251.", "1233244 1251."));

        Assert.Equal((11, 40), (alpha.Units, alpha.Values));
        // Units 2 and 8 differ in 3 of their 6 pairs, unit 6 in all: of the weight of four that each has, 2, 2 and 4.
        Assert.Equal(8.0 / 40.0, alpha.Observed, 12);
        Assert.Equal(((9 * 31) + (13 * 27) + (10 * 30) + (5 * 35) + (3 * 37)) / (40.0 * 39.0), alpha.Expected, 12);
        Assert.Equal(0.743, alpha.Value!.Value, 3);
    }

    // The same paper, sections A and B: two coders without gaps, two values and five.
    [Theory]
    [InlineData("0100000010", "1110010000", 0.095)]
    [InlineData("aabbdcccedda", "babbbccceddd", 0.692)]
    public void Alpha_of_two_coders_is_that_of_the_examples_in_the_paper(string one, string other, double expected) =>
        Assert.Equal(expected, KrippendorffAlpha.Of(Of(one, other)).Value!.Value, 3);

    [Fact]
    public void Where_only_one_value_was_ever_given_nothing_tells_agreement_from_habit()
    {
        var ratings = Of("aaa", "aaa");
        Assert.Null(KrippendorffAlpha.Of(ratings).Value);
        Assert.Null(CohenKappa.Of(ConfusionTable.Of(ratings, "A", "B")).Value);
    }

    [Fact]
    public void Without_a_unit_that_two_have_rated_there_is_no_figure()
    {
        var ratings = Of("a.", ".b");
        Assert.Equal((0, null), (KrippendorffAlpha.Of(ratings).Units, KrippendorffAlpha.Of(ratings).Value));
        Assert.Equal((0, null), (ConfusionTable.Of(ratings, "A", "B").Total, CohenKappa.Of(ConfusionTable.Of(ratings, "A", "B")).Value));
    }

    // One row a coder, one character a unit; “.” where he said nothing, and blanks for reading.
    private static List<Rating> Of(params string[] rows) =>
    [
        .. rows.SelectMany((row, coder) => row.Replace(" ", string.Empty, StringComparison.Ordinal)
            .Select((value, unit) => (Value: value, Rating: new Rating($"{unit}", $"{(char)('A' + coder)}", $"{value}")))
            .Where(rating => rating.Value != '.').Select(rating => rating.Rating)),
    ];
}
