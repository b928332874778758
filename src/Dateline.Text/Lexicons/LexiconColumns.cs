using System.Globalization;
using Dateline.Text.Mentions;

namespace Dateline.Text.Lexicons;

/// <summary>What a table of the actor lexicon is about.</summary>
internal enum LexiconKind
{
    Other,
    Countries,
    Persons,
    Actors,
    Roles,
    GivenNames,
    HeadWords,
}

/// <summary>Reads the columns of the tables that say who is who.</summary>
internal static class LexiconColumns
{
    public static readonly string[] Sectors =
    [
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SEP", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB",
        "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO",
    ];

    public static readonly string[] Blocks = ["UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"];

    public static LexiconKind KindOf(LexiconTable table)
    {
        if (table.HasColumn("adjectives_en") && table.HasColumn("capital_en")) return LexiconKind.Countries;
        if (table.HasColumn("offices")) return LexiconKind.Persons;
        if (table.HasColumn("refers") && table.HasColumn("words")) return LexiconKind.Roles;
        if (table.HasColumn("marks")) return LexiconKind.HeadWords;
        if (table.HasColumn("kind") && table.HasColumn("code") && table.HasColumn("aliases_en")) return LexiconKind.Actors;
        return table.HasColumn("gender") && table.HasColumn("regions") ? LexiconKind.GivenNames : LexiconKind.Other;
    }

    /// <summary>The language of a table, from the folder it lies in: <c>en/roles.tsv</c>.</summary>
    public static string LanguageOf(LexiconTable table)
    {
        var path = table.Path.AsSpan();
        var slash = path.LastIndexOfAny('/', '\\');
        if (slash <= 0) return "en";
        var folder = path[..slash];
        var name = folder[(folder.LastIndexOfAny('/', '\\') + 1)..];
        return name.Length == 2 ? name.ToString() : "en";
    }

    public static MentionKind? ReadKind(string text) => text switch
    {
        "person" => MentionKind.Person,
        "organisation" => MentionKind.Organisation,
        "group" => MentionKind.Group,
        "place" => MentionKind.Place,
        "nationality" => MentionKind.Nationality,
        "facility" => MentionKind.Facility,
        "role" => MentionKind.Role,
        "other" => MentionKind.Other,
        _ => null,
    };

    /// <summary>Splits “RUS MIL” into its country block and its sectors; a code that begins with a sector has no block.</summary>
    public static (string Block, string Sectors) SplitCode(string code)
    {
        var space = code.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? code : code[..space];
        if (Sectors.AsSpan().Contains(first) && !Blocks.AsSpan().Contains(first)) return (string.Empty, code);
        return (first, space < 0 ? string.Empty : code[(space + 1)..]);
    }

    /// <summary>Whether every block of a code is known: a country of three capitals or a known block, then sectors.</summary>
    public static bool IsCode(string code)
    {
        if (code.Length == 0) return true;
        var (block, sectors) = SplitCode(code);
        if (block.Length > 0 && (block.Length != 3 || block.Any(letter => letter is < 'A' or > 'Z'))) return false;
        return sectors.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(sector => Sectors.Contains(sector));
    }

    /// <summary>Reads “GOV president 2021-05-24..”: sectors, a role's key, a stretch of days; null when it is written wrongly.</summary>
    public static ActorOffice? ReadOffice(string text)
    {
        DateOnly? from = null, until = null;
        var sectors = string.Empty;
        string? role = null;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains("..", StringComparison.Ordinal))
            {
                var dots = part.IndexOf("..", StringComparison.Ordinal);
                if (!TryReadDay(part[..dots], last: false, out from) || !TryReadDay(part[(dots + 2)..], last: true, out until)) return null;
            }
            else if (Sectors.AsSpan().Contains(part)) sectors = sectors.Length == 0 ? part : $"{sectors} {part}";
            else if (role is null && part.All(letter => letter is >= 'a' and <= 'z' or '-')) role = part;
            else return null;
        }

        return sectors.Length == 0 ? null : new ActorOffice(sectors, role, from, until);
    }

    /// <summary>Reads a year, month or day; empty is open. A year or month means its first or its last day.</summary>
    public static bool TryReadDay(string text, bool last, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", _ => "yyyy-MM-dd" };
        if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return false;
        day = !last ? first : text.Length switch { 4 => first.AddYears(1).AddDays(-1), 7 => first.AddMonths(1).AddDays(-1), _ => first };
        return true;
    }
}
