using Dateline.Chronology.Claims;

namespace Dateline.Tests.Chronology;

public sealed class ClaimIdsTests
{
    [Fact]
    public void The_same_parts_always_make_the_same_id() => Assert.Equal(ClaimIds.Make("event", "12+3"), ClaimIds.Make("event", "12+3"));

    [Fact]
    public void Where_one_part_ends_matters() => Assert.NotEqual(ClaimIds.Make("ab", "c"), ClaimIds.Make("a", "bc"));

    [Fact]
    public void An_id_is_26_characters_none_of_which_looks_like_another()
    {
        var id = ClaimIds.Make("x");

        Assert.Equal(26, id.Length);
        Assert.DoesNotContain(id, character => character is 'i' or 'l' or 'o' or 'u' || char.IsUpper(character));
    }

    [Fact]
    public void A_hash_is_that_of_the_text_in_UTF8() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ClaimIds.HashOf("abc"));
}
