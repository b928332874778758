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

    /// <summary>“actor” or “recipient”: where <see cref="Actor"/> must stand; null for either.</summary>
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

    /// <summary>Words of the passage that tells it.</summary>
    public string? Words { get; init; }

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
    public bool IsNarrow => Actor is not null || Place is not null || Kinds.Count > 0 || Outlet is not null || From is not null || To is not null || Words is not null;

    /// <summary>Reads a filter; the faults, when there are any, name each wrong parameter.</summary>
    public static (ChronologyFilter Filter, IReadOnlyList<RequestFault> Faults) Read(IQueryCollection query)
    {
        var faults = new List<RequestFault>();
        var kinds = new List<EventKind>();
        foreach (var name in query["kind"])
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            if (EventKindNames.TryParse(name.Trim(), out var kind)) kinds.Add(kind);
            else faults.Add(Problems.BadKind(name.Length > 40 ? name[..40] : name));
        }

        var first = Day("from", isLast: false);
        var last = Day("to", isLast: true);
        if (first is not null && last is not null && last < first) faults.Add(Problems.WrongOrder());

        var limit = 50;
        if (Words("limit") is { } wanted && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 500))
            faults.Add(Problems.BadChoice("limit", "a number from 1 to 500"));

        var filter = new ChronologyFilter
        {
            Actor = Words("actor"),
            Role = Choice("role", "actor", "recipient"),
            Place = Words("place"),
            Kinds = kinds,
            Outlet = Words("outlet"),
            From = Words("from"),
            To = Words("to"),
            Words = Words("q"),
            WithHidden = Choice("all", "1", "0") == "1",
            NewestFirst = Choice("order", "newest", "oldest") == "newest",
            Limit = limit,
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

        string? Choice(string name, string one, string other)
        {
            var value = Words(name);
            if (value is null || value == one || value == other) return value;
            faults.Add(Problems.BadChoice(name, $"{one} or {other}"));
            return null;
        }

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
        ActorActs = Role switch { "actor" => true, "recipient" => false, _ => null },
        Place = Place,
        Kinds = Kinds,
        Outlets = Outlet is null ? [] : [Outlet],
        When = When,
        Text = Words,
        WithHidden = WithHidden,
        // One line for each happening, unless the filter asks for something that only some of its tellings have.
        IsGathered = !WithHidden && Outlet is null && Words is null && Actor is null && Place is null,
        Order = NewestFirst ? ChronologyOrder.NewestFirst : ChronologyOrder.OldestFirst,
        Limit = Limit,
        Cursor = Cursor,
    };

    /// <summary>The address of the chronology under this filter.</summary>
    public string ToAddress()
    {
        var address = new StringBuilder("/");
        Add("actor", Actor);
        Add("role", Role);
        Add("place", Place);
        foreach (var kind in Kinds) Add("kind", kind.ToPlover().ToLowerInvariant());
        Add("outlet", Outlet);
        Add("from", From);
        Add("to", To);
        Add("q", Words);
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

    // A year or a month means all its days: its first as the beginning, its last as the end.
    private static DateOnly? DayOf(string words, bool isLast)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", out var day)) return day;
        if (DateOnly.TryParseExact(words, "yyyy-MM", out var month)) return isLast ? month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1) : month;
        if (DateOnly.TryParseExact(words, "yyyy", out var year)) return isLast ? new DateOnly(year.Year, 12, 31) : year;
        return null;
    }
}
