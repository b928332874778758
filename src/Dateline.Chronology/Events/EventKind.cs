namespace Dateline.Chronology.Events;

/// <summary>
/// What happened, in the sixteen events of PLOVER 0.8 (openeventdata/PLOVER, manual of February 2024).
/// </summary>
public enum EventKind : byte
{
    /// <summary>Promises, offers or agrees to cooperate.</summary>
    Agree,

    /// <summary>Meets or talks.</summary>
    Consult,

    /// <summary>Supports in words or by a diplomatic act.</summary>
    Support,

    /// <summary>Gives way in words.</summary>
    Concede,

    /// <summary>Works together in deed.</summary>
    Cooperate,

    /// <summary>Gives material help.</summary>
    Aid,

    /// <summary>Gives way in deed.</summary>
    Retreat,

    /// <summary>Asks, demands or orders.</summary>
    Request,

    /// <summary>Criticises, accuses or investigates.</summary>
    Accuse,

    /// <summary>Refuses.</summary>
    Reject,

    /// <summary>Threatens.</summary>
    Threaten,

    /// <summary>Dissents together in public.</summary>
    Protest,

    /// <summary>Reduces normal relations, or convicts.</summary>
    Sanction,

    /// <summary>Shows or gathers force without using it.</summary>
    Mobilize,

    /// <summary>Represses, seizes, arrests or restricts short of violence.</summary>
    Coerce,

    /// <summary>Does physical harm on purpose.</summary>
    Assault,
}

/// <summary>PLOVER's spelling of <see cref="EventKind"/>, and what follows from a kind alone.</summary>
public static class EventKindNames
{
    private static readonly string[] Names =
    [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ];

    /// <summary>The name in PLOVER records.</summary>
    public static string ToPlover(this EventKind kind) => Names[(int)kind];

    /// <summary>Reads a name of PLOVER, without regard to case.</summary>
    /// <returns>False when it is none of the sixteen.</returns>
    public static bool TryParse(ReadOnlySpan<char> name, out EventKind kind)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (!name.Equals(Names[i], StringComparison.OrdinalIgnoreCase)) continue;
            kind = (EventKind)i;
            return true;
        }

        kind = default;
        return false;
    }

    /// <summary>The quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int QuadClass(this EventKind kind) => kind switch
    {
        <= EventKind.Concede => 1,
        <= EventKind.Retreat => 2,
        <= EventKind.Threaten => 3,
        _ => 4,
    };
}
