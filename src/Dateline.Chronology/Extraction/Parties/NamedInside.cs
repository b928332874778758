using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>“The writer Ana Torres”: a description that a name ends is that person's, also where the tree did not say so.</summary>
internal static class NamedInside
{
    /// <summary>Gives parties without a named entity the person whose name their phrase ends with.</summary>
    public static void Link(Document document, List<Party> parties)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            var party = parties[i];
            if (LastName(document, party.Span) is not { } name || name.Entity == party.Entity) continue;
            parties[i] = party with { Entity = name.Entity, Code = document.Entities[name.Entity].Code ?? party.Code };
        }
    }

    private static Mention? LastName(Document document, TextSpan phrase)
    {
        Mention? found = null;
        foreach (var mention in document.Mentions)
        {
            if (mention.Span.Start >= phrase.End) break;
            if (mention.Level != MentionLevel.Name || !phrase.Contains(mention.Span)) continue;
            found = mention;
        }

        if (found is not { Kind: MentionKind.Person, Entity: >= 0 } || found.Span.End != phrase.End || found.First == 0) return null;

        // “the home of Ana Torres”, “Ana Torres's home”: not she.
        return document.Tokens.CharsOf(found.First - 1) is "of" or "de" or "for" or "to" or "by" or "with" or "in" or "and" or "," ? null : found;
    }
}
