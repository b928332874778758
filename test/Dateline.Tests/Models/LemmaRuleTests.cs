using Dateline.Text.Models;

namespace Dateline.Tests.Models;

public sealed class LemmaRuleTests
{
    [Theory]
    [InlineData("Cities", "city", "L3:y")]
    [InlineData("convoys", "convoy", "L1:")]
    [InlineData("Bamako", "Bamako", "K0:")]
    [InlineData("Maliens", "Malien", "K1:")]
    public void A_rule_leads_from_form_to_lemma(string form, string lemma, string rule)
    {
        var found = LemmaRule.Between(form, lemma);
        Assert.Equal(rule, found?.ToString());
        Assert.Equal(lemma, Apply(LemmaRule.Parse(rule), form));
    }

    [Fact]
    public void A_form_shorter_than_the_cut_stays_as_it_is() => Assert.Equal("on", Apply(LemmaRule.Parse("L3:y"), "On"));

    [Fact]
    public void A_lemma_that_shares_nothing_with_a_long_form_has_no_rule() => Assert.Null(LemmaRule.Between("better", "good"));

    [Theory]
    [InlineData("")]
    [InlineData("X1:a")]
    [InlineData("L:a")]
    public void What_is_no_rule_is_refused(string text) => Assert.Throws<FormatException>(() => LemmaRule.Parse(text));

    private static string Apply(LemmaRule rule, string form)
    {
        Span<char> lemma = stackalloc char[64];
        return lemma[..rule.Apply(form, lemma)].ToString();
    }
}
