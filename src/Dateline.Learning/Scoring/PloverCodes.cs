using System.Text.RegularExpressions;
using Dateline.Chronology.Events;

namespace Dateline.Learning.Scoring;

/// <summary>What the gold of fifteen years calls the same thing: PLOVER events old and new, CAMEO codes, quad classes, actor codes.</summary>
internal static partial class PloverCodes
{
    /// <summary>A country nobody has named.</summary>
    public const string Unknown = "---";

    private static readonly HashSet<string> Sectors = new(
        "GOV MIL JUD LEG COP REB SPY UAF CVL CIV OPP BUS MED EDU AGR ELI HLH LAB PTY CRM REF JRN REL ENV SOC".Split(' '), StringComparer.Ordinal);

    /// <summary>The present name of an event; older editions of PLOVER had other ones.</summary>
    public static string? Renamed(string? kind) => kind switch
    {
        "DEMAND" => "REQUEST",
        "DISAPPROVE" or "INVESTIGATE" => "ACCUSE",
        "FIGHT" => "ASSAULT",
        "SACTION" => "SANCTION",
        "" => null,
        _ => kind,
    };

    /// <summary>Whether it is a PLOVER event or PLV's YIELD, written in capitals.</summary>
    public static bool IsKind(string? kind) => QuadOfKind(kind) != 0;

    /// <summary>The PLOVER event of a CAMEO code by the table CAMEO2PLOVER of 17 September 2021; null for statements and appeals, which it leaves out.</summary>
    public static string? KindOf(string cameo) => cameo switch
    {
        ['0', '8', '4' or '5' or '6' or '7', ..] or ['0', '8', '1', '3' or '4', ..] => "RETREAT",
        ['1', '6', '3', ..] or ['1', '9', '1' or '2', ..] => "COERCE",
        ['1', '7', '1', '2', ..] or ['1', '7', '5', ..] => "ASSAULT",
        ['0', '3', ..] => "AGREE",
        ['0', '4', ..] => "CONSULT",
        ['0', '5', ..] => "SUPPORT",
        ['0', '6', ..] => "COOPERATE",
        ['0', '7', ..] => "AID",
        ['0', '8', ..] => "CONCEDE",
        ['0', '9', ..] or ['1', '1', ..] => "ACCUSE",
        ['1', '0', ..] => "REQUEST",
        ['1', '2', ..] => "REJECT",
        ['1', '3', ..] => "THREATEN",
        ['1', '4', ..] => "PROTEST",
        ['1', '5', ..] => "MOBILIZE",
        ['1', '6', ..] => "SANCTION",
        ['1', '7', ..] => "COERCE",
        ['1', '8' or '9', ..] or ['2', '0', ..] => "ASSAULT",
        _ => null,
    };

    /// <summary>The quad class of a CAMEO code: 0 statement or appeal, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.</summary>
    public static int QuadOf(string cameo) => int.Parse(cameo.AsSpan(0, 2)) switch
    {
        <= 2 => 0,
        <= 5 => 1,
        <= 8 => 2,
        <= 13 => 3,
        _ => 4,
    };

    /// <summary>The quad class of an event; 0 where it is none.</summary>
    public static int QuadOfKind(string? kind) => kind switch
    {
        "YIELD" => 2,
        _ => kind is not null && EventKindNames.TryParse(kind, out var known) && known.ToPlover() == kind ? known.QuadClass() : 0,
    };

    /// <summary>
    /// Codes such as “MLI GOV;FRA” or “MLIGOV” as pairs of country and first sector; the country is <see cref="Unknown"/> and
    /// the sector empty where not given.
    /// </summary>
    public static HashSet<(string Country, string Sector)> ActorCodes(string? codes)
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var part in (codes ?? string.Empty).ToUpperInvariant().Split(';'))
        {
            var code = Nobody().Replace(part, Unknown).Trim();
            var space = code.IndexOf(' ');
            var (country, sector) = space >= 0 && space + 1 < code.Length ? (code[..space], code[(space + 1)..]) : (Cut(code, 0), Cut(code, 3));
            if (Sectors.Contains(country)) (country, sector) = (Unknown, country);
            country = IsCode(country) ? country[..3] : Unknown;
            pairs.Add((country switch { "JAP" => "JPN", "ITL" => "ITA", "VTN" => "VNM", "UAS" => "USA", _ => country }, IsCode(sector) ? sector[..3] : string.Empty));
        }

        return pairs;
    }

    // NONE, and the signs that stand for it, are the unknown country.
    [GeneratedRegex(@"\bNONE\b|[~#*]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nobody();

    private static string Cut(string code, int start) => code.Length <= start ? string.Empty : code.Substring(start, Math.Min(3, code.Length - start));

    private static bool IsCode(string code) => code.Length >= 3 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) && char.IsAsciiLetterUpper(code[2]);
}
