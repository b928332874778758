using Dateline.Storage;

namespace Dateline.Web.Queries;

/// <summary>One independent origin that takes a position, with its words. Whoever repeats its text adds no voice.</summary>
/// <param name="Words">What it says, each wording once, by whoever first has it here.</param>
/// <param name="Others">Articles that have the same words, each outlet once.</param>
internal sealed record PositionVoice(IReadOnlyList<PositionLine> Words, IReadOnlyList<ArticleLine> Others)
{
    /// <summary>The voices for a position, in the order of <paramref name="origins"/>.</summary>
    public static IReadOnlyList<PositionVoice> Of(PositionView position, IReadOnlyList<OriginLine> origins)
    {
        var originOf = new Dictionary<string, (int Order, string First)>(StringComparer.Ordinal);
        for (var i = 0; i < origins.Count; i++)
        {
            foreach (var article in origins[i].Copies.Prepend(origins[i].First)) originOf[article.Id] = (i, origins[i].First.Id);
        }

        return
        [
            .. position.Claims.GroupBy(claim => originOf.GetValueOrDefault(claim.Article.Id, (int.MaxValue, claim.Article.Id))).OrderBy(origin => origin.Key.Item1).Select(MakeVoice),
        ];
    }

    private static PositionVoice MakeVoice(IEnumerable<PositionLine> claims)
    {
        // What differs is the passage with whoever says it; the marked words may be read twice in one passage.
        var wordings = claims.GroupBy(claim => (claim.Passage.Text, Speaker: claim.Speaker?.Words?.Text)).Select(wording => wording.ToList()).ToList();
        var words = wordings.ConvertAll(wording => wording[0]);
        var seen = words.Select(claim => claim.Article.Id).ToHashSet(StringComparer.Ordinal);
        return new PositionVoice(words, [.. wordings.SelectMany(wording => wording).Select(claim => claim.Article).Where(article => seen.Add(article.Id)).DistinctBy(article => article.Outlet ?? article.Id)]);
    }
}
