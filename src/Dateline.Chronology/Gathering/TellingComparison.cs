using System.Collections.Frozen;
using Dateline.Chronology.Events;
using Dateline.Text.Places;

namespace Dateline.Chronology.Gathering;

/// <summary>
/// Weighs whether two tellings tell of one happening: readable points for what they share, and exclusions for what cannot be.
/// </summary>
/// <param name="rarity">Gives the weight of a content word by its hash: rare words say more (inverse document frequency).</param>
/// <param name="stories">The story of each document; empty where every telling has a kind.</param>
internal sealed class TellingComparison(Func<int, double> rarity, IReadOnlyDictionary<string, string> stories)
{
    private const double NearKilometres = 30;
    private const int PreciseDays = 3;

    // Points between tellings of which one has no kind, chosen on ECB+'s training topics alone.
    private const double BareWord = 1.4;
    private const double BareFamily = 0;
    private const double BareOtherWord = -4.6;
    private const double BareStory = 2.75;
    private const double BareContext = 2.5;
    private const double BareParty = 0.4;
    private const double BareOtherParty = -0.4;
    private const double BareRecipient = 0.1;
    private const double BarePlace = 0.5;
    private const double BareOtherPlace = -0.4;
    private const double BareTime = 0.5;
    private const double BareOtherTime = -1.0;
    private const double BareSameDocument = -1.0;
    private const double SameStory = 1.0;
    private const int NewsWeeks = 14;
    private const int LeadDays = 7;

    // What is alike and not identified stays below the threshold, but does not keep groups apart that others hold together.
    private const double UnidentifiedAtMost = 0.5;
    private const double SomeContext = 0.25;
    private const double MuchContext = 0.35;
    private const int FewWords = 4;
    private const int LongestSentence = 600;

    // Stems of what happens once, or once in an age, between the same two.
    private static readonly string[] OnceOnly = ["invas", "invad", "annex", "coup"];

    // “We” and “people” of two texts are not the same people.
    private static readonly FrozenSet<string> Anybody = new[]
    {
        "i", "we", "you", "he", "she", "it", "they", "us", "me", "him", "her", "them", "who", "which", "that", "this", "one", "other", "another", "some", "many", "all", "everyone", "anyone", "somebody", "nobody",
        "people", "person", "man", "woman", "member", "thing", "je", "nous", "vous", "il", "elle", "ils", "elles", "on", "qui", "personne", "gens", "homme", "femme", "membre",
    }.ToFrozenSet(StringComparer.Ordinal);

    private enum PartyLikeness
    {
        Untold = -1,
        Other,
        SameSide,
        SameNoun,
        SameName,
    }

    public Likeness Compare(Telling one, Telling other) => one.IsCoded && other.IsCoded ? CompareCoded(one, other) : CompareBare(one, other);

    // Without a kind the word stands for it, and what the syntax alone gives speaks softly: it never makes one happening impossible.
    private Likeness CompareBare(Telling one, Telling other)
    {
        var points = 0.0;
        var reasons = LikenessReasons.None;
        Take(SharesWord(one.Stems, other.Stems), LikenessReasons.SameWord, BareWord, SharesAny(one.Stems, other.Stems) ? BareFamily : BareOtherWord);
        Take(IsSameStory(one.Document, other.Document), LikenessReasons.SameStory, BareStory);
        points += ContextOf(one.Context, other.Context) * BareContext;
        Parties(one.Actors, other.Actors, LikenessReasons.SameActor, LikenessReasons.OtherActor, BareParty, BareOtherParty);
        Parties(one.Recipients, other.Recipients, LikenessReasons.SameRecipient, LikenessReasons.OtherRecipient, BareRecipient, BareOtherParty);
        if (one.Place is { } here && other.Place is { } there)
        {
            if (here.GazetteerId == there.GazetteerId) points += BarePlace;
            else if (!IsWithin(here, there) && !IsWithin(there, here)) points += BareOtherPlace;
        }

        if (one.IsDated && other.IsDated)
        {
            if (one.Low <= other.High && other.Low <= one.High) points += BareTime;
            else points += BareOtherTime;
        }

        if (one.Document == other.Document) points += BareSameDocument;
        return new Likeness(points, reasons);

        void Take(bool holds, LikenessReasons reason, double weight, double otherwise = 0)
        {
            if (holds) reasons |= reason;
            points += holds ? weight : otherwise;
        }

        void Parties(IReadOnlyList<TellingParty> left, IReadOnlyList<TellingParty> right, LikenessReasons same, LikenessReasons differ, double yes, double no)
        {
            if (left.Count == 0 || right.Count == 0) return;
            var shares = left.Any(party => right.Any(candidate => candidate.Key == party.Key && party.Key.Length > 0));
            Take(shares, same, yes, no);
            if (!shares) reasons |= differ;
        }
    }

    private Likeness CompareCoded(Telling one, Telling other)
    {
        var points = 0.0;
        var reasons = LikenessReasons.None;
        var kind = one.Kind == other.Kind;
        Take(kind, LikenessReasons.SameKind, 0.6, -0.9);
        Take(kind && one.Mode is not null && one.Mode == other.Mode || one.Cameo.Length > 2 && one.Cameo == other.Cameo, LikenessReasons.SameMode, 0.4);
        Take(SharesAny(one.Stems, other.Stems), LikenessReasons.SameWord, 1.4, one.Document == other.Document ? -1.5 : -0.4);
        var actor = TakeParties(one.Actors, other.Actors, LikenessReasons.SameActor, LikenessReasons.OtherActor);
        var recipient = TakeParties(one.Recipients, other.Recipients, LikenessReasons.SameRecipient, LikenessReasons.OtherRecipient);
        TakeTime();
        TakePlace();
        TakeNumbers();
        Take(IsSameStory(one.Document, other.Document), LikenessReasons.SameStory, SameStory);
        var context = ContextOf(one.Context, other.Context);

        // “Thank you” is alike to the letter and says nothing of which thanks.
        var words = one.Context.Count < FewWords || other.Context.Count < FewWords ? 0 : context;
        Take(context >= 0.25, LikenessReasons.SameContext, Math.Min(context, 0.8) * 2.5);
        Take(IsReal(one.Factuality) != IsReal(other.Factuality), LikenessReasons.OtherStanding, -0.8);
        if (!IsIdentified(one, other, reasons, actor, recipient, words))
        {
            reasons |= LikenessReasons.Unidentified;
            points = Math.Min(points, UnidentifiedAtMost);
        }

        return new Likeness(points, reasons);

        void Take(bool holds, LikenessReasons reason, double weight, double otherwise = 0)
        {
            if (holds) reasons |= reason;
            points += holds ? weight : otherwise;
        }

        PartyLikeness TakeParties(IReadOnlyList<TellingParty> left, IReadOnlyList<TellingParty> right, LikenessReasons same, LikenessReasons differ)
        {
            if (left.Count == 0 || right.Count == 0) return PartyLikeness.Untold;
            var nearest = NearestOf(left, right);
            Take(nearest > PartyLikeness.Other, same, nearest switch { PartyLikeness.SameName => 1.3, PartyLikeness.SameNoun => 0.7, _ => 0.3 });
            if (nearest == PartyLikeness.Other) Take(true, differ, left.Any(party => party.IsNamed) && right.Any(party => party.IsNamed) ? -1.4 : -0.6);
            return nearest;
        }

        void TakeTime()
        {
            int low = Math.Max(one.Low, other.Low), high = Math.Min(one.High, other.High);
            var precise = IsPrecise(one) && IsPrecise(other);
            if (low > high)
            {
                Take(low - high > 1, LikenessReasons.TimesApart, 0);
                Take(low - high <= 1, LikenessReasons.NextDay, precise ? -0.3 : 0);
            }
            else if (precise)
            {
                Take(one.IsDated && other.IsDated && one.Low == other.Low, LikenessReasons.SameDay, 1.3, 0.6);
                reasons |= LikenessReasons.TimesOverlap;
            }
            else if (one.Low != int.MinValue && other.Low != int.MinValue)
            {
                Take(true, LikenessReasons.TimesOverlap, 0.2);
            }
            else
            {
                if (NewsDayOf(one) is not { } here || NewsDayOf(other) is not { } there) return;
                var apart = Math.Abs(here - there);
                // An article opens with news of its own days. Background may be of any, but what two papers tell months apart is rarely one happening.
                if (IsNews(one) && IsNews(other))
                {
                    if (apart > LeadDays) Take(true, LikenessReasons.TimesApart, 0);
                    else if (apart > PreciseDays) Take(true, LikenessReasons.ToldApart, -1.2);
                    else Take(true, LikenessReasons.TimesOverlap, 0.4);
                }
                else if (apart > NewsWeeks)
                {
                    Take(true, LikenessReasons.ToldApart, apart > 6 * NewsWeeks ? -1.6 : -0.8);
                }
            }
        }

        void TakePlace()
        {
            if ((one.OnlyTown ?? one.Place) is not { } here || (other.OnlyTown ?? other.Place) is not { } there) return;
            // What only stands in the same sentence says less of where it was, but as much of where it was not.
            var isTold = one.OnlyTown is null && other.OnlyTown is null;
            if (here.GazetteerId == there.GazetteerId) Take(true, LikenessReasons.SamePlace, here.Precision == PlacePrecision.Country ? 0.4 : isTold ? 1.2 : 0.8);
            else if (IsWithin(here, there) || IsWithin(there, here)) Take(true, LikenessReasons.PlaceWithin, 0.4);
            else if (here.Precision == PlacePrecision.Country || there.Precision == PlacePrecision.Country || Kilometres(here, there) > NearKilometres) Take(true, LikenessReasons.PlacesApart, 0);
        }

        void TakeNumbers()
        {
            foreach (var number in one.Numbers)
            {
                foreach (var candidate in other.Numbers)
                {
                    if (number.Value is null || number.Value != candidate.Value || number.What != candidate.What) continue;
                    Take(true, LikenessReasons.SameNumber, 0.8);
                    return;
                }
            }
        }
    }

    // Of acts that recur – a war has many attacks, a government many demands – what is alike says of which kind it is; something has to say which one.
    private bool IsIdentified(Telling one, Telling other, LikenessReasons reasons, PartyLikeness actor, PartyLikeness recipient, double context)
    {
        if (IsSameStory(one.Document, other.Document)) return true;
        bool word = reasons.HasFlag(LikenessReasons.SameWord), place = reasons.HasFlag(LikenessReasons.SamePlace) && (one.OnlyTown ?? one.Place)!.Precision != PlacePrecision.Country;
        bool sameActor = actor >= PartyLikeness.SameNoun, sameRecipient = recipient >= PartyLikeness.SameNoun;

        // Two who demand the same make two demands, and one word twice in a sentence two acts.
        if (IsSpeech(one.Kind) && (actor == PartyLikeness.Other || (!sameActor && one.Document != other.Document))) return false;
        if (word && IsOneSentence(one, other)) return false;
        if (HoursDiffer(one.Edtf, other.Edtf)) return false;
        if (IsPrecise(one) && IsPrecise(other)) return word || place || (sameActor && sameRecipient) || context >= SomeContext
            || (actor == PartyLikeness.SameName && recipient == PartyLikeness.Untold && reasons.HasFlag(LikenessReasons.SameMode));
        if (word && sameActor && sameRecipient && one.Stems.Any(OnceOnly.Contains)) return true;
        if (one.IsDated && other.IsDated)
            return word && (recipient == PartyLikeness.SameName || (one.Stems.Any(OnceOnly.Contains) && (sameActor || sameRecipient || reasons.HasFlag(LikenessReasons.SamePlace) || reasons.HasFlag(LikenessReasons.PlaceWithin))));
        var isNear = one.Document == other.Document || (NewsDayOf(one) is { } here && NewsDayOf(other) is { } there && Math.Abs(here - there) <= PreciseDays);
        if (isNear && reasons.HasFlag(LikenessReasons.SameKind) && actor == PartyLikeness.SameName && recipient == PartyLikeness.SameName) return word || one.Document != other.Document;
        if (context >= MuchContext) return word || (one.Document != other.Document && (sameActor || sameRecipient));
        if (!word || !isNear) return false;
        if (place && (sameActor || sameRecipient)) return true;
        return context >= SomeContext && ((sameActor && recipient is PartyLikeness.Untold or >= PartyLikeness.SameNoun) || (sameRecipient && actor == PartyLikeness.Untold));
    }

    private static bool IsOneSentence(Telling one, Telling other) => one.Document == other.Document && one.Span != other.Span && Math.Abs(one.Begin - other.Begin) < LongestSentence && one.Context.SequenceEqual(other.Context);

    // “This morning” and “this evening” of one day.
    private static bool HoursDiffer(string? one, string? other) =>
        one is not null && other is not null && one.IndexOf('T', StringComparison.Ordinal) is > 0 and var here && other.IndexOf('T', StringComparison.Ordinal) is > 0 and var there && one[here..] != other[there..];

    private static bool IsSpeech(EventKind kind) => kind is EventKind.Accuse or EventKind.Request or EventKind.Reject or EventKind.Support or EventKind.Threaten or EventKind.Agree or EventKind.Consult;

    private static PartyLikeness NearestOf(IReadOnlyList<TellingParty> left, IReadOnlyList<TellingParty> right)
    {
        var nearest = PartyLikeness.Other;
        foreach (var party in left)
        {
            foreach (var candidate in right)
            {
                var likeness = party.Key == candidate.Key && party.Key.Length > 0
                    ? party.IsNamed ? PartyLikeness.SameName : Anybody.Contains(party.Key) ? PartyLikeness.SameSide : PartyLikeness.SameNoun
                    : party.Block is { } block && block == candidate.Block ? PartyLikeness.SameSide : PartyLikeness.Other;
                if (likeness > nearest) nearest = likeness;
            }
        }

        return nearest;
    }

    private bool IsSameStory(string one, string other) => stories.TryGetValue(one, out var here) && stories.TryGetValue(other, out var there) && here == there;

    private static bool IsPrecise(Telling telling) => telling.Low != int.MinValue && telling.High != int.MaxValue && telling.High - telling.Low <= PreciseDays;

    // Told to the day, or undated where an article tells its news.
    private static bool IsNews(Telling telling) => IsPrecise(telling) || (telling.IsLead && telling.Low == int.MinValue);

    // The last day it may have been, or the paper's.
    private static int? NewsDayOf(Telling telling) => telling.Low != int.MinValue && telling.High != int.MaxValue ? telling.High : telling.Published?.DayNumber;

    private static bool IsReal(Factuality factuality) => factuality.Standing is Standing.Occurred or Standing.Ongoing or Standing.Denied;

    private static bool SharesAny(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        foreach (var stem in left)
        {
            if (right.Contains(stem)) return true;
        }

        return false;
    }

    private static bool SharesWord(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        foreach (var stem in left)
        {
            if (!WordFamilies.IsFamily(stem) && right.Contains(stem)) return true;
        }

        return false;
    }

    private double ContextOf(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        double shared = 0, here = 0, there = 0;
        int i = 0, j = 0;
        while (i < left.Count || j < right.Count)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : left[i].CompareTo(right[j]);
            var weight = rarity(order <= 0 ? left[i] : right[j]);
            if (order <= 0) { here += weight * weight; i++; }
            if (order >= 0) { there += weight * weight; j++; }
            if (order == 0) shared += weight * weight;
        }

        return here == 0 || there == 0 ? 0 : shared / Math.Sqrt(here * there);
    }

    internal static bool IsWithin(GazetteerPlace inner, GazetteerPlace outer) => inner.Country is not null && inner.Country == outer.Country && outer.Precision switch
    {
        PlacePrecision.Country => inner.Precision != PlacePrecision.Country,
        PlacePrecision.Region => inner.Precision < PlacePrecision.Region && inner.Admin1 is not null && inner.Admin1 == outer.Admin1,
        _ => false,
    };

    /// <summary>Distance on a sphere of the earth's mean radius (haversine).</summary>
    internal static double Kilometres(GazetteerPlace one, GazetteerPlace other)
    {
        const double radius = 6371.0088;
        double north = (other.Latitude - one.Latitude) * Math.PI / 360, east = (other.Longitude - one.Longitude) * Math.PI / 360;
        var a = (Math.Sin(north) * Math.Sin(north)) + (Math.Cos(one.Latitude * Math.PI / 180) * Math.Cos(other.Latitude * Math.PI / 180) * Math.Sin(east) * Math.Sin(east));
        return 2 * radius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}
