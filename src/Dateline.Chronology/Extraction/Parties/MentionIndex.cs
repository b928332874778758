using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;
using Dateline.Text.Times;

namespace Dateline.Chronology.Extraction.Parties;

/// <summary>Finds what covers a word: the mention, the place, the time. For one document.</summary>
internal sealed class MentionIndex(Document document)
{
    private readonly int[] _mentionOfHead = HeadsOf(document);

    /// <summary>The mention whose head the word is, or else the smallest one around it; null when there is none.</summary>
    public Mention? At(int token)
    {
        if (_mentionOfHead.Length > token && _mentionOfHead[token] >= 0) return document.Mentions[_mentionOfHead[token]];
        return null;
    }

    /// <summary>The smallest mention by name around a word; null when there is none.</summary>
    public Mention? NameAround(int token)
    {
        Mention? best = null;
        var mentions = document.Mentions;
        for (var i = FirstThatMayHold(token); i < mentions.Count && mentions[i].First <= token; i++)
        {
            var mention = mentions[i];
            if (mention.Level == MentionLevel.Name && mention.First + mention.Count > token && (best is null || mention.Count < best.Count)) best = mention;
        }

        return best;
    }

    public Entity? EntityOf(Mention? mention) =>
        mention is { Entity: >= 0 } && mention.Entity < document.Entities.Count ? document.Entities[mention.Entity] : null;

    /// <summary>The mentions whose head stands in rows <paramref name="first"/> to <paramref name="end"/>, the latter outside, in text order.</summary>
    public IEnumerable<Mention> Within(int first, int end)
    {
        for (var i = FirstThatMayHold(first); i < document.Mentions.Count && document.Mentions[i].First < end; i++)
        {
            var head = document.Mentions[i].Head;
            if (head >= first && head < end) yield return document.Mentions[i];
        }
    }

    /// <summary>The place that covers a word; null when there is none.</summary>
    public PlaceMention? PlaceAt(int token)
    {
        var span = document.Tokens.SpanOf(token);
        var places = document.Places;
        int low = 0, high = places.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (places[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && i >= low - 3; i--)
        {
            if (places[i].Span.Contains(span)) return places[i];
        }

        return null;
    }

    /// <summary>The time expression that covers a word; null when there is none.</summary>
    public TimeExpression? TimeAt(int token)
    {
        var span = document.Tokens.SpanOf(token);
        var times = document.Times;
        int low = 0, high = times.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && i >= low - 3; i--)
        {
            if (times[i].Span.Contains(span)) return times[i];
        }

        return null;
    }

    private int FirstThatMayHold(int token)
    {
        // Mentions are in text order; none is longer than a sentence's phrase, so looking back a little is enough.
        int low = 0, high = document.Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (document.Mentions[middle].First < token - 12) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int[] HeadsOf(Document document)
    {
        if (document.Mentions.Count == 0) return [];
        var heads = new int[document.Tokens.Count];
        Array.Fill(heads, -1);
        for (var i = 0; i < document.Mentions.Count; i++)
        {
            var head = document.Mentions[i].Head;
            if (head < 0 || head >= heads.Length) continue;

            // An outer mention comes first and is the fuller one, but one with an entity says more.
            if (heads[head] < 0 || (document.Mentions[heads[head]].Entity < 0 && document.Mentions[i].Entity >= 0)) heads[head] = i;
        }

        return heads;
    }
}
