using System.Collections.Frozen;
using Dateline.Chronology.Events;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>Modes and contexts of PLOVER 0.8, as its manual of February 2024 lists them.</summary>
internal static class PloverNames
{
    private static readonly string[][] Modes =
    [
        [],
        ["visit", "third-party", "multilateral", "phone"],
        [],
        [],
        [],
        [],
        ["withdraw", "release", "disarm", "ceasefire", "access", "resign"],
        ["assist", "change", "yield", "meet"],
        ["disapprove", "investigate", "allege"],
        ["assist", "change", "yield", "meet"],
        ["restrict", "arrest", "relations", "expel", "territory", "violence"],
        ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
        ["convict", "expel", "withdraw", "discontinue"],
        ["troops", "weapons", "police", "militia"],
        ["seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"],
        [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
            "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
        ],
    ];

    private static readonly FrozenSet<string> Contexts = new[]
    {
        "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
        "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
        "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
        "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
        "illegal_drugs", "trafficking",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool HasMode(EventKind kind, string mode) => Array.IndexOf(Modes[(int)kind], mode) >= 0;

    public static bool HasContext(string context) => Contexts.Contains(context);

    /// <summary>Whether <paramref name="code"/> can be a code of another scheme: two to five letters and digits.</summary>
    public static bool IsForeignCode(string code) => code.Length is >= 2 and <= 5 && code.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether <paramref name="code"/> has the form of a CAMEO code: two to four digits under a root of 01 to 20.</summary>
    public static bool IsCameo(string code) =>
        code.Length is >= 2 and <= 4 && code.All(char.IsAsciiDigit) && int.Parse(code.AsSpan(0, 2)) is >= 1 and <= 20;
}
