using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Syntax;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>
/// “ELN guerrillas kidnapped him”, “by members of the ELN”: men and their group are both the doers, each with his own words.
/// </summary>
internal static class GroupBehind
{
    /// <summary>Puts the armed groups, parties and services that are named inside the actors' phrases beside them.</summary>
    public static void Add(Document document, List<Party> actors)
    {
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            var party = actors[i];
            if (GroupIn(document, party.Span) is not { } group || IsNamedByIt(document, group)) continue;
            if (actors.Exists(other => other.Entity == group.Entity && other != party)) continue;
            if (IsBare(document, party.Span, group))
            {
                // “the "ELN"”: the phrase is the group itself.
                if (party.Entity < 0) actors[i] = new Party(group.Span, group.Entity, document.Entities[group.Entity].Code);
                continue;
            }

            // The phrase speaks of men, whatever the reader of names took it for.
            actors[i] = new Party(MenIn(document, party.Span, group.Span), party.Entity == group.Entity ? -1 : party.Entity, party.Code);
            actors.Insert(i + 1, new Party(group.Span, group.Entity, document.Entities[group.Entity].Code));
        }
    }

    // “the rebel group M23” is one and the same.
    private static bool IsNamedByIt(Document document, Mention group) =>
        group.First > 0 && document.Tokens.Lemmas[group.First - 1] is "group" or "movement" or "militia" or "front" or "organisation" or "organization" or "army" or "party" or "faction" or "network" or "coalition" or "alliance";

    // “guerrillas of the ELN”: the men are the guerrillas, the group stands beside them.
    private static TextSpan MenIn(Document document, TextSpan phrase, TextSpan group)
    {
        var tokens = document.Tokens;
        var first = tokens.FirstAtOrAfter(phrase.Start);

        // “members of the ELN”: without the group the word says nothing.
        for (var row = first; row < tokens.FirstAtOrAfter(group.Start); row++)
        {
            if (tokens.Lemmas[row] is "member" or "element" or "membre" or "élément") return phrase;
        }

        // “an unknown number of ELN fighters”: the group only says which fighters.
        if (group.End != phrase.End) return phrase;
        for (var row = tokens.FirstAtOrAfter(group.Start) - 1; row > first; row--)
        {
            if (tokens.CharsOf(row) is "of" or "from" or "de" or "du" or "des") return tokens.SpanOf(first, row - 1);
        }

        return phrase;
    }

    // Nothing but articles and marks around the name.
    private static bool IsBare(Document document, TextSpan phrase, Mention group)
    {
        var tokens = document.Tokens;
        for (var row = tokens.FirstAtOrAfter(phrase.Start); row < tokens.Count && tokens.SpanOf(row).End <= phrase.End; row++)
        {
            if (row >= group.First && row < group.First + group.Count) continue;
            if (tokens.Upos[row] is not (UniversalPos.Det or UniversalPos.Punct)) return false;
        }

        return true;
    }

    private static Mention? GroupIn(Document document, TextSpan phrase)
    {
        foreach (var mention in document.Mentions)
        {
            if (mention.Span.Start >= phrase.End) return null;
            if (mention.Level == MentionLevel.Pronoun || (mention.Level == MentionLevel.Nominal && mention.Kind != MentionKind.Organisation) || mention.Entity < 0 || !phrase.Contains(mention.Span) || mention.Span.Length + 4 >= phrase.Length) continue;
            if (document.Entities[mention.Entity] is { Kind: MentionKind.Group or MentionKind.Organisation, Sector: not ("GOV" or "LEG" or "JUD") }) return mention;
        }

        return null;
    }
}
