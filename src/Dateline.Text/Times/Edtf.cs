namespace Dateline.Text.Times;

/// <summary>What an end of an EDTF interval says.</summary>
public enum EdtfEnd : byte
{
    /// <summary>A date.</summary>
    Known,

    /// <summary>Nothing written: there is an end, and it is not known.</summary>
    Unknown,

    /// <summary><c>..</c>: no end.</summary>
    Open,
}

/// <summary>
/// An EDTF expression (ISO 8601-2:2019): a date, an interval, or a set of dates.
/// </summary>
/// <remarks>Immutable; equality is by the written form. <see cref="ToString"/> gives a form that <see cref="TryParse"/> reads back to an equal value.</remarks>
public sealed class Edtf : IEquatable<Edtf>
{
    // A set in a hostile input is not worth more than this.
    private const int MostMembers = 256;

    private readonly (EdtfDate First, EdtfDate Last, bool HasFirst, bool HasLast)[] _members;
    private readonly char _bracket;

    private Edtf((EdtfDate First, EdtfDate Last, bool HasFirst, bool HasLast)[] members, char bracket, EdtfEnd startKind, EdtfEnd endKind, bool isInterval)
    {
        _members = members;
        _bracket = bracket;
        StartKind = startKind;
        EndKind = endKind;
        IsInterval = isInterval;
    }

    /// <summary>Whether it is written with a slash.</summary>
    public bool IsInterval { get; }

    /// <summary>Whether it is a set: <c>[…]</c> one of its members, <c>{…}</c> all of them.</summary>
    public bool IsSet => _bracket != '\0';

    /// <summary>Whether only one member of the set is meant.</summary>
    public bool IsOneOf => _bracket == '[';

    /// <summary>The date, or the interval's start, or the earliest member as written; meaningless when <see cref="StartKind"/> is not known.</summary>
    public EdtfDate Start => _members[0].First;

    /// <summary>The date, or the interval's end, or the last member as written; meaningless when <see cref="EndKind"/> is not known.</summary>
    public EdtfDate End => _members[^1].Last;

    /// <summary>What the start says.</summary>
    public EdtfEnd StartKind { get; }

    /// <summary>What the end says.</summary>
    public EdtfEnd EndKind { get; }

    /// <summary>Whether some part of it is marked as approximate.</summary>
    public bool IsApproximate => Any(EdtfQualifier.Approximate);

    /// <summary>Whether some part of it is marked as uncertain.</summary>
    public bool IsUncertain => Any(EdtfQualifier.Uncertain);

    /// <summary>
    /// The widest stretch of days that can be meant; an open or unknown end is null there. Null as a whole when a date of it
    /// has no days that a calendar of the years 1 to 9999 can hold.
    /// </summary>
    public TimeBounds? Bounds
    {
        get
        {
            DateOnly? first = DateOnly.MaxValue, last = DateOnly.MinValue;
            foreach (var member in _members)
            {
                if (member.HasFirst)
                {
                    if (member.First.Bounds is not { } low) return null;
                    if (first is not null && low.First < first) first = low.First;
                }
                else
                {
                    first = null;
                }

                if (member.HasLast)
                {
                    if (member.Last.Bounds is not { } high) return null;
                    if (last is not null && high.Last > last) last = high.Last;
                }
                else
                {
                    last = null;
                }
            }

            return new TimeBounds(first, last);
        }
    }

    /// <summary>A single date.</summary>
    public static Edtf Of(EdtfDate date) => new([(date, date, true, true)], '\0', EdtfEnd.Known, EdtfEnd.Known, false);

    /// <summary>An interval; a null end is open.</summary>
    public static Edtf Interval(EdtfDate? start, EdtfDate? end) => new(
        [(start ?? default, end ?? default, start is not null, end is not null)], '\0',
        start is null ? EdtfEnd.Open : EdtfEnd.Known, end is null ? EdtfEnd.Open : EdtfEnd.Known, true);

    /// <summary>The interval of days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static Edtf Interval(DateOnly first, DateOnly last) => Interval(EdtfDate.Of(first), EdtfDate.Of(last));

    /// <summary>The bounds of an expression, or null when it is no EDTF or has none.</summary>
    public static TimeBounds? BoundsOf(string? text) => TryParse(text, out var edtf) ? edtf.Bounds : null;

    /// <summary>Reads an expression. False, without exception, for anything else, also for an interval that ends before it starts.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Edtf? edtf)
    {
        edtf = null;
        if (text.IsEmpty) return false;
        if (text[0] is '[' or '{') return TrySet(text, out edtf);
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!EdtfDate.TryParse(text, out var date)) return false;
            edtf = Of(date);
            return true;
        }

        if (!TryEnd(text[..slash], out var start, out var startKind) || !TryEnd(text[(slash + 1)..], out var end, out var endKind)) return false;
        if (startKind != EdtfEnd.Known && endKind != EdtfEnd.Known) return false;
        if (startKind == EdtfEnd.Known && endKind == EdtfEnd.Known && start.Bounds?.First > end.Bounds?.Last) return false;
        edtf = new Edtf([(start, end, startKind == EdtfEnd.Known, endKind == EdtfEnd.Known)], '\0', startKind, endKind, true);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        if (IsSet)
        {
            var parts = _members.Select(m => m switch
            {
                (_, _, true, true) when m.First == m.Last => m.First.ToString(),
                _ => $"{(m.HasFirst ? m.First.ToString() : "")}..{(m.HasLast ? m.Last.ToString() : "")}",
            });
            return $"{_bracket}{string.Join(',', parts)}{(_bracket == '[' ? ']' : '}')}";
        }

        if (!IsInterval) return Start.ToString();
        return $"{Write(StartKind, Start)}/{Write(EndKind, End)}";

        static string Write(EdtfEnd kind, EdtfDate date) => kind switch { EdtfEnd.Known => date.ToString(), EdtfEnd.Open => "..", _ => "" };
    }

    /// <inheritdoc/>
    public bool Equals(Edtf? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Edtf);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private bool Any(EdtfQualifier flag) => _members.Any(m =>
        (m.HasFirst && ((m.First.YearQualifier | m.First.MonthQualifier | m.First.DayQualifier) & flag) != EdtfQualifier.None)
        || (m.HasLast && ((m.Last.YearQualifier | m.Last.MonthQualifier | m.Last.DayQualifier) & flag) != EdtfQualifier.None));

    private static bool TryEnd(ReadOnlySpan<char> text, out EdtfDate date, out EdtfEnd kind)
    {
        date = default;
        kind = text is "" ? EdtfEnd.Unknown : text is ".." ? EdtfEnd.Open : EdtfEnd.Known;
        return kind != EdtfEnd.Known || EdtfDate.TryParse(text, out date);
    }

    private static bool TrySet(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Edtf? edtf)
    {
        edtf = null;
        if (text.Length < 6 || text[^1] != (text[0] == '[' ? ']' : '}')) return false;
        var inner = text[1..^1];
        var members = new List<(EdtfDate, EdtfDate, bool, bool)>();
        foreach (var range in inner.Split(','))
        {
            var part = inner[range].Trim();
            if (members.Count == MostMembers) return false;
            var dots = part.IndexOf("..");
            if (dots < 0)
            {
                if (!EdtfDate.TryParse(part, out var date)) return false;
                members.Add((date, date, true, true));
                continue;
            }

            EdtfDate first = default, last = default;
            if (dots > 0 && !EdtfDate.TryParse(part[..dots], out first)) return false;
            if (dots + 2 < part.Length && !EdtfDate.TryParse(part[(dots + 2)..], out last)) return false;
            var hasLast = dots + 2 < part.Length;
            if ((dots == 0 && !hasLast) || (dots > 0 && hasLast && first.Bounds?.First > last.Bounds?.Last)) return false;
            members.Add((first, last, dots > 0, hasLast));
        }

        edtf = new Edtf([.. members], text[0], EdtfEnd.Known, EdtfEnd.Known, false);
        return true;
    }
}
