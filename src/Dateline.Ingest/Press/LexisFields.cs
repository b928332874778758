using System.Collections.Frozen;

namespace Dateline.Ingest.Press;

/// <summary>The named fields of LexisNexis and Nexis Uni, in the languages of their pages.</summary>
internal static class LexisFields
{
    public static readonly FrozenSet<string> Keys = new[]
    {
        "BYLINE", "AUTOR", "AUTEUR", "SECTION", "RUBRIK", "RUBRIQUE", "LENGTH", "LÄNGE", "LONGUEUR", "DATELINE", "HIGHLIGHT", "LOAD-DATE", "UPDATE", "DATE-CHARGEMENT", "LANGUAGE", "SPRACHE", "LANGUE",
        "PUBLICATION-TYPE", "PUBLIKATIONSTYP", "TYPE-PUBLICATION", "PUBLICATION-SUBTYPE", "JOURNAL-CODE", "JOURNAL CODE", "SUBJECT", "THEMA", "SUJET", "GEOGRAPHIC", "COUNTRY", "CITY", "STATE", "COMPANY",
        "ORGANIZATION", "PERSON", "INDUSTRY", "TICKER", "GRAPHIC", "GRAFIK", "CORRECTION-DATE", "SERIES", "NOTES", "URL", "DOCUMENT-TYPE", "DOC-TYPE", "CORRECTION", "COLUMN", "ISSN", "EDITION", "DISTRIBUTION",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes in one field.</summary>
    public static void Take(PressRecord record, string key, string value)
    {
        switch (key)
        {
            case "BYLINE" or "AUTOR" or "AUTEUR":
                record.Byline ??= value;
                break;
            case "DATELINE":
                record.Place ??= value;
                break;
            case "HIGHLIGHT":
                record.Body.Add(value);
                break;
            case "LANGUAGE" or "SPRACHE" or "LANGUE":
                record.Language ??= value;
                break;
            case "URL":
                record.Url ??= value;
                break;
            case "SUBJECT" or "THEMA" or "SUJET" or "GEOGRAPHIC":
                record.AddTags(value);
                break;
            default:
                record.Keep(value, key);
                break;
        }
    }
}
