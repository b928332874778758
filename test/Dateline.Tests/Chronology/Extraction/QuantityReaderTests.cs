using Dateline.Chronology.Events;
using Dateline.Chronology.Extraction.Numbers;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Extraction;

public sealed class QuantityReaderTests
{
    [Fact]
    public void A_lower_bound_keeps_the_number_and_bounds_it()
    {
        var (document, found) = Read("At least 12 soldiers were killed.", "at/ADP/2/case least/ADJ/3/nmod 12/NUM/4/nummod soldier/NOUN/6/nsubj:pass be/AUX/6/aux:pass kill/VERB/0/root ./PUNCT/6/punct");
        var one = Assert.Single(found);
        Assert.Equal((12.0, 12.0, null, QuantityKind.Killed), (one.Value, one.Low, one.High, one.Kind));
        Assert.Equal(("At least 12 soldiers", "soldiers"), (document.TextAt(one.Span), document.TextAt(one.Of!.Value)));
    }

    [Fact]
    public void Who_kills_is_not_counted_as_killed()
    {
        var (_, found) = Read("Two men killed the guard.", "two/NUM/2/nummod man/NOUN/3/nsubj kill/VERB/0/root the/DET/5/det guard/NOUN/3/obj ./PUNCT/3/punct");
        Assert.Equal(QuantityKind.Other, Assert.Single(found).Kind);
    }

    [Fact]
    public void An_age_or_a_size_before_a_noun_counts_nothing()
    {
        var (_, found) = Read("A 22-year-old man fled.", "a/DET/6/det 22/NUM/4/nummod -/PUNCT/4/punct year/NOUN/5/obl -/PUNCT/5/punct old/ADJ/7/amod man/NOUN/8/nsubj flee/VERB/0/root ./PUNCT/8/punct");
        Assert.Empty(found);
    }

    [Fact]
    public void Dozens_have_no_value()
    {
        var (document, found) = Read("Dozens of trucks burned.", "dozen/NOUN/4/nsubj of/ADP/3/case truck/NOUN/1/nmod burn/VERB/0/root ./PUNCT/4/punct");
        var one = Assert.Single(found);
        Assert.Null(one.Value);
        Assert.Equal("Dozens of trucks", document.TextAt(one.Span));
    }

    [Fact]
    public void One_sum_in_two_currencies_is_two_values()
    {
        var (_, found) = Read("It gave €110 million ($119 million).", "it/PRON/2/nsubj give/VERB/0/root €/SYM/2/obj 110/NUM/5/compound million/NUM/3/nummod (/PUNCT/7/punct $/SYM/3/appos 119/NUM/9/compound million/NUM/7/nummod )/PUNCT/7/punct ./PUNCT/2/punct");
        Assert.Equal([(110e6, "EUR", QuantityKind.Money), (119e6, "USD", QuantityKind.Money)], found.Select(one => (one.Value!.Value, one.Unit!, one.Kind)));
    }

    [Fact]
    public void Two_numbers_before_one_unit_both_have_it()
    {
        var (document, found) = Read("It sent 160,000 and 200,000 metric tons of wheat.", "it/PRON/2/nsubj send/VERB/0/root 160,000/NUM/7/nummod and/CCONJ/5/cc 200,000/NUM/3/conj metric/ADJ/7/amod ton/NOUN/2/obj of/ADP/9/case wheat/NOUN/7/nmod ./PUNCT/2/punct");
        Assert.Equal([160_000.0, 200_000.0], found.Select(one => one.Value!.Value));
        Assert.All(found, one => Assert.Equal("metric tons", one.Unit));
        Assert.Equal("200,000 metric tons of wheat", document.TextAt(found[1].Span));
    }

    [Fact]
    public void A_range_has_two_bounds_and_no_value()
    {
        var (document, found) = Read("Between 10 and 15 men fled.", "between/ADP/2/case 10/NUM/5/nummod and/CCONJ/4/cc 15/NUM/2/conj man/NOUN/6/nsubj flee/VERB/0/root ./PUNCT/6/punct");
        var one = Assert.Single(found);
        Assert.Equal((null, 10.0, 15.0, QuantityKind.Displaced), (one.Value, one.Low, one.High, one.Kind));
        Assert.Equal("Between 10 and 15 men", document.TextAt(one.Span));
    }

    [Fact]
    public void French_groups_and_approximations_are_read()
    {
        var (document, found) = Read("Près de 10 000 soldats arrivent.", "près/ADV/3/advmod de/ADP/3/case 10000/NUM/4/nummod soldat/NOUN/5/nsubj arriver/VERB/0/root ./PUNCT/5/punct", "fr");
        var one = Assert.Single(found);
        Assert.Equal(10_000.0, one.Value);
        Assert.Equal("Près de 10 000 soldats", document.TextAt(one.Span));
    }

    [Fact]
    public void A_number_in_a_name_counts_nothing()
    {
        var (_, found) = Read("France 24 left.", "France/PROPN/3/nsubj 24/NUM/1/nummod leave/VERB/0/root ./PUNCT/3/punct");
        Assert.Empty(found);
    }

    private static (Document Document, IReadOnlyList<Quantity> Found) Read(string text, string tree, string language = "en")
    {
        var document = TreeText.Of(text, tree, language);
        return (document, new QuantityReader().Read(document));
    }
}
