using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>Mode and CAMEO code of what somebody promises, asks, refuses or threatens: PLOVER names the content.</summary>
internal static class ContentCodes
{
    /// <summary>The code of <paramref name="outer"/> with this content.</summary>
    /// <param name="outer">AGREE, REQUEST, REJECT or THREATEN.</param>
    /// <param name="inner">The frame of the content, or null when it is no act the lexicon knows.</param>
    public static (string? Mode, string Cameo) Of(EventKind outer, ActFrame? inner) => outer switch
    {
        EventKind.Agree => (null, Agree(inner)),
        EventKind.Request => Request(inner),
        EventKind.Reject => Reject(inner),
        EventKind.Threaten => Threaten(inner),
        _ => (null, outer.ToRoot()),
    };

    /// <summary>The two-digit CAMEO root that comes nearest to a PLOVER event.</summary>
    public static string ToRoot(this EventKind kind) => kind switch
    {
        EventKind.Agree => "03",
        EventKind.Consult => "04",
        EventKind.Support => "05",
        EventKind.Concede or EventKind.Retreat => "08",
        EventKind.Cooperate => "06",
        EventKind.Aid => "07",
        EventKind.Request => "10",
        EventKind.Accuse => "11",
        EventKind.Reject => "12",
        EventKind.Threaten => "13",
        EventKind.Protest => "14",
        EventKind.Mobilize => "15",
        EventKind.Sanction => "16",
        EventKind.Coerce => "17",
        _ => "18",
    };

    private static string Agree(ActFrame? inner) => inner?.Kind switch
    {
        EventKind.Consult => inner.Cameo is "045" ? "039" : "036",
        EventKind.Support => inner.Cameo is "057" ? "030" : "032",
        EventKind.Cooperate => "031" + Last(inner.Cameo, "06"),
        EventKind.Aid => "033" + Last(inner.Cameo, "07"),
        EventKind.Concede or EventKind.Retreat => "035" + Yield(inner),
        _ => "030",
    };

    private static (string?, string) Request(ActFrame? inner) => inner?.Kind switch
    {
        EventKind.Consult => ("meet", "106"),
        EventKind.Support => ("assist", "102"),
        EventKind.Cooperate => ("assist", "101" + Last(inner.Cameo, "06")),
        EventKind.Aid => ("assist", "103" + Last(inner.Cameo, "07")),
        EventKind.Concede or EventKind.Retreat => ("yield", "105" + Yield(inner)),
        _ => (null, "100"),
    };

    private static (string?, string) Reject(ActFrame? inner) => inner?.Kind switch
    {
        EventKind.Consult => ("meet", "125"),
        EventKind.Support => ("assist", "121"),
        EventKind.Cooperate => ("assist", "121" + Last(inner.Cameo, "06")),
        EventKind.Aid => ("assist", "122" + Last(inner.Cameo, "07")),
        EventKind.Concede or EventKind.Retreat => ("yield", Yield(inner) is var yield and ("3" or "4" or "5" or "6") ? "124" + yield : "124"),
        _ => (null, "120"),
    };

    private static (string?, string) Threaten(ActFrame? inner) => (inner?.Kind, inner?.Mode) switch
    {
        (EventKind.Assault, _) => ("violence", inner!.Cameo.StartsWith("20", StringComparison.Ordinal) ? "1385" : inner.Cameo is "190" ? "1384" : "138"),
        (EventKind.Mobilize, _) => ("violence", "138"),
        (EventKind.Coerce, "seize") => ("territory", "1382"),
        (EventKind.Coerce, "arrest") => ("arrest", "137"),
        (EventKind.Coerce, "deport") => ("expel", "136"),
        (EventKind.Coerce, "curfew") => ("restrict", "1323"),
        (EventKind.Coerce, "martial-law") => ("restrict", "1324"),
        (EventKind.Coerce, "censor") => ("restrict", "1321"),
        (EventKind.Coerce, "restrict") when inner!.Cameo is "163" => ("restrict", "1312"),
        (EventKind.Coerce, "restrict") when inner!.Cameo is "191" => ("restrict", "1381"),
        (EventKind.Coerce, _) => ("restrict", "132"),
        (EventKind.Sanction, "expel") => ("expel", "136"),
        (EventKind.Sanction, "discontinue") => ("relations", "1311"),
        (EventKind.Sanction, _) => ("relations", "1313"),
        (EventKind.Protest, _) => (null, "133"),
        (EventKind.Reject, _) => ("relations", "134"),
        _ => (null, "130"),
    };

    private static string Yield(ActFrame inner) => inner.Mode switch
    {
        "release" => "3",
        "access" => "5",
        "ceasefire" or "withdraw" or "disarm" => "6",
        _ when inner.Cameo is "085" => "4",
        _ => string.Empty,
    };

    private static string Last(string cameo, string root) =>
        cameo.Length == 3 && cameo.StartsWith(root, StringComparison.Ordinal) && cameo[2] is >= '1' and <= '4' ? cameo[2..] : string.Empty;
}
