using System.Globalization;
using System.Text;
using Dateline.Chronology.Events;
using Dateline.Storage;
using Dateline.Text.Times;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Queries;

/// <summary>The filter form of the chronology as it stands in an address.</summary>
public sealed record ChronologyFilter
{
    private const int LongestWords = 200;

    /// <summary>A key, code or part of a name of somebody who takes part; null for all.</summary>
    public string? Actor { get; init; }

    /// <summary>Somebody else who takes part in the same; null for anybody. Means nothing without <see cref="Actor"/>.</summary>
    public string? With { get; init; }

    /// <summary>
    /// Where <see cref="Actor"/> must stand: “actor” or “recipient”, or to <see cref="With"/>: “facing” where one does it to the other,
    /// “beside” where both stand on one side; null for anywhere.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>A gazetteer id, a country code or a part of a name; null for all.</summary>
    public string? Place { get; init; }

    /// <summary>What kinds of acts; empty for all.</summary>
    public IReadOnlyList<EventKind> Kinds { get; init; } = [];

    /// <summary>Key or name of an outlet; null for all.</summary>
    public string? Outlet { get; init; }

    /// <summary>The first day, month or year, as it was written.</summary>
    public string? From { get; init; }

    /// <summary>The last day, month or year, as it was written.</summary>
    public string? To { get; init; }

    /// <summary>“within”: all its days lie between <see cref="From"/> and <see cref="To"/>; “unknown”: without a day; null for all.</summary>
    public string? Dated { get; init; }

    /// <summary>Only what belongs to no one such unit of time; null leaves nothing out.</summary>
    public DensityUnit? VaguerThan { get; init; }

    /// <summary>What one bar of the picture stands for; null to let it fit.</summary>
    public DensityUnit? Unit { get; init; }

    /// <summary>Words of the passage that tells it.</summary>
    public string? Words { get; init; }

    /// <summary>Only what accounts do not agree on: happened, actor, recipient, place, time, number, or any; null for all.</summary>
    public string? Disputed { get; init; }

    /// <summary>Only what at least so many independent origins tell; 1 for all.</summary>
    public int Origins { get; init; } = 1;

    /// <summary>Whether tellings below the threshold of precision are wanted too.</summary>
    public bool WithHidden { get; init; }

    /// <summary>Whether the latest come first.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Lines on one page, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where to go on; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary><see cref="From"/> and <see cref="To"/> as days.</summary>
    public TimeBounds When { get; init; }

    /// <summary>Whether anything is left out by it.</summary>
    public bool IsNarrow => Actor is not null || Place is not null || Kinds.Count > 0 || Outlet is not null || From is not null || To is not null || Words is not null || Dated is not null || VaguerThan is not null || Disputed is not null || Origins > 1;

    /// <summary>Reads a filter; the faults, when there are any, name each wrong parameter.</summary>
    public static (ChronologyFilter Filter, IReadOnlyList<RequestFault> Faults) Read(IQueryCollection query)
    {
        var faults = new List<RequestFault>();
        var kinds = new List<EventKind>();
        foreach (var name in query["kind"])
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            if (EventKindNames.TryParse(name.Trim(), out var kind)) kinds.Add(kind);
            else if (KindGroups.Of(name.Trim()) is { } group) kinds.AddRange(group);
            else faults.Add(Problems.BadKind(name.Length > 40 ? name[..40] : name));
        }

        var first = Day("from", isLast: false);
        var last = Day("to", isLast: true);
        if (first is not null && last is not null && last < first) faults.Add(Problems.WrongOrder());

        var filter = new ChronologyFilter
        {
            Actor = Words("actor"),
            With = Words("with"),
            Role = Choice("role", "actor", "recipient", "facing", "beside"),
            Place = Words("place"),
            Kinds = kinds,
            Outlet = Words("outlet"),
            From = Words("from"),
            To = Words("to"),
            Dated = Choice("dated", "within", "unknown"),
            VaguerThan = Unit("vaguer"),
            Unit = Unit("by"),
            Words = Words("q"),
            Disputed = Choice("disputed", ["any", .. DisputeView.Aspects]),
            Origins = Number("origins", 1, 99),
            WithHidden = Choice("all", "1", "0") == "1",
            NewestFirst = Choice("order", "newest", "oldest") == "newest",
            Limit = Number("limit", 50, 500),
            Cursor = Words("cursor"),
            When = new TimeBounds(first, last),
        };
        return (filter, faults);

        string? Words(string name)
        {
            var value = query[name].ToString().Trim();
            if (value.Length > LongestWords) faults.Add(Problems.TooLong(name, LongestWords));
            return value.Length == 0 ? null : value;
        }

        string? Choice(string name, params string[] choices)
        {
            var value = Words(name);
            if (value is null || choices.Contains(value)) return value;
            faults.Add(Problems.BadChoice(name, string.Join(" or ", choices)));
            return null;
        }

        int Number(string name, int usual, int most)
        {
            if (Words(name) is not { } words) return usual;
            if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            faults.Add(Problems.BadChoice(name, $"a number from 1 to {most}"));
            return usual;
        }

        DensityUnit? Unit(string name) =>
            Choice(name, "day", "month", "year", "decade") is { } value ? Enum.Parse<DensityUnit>(value, ignoreCase: true) : null;

        DateOnly? Day(string name, bool isLast)
        {
            if (Words(name) is not { } words) return null;
            if (DayOf(words, isLast) is { } day) return day;
            faults.Add(Problems.BadDate(name));
            return null;
        }
    }

    /// <summary>What it asks of the store.</summary>
    public ChronologyQuery ToQuery() => new()
    {
        Actor = Actor,
        ActorActs = With is null ? Role switch { "actor" => true, "recipient" => false, _ => null } : null,
        With = With,
        Standpoint = Role switch
        {
            "actor" => Standpoint.Doing,
            "recipient" => Standpoint.DoneTo,
            "facing" => Standpoint.Facing,
            "beside" => Standpoint.Beside,
            _ => Standpoint.Any,
        },
        Place = Place,
        Kinds = Kinds,
        Outlets = Outlet is null ? [] : [Outlet],
        When = When,
        Dating = Dated switch { "within" => Dating.Within, "unknown" => Dating.Unknown, _ => Dating.Any },
        VaguerThan = VaguerThan,
        Text = Words,
        Disputed = Disputed,
        Origins = Origins,
        WithHidden = WithHidden,
        // What the machine is not sure of is judged telling by telling.
        IsGathered = !WithHidden,
        Order = NewestFirst ? ChronologyOrder.NewestFirst : ChronologyOrder.OldestFirst,
        Limit = Limit,
        Cursor = Cursor,
    };

    /// <summary>The address of the chronology under this filter.</summary>
    public string ToAddress()
    {
        var address = new StringBuilder("/");
        Add("actor", Actor);
        Add("with", With);
        Add("role", Role);
        Add("place", Place);
        if (KindGroups.NameOf(Kinds) is { } group) Add("kind", group);
        else foreach (var kind in Kinds) Add("kind", kind.ToPlover().ToLowerInvariant());
        Add("outlet", Outlet);
        Add("from", From);
        Add("to", To);
        Add("dated", Dated);
        Add("vaguer", VaguerThan?.ToString().ToLowerInvariant());
        Add("by", Unit?.ToString().ToLowerInvariant());
        Add("q", Words);
        Add("disputed", Disputed);
        if (Origins > 1) Add("origins", Origins.ToString(CultureInfo.InvariantCulture));
        if (WithHidden) Add("all", "1");
        if (NewestFirst) Add("order", "newest");
        if (Limit != 50) Add("limit", Limit.ToString(CultureInfo.InvariantCulture));
        Add("cursor", Cursor);
        return address.ToString();

        void Add(string name, string? value)
        {
            if (value is null) return;
            address.Append(address.Length == 1 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The same for what lies wholly in one unit of time, as far as its days are asked for at all.</summary>
    public ChronologyFilter Of(DensityUnit unit, DateOnly first)
    {
        var last = unit.LastDay(first);
        var (from, to) = (When.First > first ? From : NameOf(unit, first), When.Last < last ? To : NameOf(unit, last));
        return this with { From = from, To = to, Dated = "within", Unit = null, Cursor = null };
    }

    /// <summary>The same for what is dated, but belongs to no one such unit of time.</summary>
    public ChronologyFilter Vaguer(DensityUnit unit) => this with { VaguerThan = VaguerThan > unit ? VaguerThan : unit, Unit = null, Cursor = null };

    /// <summary>The same for what has no day.</summary>
    public ChronologyFilter Undated() => this with { From = null, To = null, When = default, Dated = "unknown", VaguerThan = null, Unit = null, Cursor = null };

    private static string NameOf(DensityUnit unit, DateOnly day) =>
        day.ToString(unit switch { DensityUnit.Day => "yyyy-MM-dd", DensityUnit.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    // A year or a month means all its days: its first as the beginning, its last as the end.
    private static DateOnly? DayOf(string words, bool isLast)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", out var day)) return day;
        if (DateOnly.TryParseExact(words, "yyyy-MM", out var month)) return isLast ? month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1) : month;
        if (DateOnly.TryParseExact(words, "yyyy", out var year)) return isLast ? new DateOnly(year.Year, 12, 31) : year;
        return null;
    }
}
