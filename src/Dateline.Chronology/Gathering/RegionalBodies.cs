using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Takes “the West African bloc” for the one body of that region which its article names, so that a body is one under all its names.
/// </summary>
/// <remarks>
/// Only where the article names exactly one intergovernmental body whose name holds the region; and its leaders stand for it only in what
/// leaders do together through it: sanctions. Stateless and thread-safe.
/// </remarks>
internal static class RegionalBodies
{
    private static readonly string[] Bodies = ["bloc", "body", "grouping", "organisation", "organization", "community", "union", "alliance", "communauté"];
    private static readonly string[] Leaders = ["leaders", "heads", "presidents", "dirigeants", "chefs", "états"];

    // The region in a body's English name, and the words for it in English and French.
    private static readonly (string InName, string[] Words)[] Regions =
    [
        ("West African", ["west african", "ouest-africain"]),
        ("East African", ["east african", "est-africain"]),
        ("Southern African", ["southern african"]),
        ("Central African", ["central african"]),
        ("Southeast Asian", ["southeast asian", "south-east asian"]),
        ("Caribbean", ["caribbean", "caribéen"]),
        ("Arab", ["arab", "arabe"]),
        ("Gulf", ["gulf", "golfe"]),
        ("European", ["european", "européen"]),
        ("African", ["african", "africain"]),
    ];

    /// <summary>The body itself where the party's words stand for one, and else the party.</summary>
    public static TellingParty Resolve(Document document, TextSpan trigger, TellingParty party)
    {
        if (party.Code?.Length > 3 && party.Code.StartsWith("IGO", StringComparison.Ordinal)) return party;
        var isBody = Stands(party.Text, Bodies);
        if (!isBody && !(Stands(party.Text, Leaders) && document.TextAt(trigger).Contains("sanction", StringComparison.OrdinalIgnoreCase))) return party;
        foreach (var (inName, words) in Regions)
        {
            if (!Array.Exists(words, word => party.Text.Contains(word, StringComparison.OrdinalIgnoreCase))) continue;
            Entity? body = null;
            foreach (var entity in document.Entities)
            {
                if (!entity.IsKnown || entity.Code?.Contains("IGO", StringComparison.Ordinal) != true || !entity.Name.Contains(inName, StringComparison.Ordinal)) continue;
                if (body is not null) return party;
                body = entity;
            }

            return body is null || body.Id == party.Key ? party : party with { Key = body.Id, Name = body.Name, Code = body.Code, IsNamed = true };
        }

        return party;
    }

    private static bool Stands(string text, string[] heads)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].Trim(",.;:");
            foreach (var head in heads)
            {
                if (word.Equals(head, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
