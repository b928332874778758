using Dateline.Text.Mentions;

namespace Dateline.Text.Lexicons;

/// <summary>Which of an actor's words a spelling is.</summary>
internal enum ActorWord : byte
{
    /// <summary>A name: “Mali”, “JNIM”.</summary>
    Name,

    /// <summary>The adjective of a country: “Malian”.</summary>
    Adjective,

    /// <summary>A word for its people: “Malians”.</summary>
    People,

    /// <summary>Its capital: a town, or its government.</summary>
    Capital,

    /// <summary>A seat that stands for the government: “the Kremlin”.</summary>
    Seat,
}

/// <summary>An office or service of a person.</summary>
/// <param name="Sectors">PLOVER sectors, such as “GOV MIL”.</param>
/// <param name="Role">Key of the role in the role lexicon, such as “president”; null when it is none of those.</param>
/// <param name="From">First day; null when not certain.</param>
/// <param name="Until">Last day; null when it lasts or is not certain.</param>
internal sealed record ActorOffice(string Sectors, string? Role, DateOnly? From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => (From is null || day >= From) && (Until is null || day <= Until);
}

/// <summary>An actor as a lexicon knows it. Immutable.</summary>
internal sealed class ActorEntry
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required MentionKind Kind { get; init; }

    /// <summary>Country block of the actor code: ISO 3166-1 alpha-3, or UNO, EUR, IGO, NGO, IMG; empty for none.</summary>
    public string Block { get; init; } = string.Empty;

    /// <summary>PLOVER sectors; empty for a country or a person outside any office.</summary>
    public string Sectors { get; init; } = string.Empty;

    /// <summary>Whether it is a country or territory.</summary>
    public bool IsCountry { get; init; }

    /// <summary>What a description may call it, such as “West African”; countries only.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>'m', 'f', or '\0' when unknown; persons only.</summary>
    public char Gender { get; init; }

    public IReadOnlyList<ActorOffice> Offices { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-3 of the country, or null where the block is not a country's.</summary>
    public string? Country => Block.Length == 3 && Block is not ("UNO" or "EUR" or "IGO" or "NGO" or "IMG" or "MNC" or "REL" or "PTY") ? Block : null;

    /// <summary>The actor code on a day.</summary>
    /// <remarks>
    /// Without a day a person who held offices is only of his country: which one he held is not known. After the
    /// last office that is known to have ended he is of the elite (ELI); before the first he is only of his country.
    /// </remarks>
    public string SectorsOn(DateOnly? day)
    {
        if (Offices.Count == 0) return Sectors;

        // Without a day nothing tells which office he held; the words beside his name may.
        if (day is not { } date) return string.Empty;
        var anyBefore = false;
        foreach (var office in Offices)
        {
            if (office.Covers(date)) return office.Sectors;
            anyBefore |= office.Until < date;
        }

        return anyBefore ? "ELI" : string.Empty;
    }

    /// <summary>The role held on a day, or null.</summary>
    public string? RoleOn(DateOnly? day)
    {
        if (day is not { } date) return Offices.Count > 0 ? Offices[0].Role : null;
        foreach (var office in Offices)
        {
            if (office.Covers(date)) return office.Role;
        }

        return null;
    }

    /// <summary>Joins a country block and sectors into an actor code; null when both are empty.</summary>
    public static string? CodeOf(string? block, string? sectors)
    {
        if (string.IsNullOrEmpty(block)) return string.IsNullOrEmpty(sectors) ? null : sectors;
        return string.IsNullOrEmpty(sectors) ? block : $"{block} {sectors}";
    }
}
