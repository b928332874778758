using Dateline.Chronology.Events;

namespace Dateline.Cli.Petrarch;

/// <summary>The PLOVER event of a CAMEO code, after the table CAMEO2PLOVER of September 2021.</summary>
internal static class CameoKinds
{
    /// <summary>The event; null for a statement (01) and for codes outside CAMEO. An appeal (02) counts as a request.</summary>
    public static EventKind? Of(string code)
    {
        if (code.Length < 2 || !char.IsAsciiDigit(code[0]) || !char.IsAsciiDigit(code[1])) return null;
        if (code.StartsWith("0813", StringComparison.Ordinal) || code.StartsWith("0814", StringComparison.Ordinal)) return EventKind.Retreat;
        if (code.StartsWith("1712", StringComparison.Ordinal)) return EventKind.Assault;
        switch (code.Length > 2 ? code[..3] : code)
        {
            case "084" or "085" or "086" or "087": return EventKind.Retreat;
            case "163" or "191" or "192": return EventKind.Coerce;
            case "175": return EventKind.Assault;
        }

        return code[..2] switch
        {
            "02" or "10" => EventKind.Request,
            "03" => EventKind.Agree,
            "04" => EventKind.Consult,
            "05" => EventKind.Support,
            "06" => EventKind.Cooperate,
            "07" => EventKind.Aid,
            "08" => EventKind.Concede,
            "09" or "11" => EventKind.Accuse,
            "12" => EventKind.Reject,
            "13" => EventKind.Threaten,
            "14" => EventKind.Protest,
            "15" => EventKind.Mobilize,
            "16" => EventKind.Sanction,
            "17" => EventKind.Coerce,
            "18" or "19" or "20" => EventKind.Assault,
            _ => null,
        };
    }
}
