using System.Collections.Frozen;

namespace Dateline.Ingest.Dates;

/// <summary>Names of weekdays that may stand before a date.</summary>
internal static class Weekdays
{
    const string Names =
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
        + "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
        + "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom "
        + "lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab "
        + "segunda terça quarta quinta sexta feira seg ter qua qui sex "
        + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
        + "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag "
        + "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
        + "понедельник вторник среда четверг пятница суббота воскресенье";

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Names.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is one, in any case.</summary>
    public static bool Contains(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, 32)];
        if (word.Length > lower.Length)
            return false;
        word.ToLowerInvariant(lower);
        return Lookup.Contains(lower);
    }
}
