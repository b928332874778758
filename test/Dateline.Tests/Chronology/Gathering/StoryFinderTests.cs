using Dateline.Chronology.Events;
using Dateline.Chronology.Gathering;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class StoryFinderTests
{
    [Fact]
    public void Documents_that_share_rare_words_are_one_story_named_by_its_first()
    {
        var stories = StoryFinder.Find([About("b", 0, 1, 2, 3, 90, 91), About("a", 1, 2, 3, 4, 90, 91), About("c", 50, 51, 52, 53, 90, 91), About("d", 51, 52, 53, 54, 90, 91)]);

        Assert.Equal("a", stories["a"]);
        Assert.Equal("a", stories["b"]);
        Assert.Equal("c", stories["c"]);
        Assert.Equal("c", stories["d"]);
    }

    [Fact]
    public void Words_that_every_document_has_make_no_story()
    {
        var stories = StoryFinder.Find([About("a", 90, 91, 92, 1), About("b", 90, 91, 92, 2), About("c", 90, 91, 92, 3)]);

        Assert.Equal(3, stories.Values.Distinct().Count());
    }

    [Fact]
    public void A_document_without_words_is_a_story_of_its_own()
    {
        var stories = StoryFinder.Find([About("a"), About("b"), About("c", 1, 2)]);

        Assert.Equal(["a", "b", "c"], stories.Values.Order());
    }

    [Fact]
    public void A_chain_of_documents_each_like_the_next_is_not_one_story()
    {
        // Each shares half its words with the next and none with the one after.
        var chain = Enumerable.Range(0, 24).Select(i => About($"{i:00}", [.. Enumerable.Range(i * 5, 10)])).ToArray();

        var stories = StoryFinder.Find(chain);

        Assert.NotEqual(stories["00"], stories["23"]);
    }

    [Fact]
    public void The_order_of_tellings_changes_nothing()
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, 60).Select(i => About($"{i:00}", [.. Enumerable.Range(0, 12).Select(_ => (i % 6 * 20) + random.Next(20)).Distinct()])).ToArray();
        var expected = StoryFinder.Find(all).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();

        for (var seed = 0; seed < 10; seed++)
        {
            var shuffled = all.ToArray();
            new Random(seed).Shuffle(shuffled);

            Assert.Equal(expected, StoryFinder.Find(shuffled).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        }
    }

    private static Telling About(string document, params int[] words) => Tellings.Of(document, EventKind.Assault, "attack") with { Matter = [.. words.Order()] };
}
