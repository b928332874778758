using Dateline.Storage;
using Dateline.Text;

namespace Dateline.Tests.Storage;

public sealed class VersionComparisonTests
{
    [Theory]
    [InlineData("a b c|d e f", "a b c|d e f", "same same")]
    [InlineData("The toll is forty now.|The bridge is open.", "The toll is fourteen now.|The bridge is open.", "edited same")]
    [InlineData("One passage here.|Two follows it.", "One passage here.|Something wholly other stands between.|Two follows it.", "same added same")]
    [InlineData("One passage here.|Gone tomorrow altogether.|Two follows it.", "One passage here.|Two follows it.", "same removed same")]
    [InlineData("", "New words.", "added")]
    [InlineData("Old words.", "", "removed")]
    public void Passages_are_the_same_edited_added_or_removed(string before, string after, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Compare(before, after).Select(change => change.Kind.ToString().ToLowerInvariant())));

    [Fact]
    public void Of_an_edited_passage_the_words_that_differ_are_marked_as_stretches()
    {
        const string before = "At least 40 soldiers were killed near the old mill on Sunday.";
        const string after = "At least 14 soldiers were killed near the mill, it is said, on Sunday.";
        var change = Assert.Single(Compare(before, after));
        Assert.Equal(["40", "old mill"], change.Removed.Select(span => span.In(before).ToString()));
        Assert.Equal(["14", "mill, it is said,"], change.Added.Select(span => span.In(after).ToString()));
    }

    [Fact]
    public void Every_passage_of_both_versions_stands_in_the_comparison_once_however_they_differ()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var changes = Compare(before, after);
            Assert.Equal(before.Split('|', StringSplitOptions.RemoveEmptyEntries), changes.Select(change => change.Before).OfType<TextSpan>().Select(span => span.In(before).ToString()));
            Assert.Equal(after.Split('|', StringSplitOptions.RemoveEmptyEntries), changes.Select(change => change.After).OfType<TextSpan>().Select(span => span.In(after).ToString()));
            Assert.All(changes.Where(change => change.Kind == PassageChangeKind.Same), change => Assert.Equal(change.Before!.Value.In(before).ToString(), change.After!.Value.In(after).ToString()));
        }

        static string Text(Random random) => string.Join('|', Enumerable.Range(0, random.Next(8)).Select(_ => $"w{random.Next(3)} w{random.Next(3)} w{random.Next(3)}"));
    }

    [Fact]
    public void A_text_of_very_many_passages_is_compared_without_a_table_of_them_all()
    {
        var many = string.Join('|', Enumerable.Range(0, 20_000).Select(k => "p" + k));
        var other = "first|" + string.Join('|', Enumerable.Range(0, 20_000).Select(k => "q" + k)) + "|last";
        Assert.Equal(40_002, Compare(many, other).Count);
    }

    private static IReadOnlyList<PassageChange> Compare(string before, string after) => VersionComparison.Of(before, Spans(before), after, Spans(after));

    private static List<TextSpan> Spans(string text)
    {
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var part in text.Split('|'))
        {
            if (part.Length > 0) spans.Add(new TextSpan(start, part.Length));
            start += part.Length + 1;
        }

        return spans;
    }
}
