using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction.Numbers;

/// <summary>Units, currencies and the words by which a number of people is known to be killed, wounded and so on.</summary>
internal static class QuantityUnits
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Currencies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₦"] = "NGN",
        ["₹"] = "INR",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["pounds"] = "GBP",
        ["naira"] = "NGN",
        ["yen"] = "JPY",
        ["rubles"] = "RUB",
        ["roubles"] = "RUB",
        ["USD"] = "USD",
        ["EUR"] = "EUR",
        ["CFA"] = "XOF",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Measures = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "ton", "tons", "tonne", "tonnes", "kg", "km", "m", "cm", "mm", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "kilomètre",
        "kilomètres", "metre", "metres", "meter", "meters", "mètre", "mètres", "hectare", "hectares", "ha", "acre", "acres", "litre", "litres", "liter", "liters", "barrel",
        "barrels", "baril", "barils", "gallon", "gallons", "kilogram", "kilograms", "kilos", "gram", "grams", "feet", "ft", "degrees", "MW", "megawatts", "bpd",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, QuantityKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = new Dictionary<string, QuantityKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["kill"] = QuantityKind.Killed,
        ["die"] = QuantityKind.Killed,
        ["dead"] = QuantityKind.Killed,
        ["death"] = QuantityKind.Killed,
        ["fatality"] = QuantityKind.Killed,
        ["murder"] = QuantityKind.Killed,
        ["massacre"] = QuantityKind.Killed,
        ["execute"] = QuantityKind.Killed,
        ["slay"] = QuantityKind.Killed,
        ["behead"] = QuantityKind.Killed,
        ["wound"] = QuantityKind.Wounded,
        ["injure"] = QuantityKind.Wounded,
        ["wounded"] = QuantityKind.Wounded,
        ["injured"] = QuantityKind.Wounded,
        ["injury"] = QuantityKind.Wounded,
        ["hurt"] = QuantityKind.Wounded,
        ["arrest"] = QuantityKind.Arrested,
        ["detain"] = QuantityKind.Arrested,
        ["imprison"] = QuantityKind.Arrested,
        ["jail"] = QuantityKind.Arrested,
        ["displace"] = QuantityKind.Displaced,
        ["flee"] = QuantityKind.Displaced,
        ["displaced"] = QuantityKind.Displaced,
        ["evacuate"] = QuantityKind.Displaced,
        ["abduct"] = QuantityKind.Abducted,
        ["kidnap"] = QuantityKind.Abducted,
        ["hostage"] = QuantityKind.Abducted,
        ["tuer"] = QuantityKind.Killed,
        ["mourir"] = QuantityKind.Killed,
        ["mort"] = QuantityKind.Killed,
        ["assassiner"] = QuantityKind.Killed,
        ["exécuter"] = QuantityKind.Killed,
        ["blesser"] = QuantityKind.Wounded,
        ["blessé"] = QuantityKind.Wounded,
        ["arrêter"] = QuantityKind.Arrested,
        ["détenir"] = QuantityKind.Arrested,
        ["interpeller"] = QuantityKind.Arrested,
        ["déplacer"] = QuantityKind.Displaced,
        ["fuir"] = QuantityKind.Displaced,
        ["déplacé"] = QuantityKind.Displaced,
        ["enlever"] = QuantityKind.Abducted,
        ["otage"] = QuantityKind.Abducted,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The ISO 4217 code of a sign or name.</summary>
    public static bool TryCurrency(ReadOnlySpan<char> word, out string code) => Currencies.TryGetValue(word, out code!);

    /// <summary>Whether a word measures.</summary>
    public static bool IsMeasure(ReadOnlySpan<char> word) => Measures.Contains(word);

    /// <summary>What a predicate or noun says of those counted.</summary>
    public static QuantityKind KindOf(string? lemma) => lemma is not null && Kinds.TryGetValue(lemma, out var kind) ? kind : QuantityKind.Other;
}
