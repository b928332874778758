using Dateline.Chronology.Gathering;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Gathering;

public sealed class OriginFinderTests
{
    private const string Report =
        "The ferry between the two banks stopped on Tuesday after the river rose by three metres. The harbour master said that no boat would leave before "
        + "the water falls, and that forty lorries were waiting on the western bank. Traders asked the governor for a second crossing further north, where the "
        + "old bridge was closed in spring. The governor promised an answer within the week and sent engineers to look at the piers.";

    private const string Other =
        "Teachers in the capital went back to their classrooms on Monday after a month without pay. Their union said the ministry had paid half of what is owed "
        + "and would pay the rest before the end of term. Pupils found new desks in some of the schools, and none in others.";

    [Fact]
    public void Copies_of_one_text_have_one_origin_and_it_is_the_first_to_appear()
    {
        var origins = Find(("late", "2025-03-04", Report), ("first", "2025-03-03", Report), ("other", "2025-03-03", Other));

        Assert.Equal(["first", "other"], origins.Select(origin => origin.Id));
        Assert.Equal(["first", "late"], origins[0].Documents);
    }

    [Fact]
    public void A_copy_with_another_ending_is_still_a_copy() =>
        Assert.Single(Find(("a", "2025-03-03", Report), ("b", "2025-03-04", Report[..^90] + "Nobody was hurt, the harbour master added.")));

    [Fact]
    public void Two_texts_on_one_matter_are_two_origins() =>
        Assert.Equal(2, Find(("a", "2025-03-03", Report), ("b", "2025-03-03", "The river rose by three metres and the ferry stopped on Tuesday. Lorries are waiting, the harbour master said.")).Count);

    [Fact]
    public void Empty_texts_do_not_fail() => Assert.NotEmpty(Find(("a", "2025-03-03", ""), ("b", "2025-03-03", "…")));

    private static List<Origin> Find(params (string Id, string Day, string Text)[] articles) => OriginFinder.Find(
        articles.Select(article => OriginFinder.SketchOf(new Article { Id = article.Id, Text = article.Text, Published = article.Day })));
}
