using Dateline.Chronology.Export;
using Dateline.Storage;
using Dateline.Web.Wording;

namespace Dateline.Web.Queries;

/// <summary>How the accounts of an event stand to each other in one thing.</summary>
internal enum AspectStanding
{
    /// <summary>No account says.</summary>
    NotTold,

    /// <summary>Accounts of one origin say; nobody else confirms or contradicts.</summary>
    OneOrigin,

    /// <summary>Several origins say, and none was found to contradict another.</summary>
    Undisputed,

    /// <summary>Accounts contradict each other.</summary>
    Disputed,
}

/// <summary>One thing that accounts of an event may tell: whether it happened, who, to whom, where, when, how many.</summary>
/// <param name="Name">happened, actor, recipient, place, time or number.</param>
/// <param name="Standing">How the accounts stand to each other in it.</param>
/// <param name="Accounts">How many accounts tell it.</param>
/// <param name="Origins">From how many independent origins.</param>
/// <param name="Said">What they say, each wording once, the most common first.</param>
internal sealed record AspectLine(string Name, AspectStanding Standing, int Accounts, int Origins, IReadOnlyList<string> Said)
{
    /// <summary>The six things, in this order, over the current accounts of <paramref name="view"/>.</summary>
    public static IReadOnlyList<AspectLine> Of(EventView view)
    {
        var originOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < view.Origins.Count; i++)
        {
            originOf[view.Origins[i].First.Id] = i;
            foreach (var copy in view.Origins[i].Copies) originOf[copy.Id] = i;
        }

        var accounts = view.Tellings.Where(telling => !telling.IsSuperseded).ToList();
        return
        [
            LineOf("happened", telling => [CodeWords.Say(telling.Factuality)]),
            LineOf("actor", telling => telling.Actors.Select(NameOf)),
            LineOf("recipient", telling => telling.Recipients.Select(NameOf)),
            LineOf("place", telling => telling.Place is { } place ? [place.Place?.Name ?? Spacing.Level(place.Words.Text)] : []),
            LineOf("time", telling => telling.Time?.Edtf is { } edtf ? [EdtfWords.Say(edtf)] : []),
            LineOf("number", telling => telling.Quantities.Select(quantity => Spacing.Level(quantity.Words.Text))),
        ];

        AspectLine LineOf(string name, Func<ChronologyLine, IEnumerable<string>> says)
        {
            var told = accounts.Select(telling => (telling.Article.Id, Said: says(telling).ToList())).Where(account => account.Said.Count > 0).ToList();
            var origins = told.Select(account => originOf.GetValueOrDefault(account.Id, -1)).Distinct().Count();
            var standing = view.Disputes.Any(dispute => dispute.Aspect == name) ? AspectStanding.Disputed
                : origins == 0 ? AspectStanding.NotTold
                : origins == 1 ? AspectStanding.OneOrigin : AspectStanding.Undisputed;
            var said = told.SelectMany(account => account.Said).GroupBy(words => words, StringComparer.OrdinalIgnoreCase).OrderByDescending(words => words.Count()).Select(words => words.First());
            return new AspectLine(name, standing, told.Count, origins, [.. said]);
        }

        static string NameOf(PartyLine party) => party.Name is { Length: > 0 } name ? name : Spacing.Level(party.Words.Text);
    }
}
