using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Chronology.Events;

/// <summary>
/// An article about an act of violence tells it several times, and seldom in full: a telling that alone is too thin to be shown is
/// believed more where the same article surely tells of violence elsewhere.
/// </summary>
/// <remarks>Works on the tellings of one document after all have been read; deterministic.</remarks>
internal static class ToldTwice
{
    // Points of the scorer's logistic scale.
    private const double Support = 1.0;

    // “the murder of Ana Torres”: whoever is named so has been murdered, in whatever sentence it stands.
    private const double NamedSupport = 2.0;

    /// <summary>Raises the scores of thin tellings that others support.</summary>
    /// <param name="document">The document.</param>
    /// <param name="events">Its tellings, in text order.</param>
    /// <param name="threshold">The score from which a telling is shown.</param>
    public static void Raise(Document document, List<EventMention> events, double threshold)
    {
        var sure = new int[2];
        foreach (var told in events)
        {
            if (told.IsShown && IsViolence(told)) sure[told.Kind == EventKind.Assault ? 0 : 1]++;
        }

        if (sure[0] + sure[1] == 0) return;
        for (var i = 0; i < events.Count; i++)
        {
            var told = events[i];
            if (told.IsShown || !IsViolence(told) || sure[told.Kind == EventKind.Assault ? 0 : 1] == 0 || !SaysWho(document, told)) continue;
            var score = Raised(told.Score, told.Mode is "targeted" or "abduct" && NamesSomebody(document, told) ? NamedSupport : Support);
            events[i] = told with { Score = score, IsShown = score >= threshold && IsLicensed(told) };
        }
    }

    private static bool IsViolence(EventMention told) =>
        (told.Kind == EventKind.Assault || (told.Kind == EventKind.Coerce && told.Mode is "seize"))
        && !told.Factuality.IsNegative && told.Factuality.Standing is Standing.Occurred or Standing.Ongoing;

    // “Five were wounded” alone is as likely the count of an act told in full elsewhere.
    private static bool SaysWho(Document document, EventMention told)
    {
        if (told.Actors.Count > 0 || told.Instruments.Count > 0) return true;
        foreach (var party in told.Recipients)
        {
            if (party.Entity >= 0 && document.Entities[party.Entity].Kind is MentionKind.Facility or MentionKind.Organisation or MentionKind.Other) return true;
        }

        return NamesSomebody(document, told);
    }

    private static bool NamesSomebody(Document document, EventMention told)
    {
        foreach (var party in told.Recipients)
        {
            foreach (var mention in document.Mentions)
            {
                if (mention.Span.Start >= party.Span.End) break;
                if (mention.Level == MentionLevel.Name && mention.Kind == MentionKind.Person && party.Span.Contains(mention.Span)) return true;
            }
        }

        return false;
    }

    private static bool IsLicensed(EventMention told) => told.Actors.Count > 0 || told.Recipients.Count > 0 || told.Instruments.Count > 0;

    private static double Raised(double score, double support)
    {
        if (score is <= 0 or >= 1) return score;
        var points = Math.Log(score / (1 - score)) + support;
        return 1 / (1 + Math.Exp(-points));
    }
}
