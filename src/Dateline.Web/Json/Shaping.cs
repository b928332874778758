using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Storage;
using Dateline.Text;
using Dateline.Web.Desk;
using Dateline.Web.Queries;

namespace Dateline.Web.Json;

/// <summary>Brings what the store gives into the form of the JSON answers. For one request.</summary>
internal sealed class Shaping(PointMaps points)
{
    public static ArticleJson Article(ArticleLine article) => new(
        article.Id, article.Version, article.TextSha256, article.Title, article.Url, article.Outlet, article.Via, article.Byline, article.Published, article.Language);

    public SpanJson Span(ArticleLine article, Words words)
    {
        var (begin, end) = points.Of(article, words.Span);
        return new SpanJson(begin, end, words.Text);
    }

    public ChronologyJson Chronology(ChronologyPage page, Density? density, ChronologyFilter filter) => new(
        [.. page.Lines.Select(Telling)], page.Total, page.Next,
        density is null ? null : new DensityJson(
            Name(density.Unit),
            [.. density.Counts.Select(count => new DensityCountJson(Day(count.First), Day(density.Unit.LastDay(count.First)), count.Count, filter.Of(density.Unit, count.First).ToAddress()))],
            density.Vaguer, density.Undated, density.Vaguer == 0 ? null : filter.Vaguer(density.Unit).ToAddress(), density.Undated == 0 ? null : filter.Undated().ToAddress()));

    public static NameJson Name(NameLine name) => new(name.Name, name.Articles, name.Uses, name.Outlets);

    public static PartnerJson Partner(string actor, ActorPartner partner) => new(
        partner.Key, partner.Name, partner.Events, partner.Beside, partner.Cooperation, partner.Conflict, partner.LastDay is { } last ? Day(last) : null,
        new ChronologyFilter { Actor = actor, With = partner.Key }.ToAddress());

    public TellingJson Telling(ChronologyLine line)
    {
        var article = line.Article;
        return new TellingJson(
            line.EventId, line.LocalId, line.Kind.ToPlover(), line.Mode, line.Contexts, line.Cameo, Span(article, line.Trigger),
            [.. line.Actors.Select(party => Party(article, party))], [.. line.Recipients.Select(party => Party(article, party))],
            Place(article, line.Place), Time(line), [.. line.Instruments.Select(words => Span(article, words))],
            [.. line.Quantities.Select(quantity => Number(article, quantity))], Factuality(line.Factuality), Speaker(article, line.Speaker),
            Span(article, line.Evidence), Article(article), Math.Round(line.Score, 3), line.IsShown, line.IsSuperseded, line.RecordedAt,
            line.Tellings, line.Origins, line.Disputed, line.Verdict is { } verdict ? Name(verdict) : null, line.Corrected);
    }

    public EventJson Event(EventView view, IReadOnlyList<ReviewLine> reviews, string? mergedInto) => new(
        view.Id, [.. view.Tellings.Select(Telling)], [.. view.Claims.Select(Claim)], [.. view.Disputes.Select(Dispute)],
        [.. reviews.Select(Review)], mergedInto is null ? [] : [$"/e/{mergedInto}"],
        [.. view.Origins.Select(origin => new OriginJson(Article(origin.First), [.. origin.Copies.Select(Article)]))],
        [.. AspectLine.Of(view).Select(aspect => new AspectJson(aspect.Name, Name(aspect.Standing), aspect.Accounts, aspect.Origins))],
        [.. view.Corrections.Select(correction => new CorrectionJson(correction.Aspect, correction.Outlet, [.. correction.Steps.Select(Position)]))]);

    public static ReviewJson Review(ReviewLine review) => new(
        review.Key, Name(review.Act), review.Coder, review.IsBlind, review.Field is { } field ? Name(field) : null, review.Value, review.Words?.Text, review.Note, review.Undoes,
        review.IsInForce,
        [.. review.Tellings.Select(telling => new ReviewTellingJson(telling.Anchor.EventId, telling.Anchor.Article, telling.Anchor.TextSha256, telling.Text, telling.IsOther))],
        review.RecordedAt);

    public LedgerEntryJson Ledger(LedgerLine line)
    {
        var (prediction, status) = (line.Prediction, line.Status.ToString());
        return new LedgerEntryJson(
            prediction.Id, line.Maker, Span(prediction.Article, prediction.Evidence), prediction.Due, ReadingJson.CodeOf(prediction.Certainty),
            char.ToLowerInvariant(status[0]) + status[1..], line.Refusal, prediction.EventId, Article(prediction.Article), [.. line.Proposals.Select(Telling)],
            line.Outcome is null ? null : Review(line.Outcome), line.Usual is { } usual ? new UsualJson(usual.With, usual.Months, Math.Round(usual.Boldness, 3)) : null);
    }

    public StateJson State(StateLine state)
    {
        var fact = state.Fact;
        return new StateJson(
            fact.Subject.Name, fact.Relation.ToString().ToLowerInvariant(), fact.Object.Name, state.Answer?.ToString().ToLowerInvariant(),
            fact.Start?.First?.ToString("yyyy-MM-dd", null), fact.StartKind.ToString().ToLowerInvariant(),
            fact.End?.Last?.ToString("yyyy-MM-dd", null), fact.EndKind.ToString().ToLowerInvariant(),
            [.. state.Openings.Select(Telling)], [.. state.Closings.Select(Telling)]);
    }

    public DisputeJson Dispute(DisputeView dispute) => new(dispute.Aspect, [.. dispute.Positions.Select(Position)]);

    private PositionJson Position(PositionView position) => new(
        position.Value,
        [
            .. position.Claims.Select(claim => new PositionClaimJson(
                Span(claim.Article, claim.Words), Speaker(claim.Article, claim.Speaker), Article(claim.Article), claim.LocalId)),
        ]);

    public ReadingJsonShape Reading(ArticleView view)
    {
        return new ReadingJsonShape(
            Article(view.Article), view.Text, view.PublishedBasis, view.Tags, [.. view.Events.Select(Telling)],
            [.. view.Highlights.Select(mark =>
            {
                var (begin, end) = points.Of(view.Article, mark.Span);
                return new HighlightJson(begin, end, Name(mark.Kind), mark.Reference, mark.Label);
            })],
            [.. view.Diagnostics.Select(Remark)], view.Capture.Sha256,
            [.. view.Versions.Select(version => new VersionJson(version.Number, version.Title, version.TextSha256, version.SeenAt, version.RecordedAt, version.IsLatest))]);
    }

    public static ChangesJson Changes(ArticleView before, ArticleView after, VersionComparison comparison)
    {
        var (left, right) = (new CodePointMap(before.Text), new CodePointMap(after.Text));
        return new ChangesJson(
            Article(before.Article), Article(after.Article),
            [.. comparison.Fields.Select(field => new FieldChangeJson(field.Name, field.Before, field.After))],
            [
                .. comparison.Passages.Select(change => new PassageChangeJson(
                    Name(change.Kind), change.Before is { } old ? In(before.Text, left, old) : null, change.After is { } now ? In(after.Text, right, now) : null,
                    [.. change.Removed.Select(span => In(before.Text, left, span))], [.. change.Added.Select(span => In(after.Text, right, span))])),
            ]);

        static SpanJson In(string text, CodePointMap points, TextSpan span) => new(points.At(span.Start), points.At(span.End), span.In(text).ToString());
    }

    public static SourceJson Source(WatchedSource source) => new(
        source.Id, source.Url, Name(source.Kind), source.Title, source.Folder, source.IsPaused, Name(source.Health), source.FailingSince, source.Failures, source.LastError,
        source.AskedAt, source.ChangedAt, source.IsPaused ? null : source.DueAt, source.Pages);

    public static TakenJson Taken(IReadOnlyList<TakenInput> inputs) => new(
        [
            .. inputs.Select(input => new TakenInputJson(
                input.Name, input.WasThere, [.. input.Articles.Select(article => new TakenArticleJson(article.Id, article.Version, article.IsNew, article.Title, article.Events))],
                [.. input.Failures.Select(Remark)])),
        ]);

    public static RemarkJson Remark(Diagnostic diagnostic) => new(diagnostic.Code, Name(diagnostic.Severity), diagnostic.Message);

    public static DocumentJson Document(DocumentLine line) =>
        new(Article(line.Article), line.Versions, line.Events, line.HiddenEvents, line.Diagnostics, line.RecordedAt);

    public static FailureJson Failure(FailedInput failed) => new(failed.Name, Remark(failed.Diagnostic), failed.RecordedAt, failed.IsReadSince);

    public static ActorJson Actor(ActorLine actor) => new(
        actor.Key, actor.Name, Name(actor.Kind), actor.Code, actor.Country, actor.Sector, actor.IsKnown, actor.Acts, actor.Receives, actor.Documents);

    public HitJson Hit(SearchHit hit) => new(
        Article(hit.Article), Span(hit.Article, hit.Passage),
        [.. hit.Matches.Select(match => Span(hit.Article, new Words(match, hit.Passage.Text.Substring(match.Start - hit.Passage.Span.Start, match.Length))))]);

    private ClaimJson Claim(ClaimView view)
    {
        var (aspect, value) = AspectOf(view);
        return new ClaimJson(
            view.Claim.Id, aspect, value, Span(view.Article, view.Evidence), Span(view.Article, view.Passage), Speaker(view.Article, view.Speaker),
            Factuality(view.Claim.Factuality), Article(view.Article), view.IsSuperseded, view.RecordedAt);
    }

    /// <summary>What a claim is about and what it says of it, in codes.</summary>
    public static (string Aspect, string? Value) AspectOf(ClaimView view) => view.Claim.Asserts switch
    {
        Assertion.Occurred what => ("what", what.Mode is null ? what.Kind.ToPlover() : $"{what.Kind.ToPlover()} {what.Mode}"),
        Assertion.TookPart part => (part.IsActor ? "actor" : "recipient", view.Party?.Code ?? view.Party?.Name),
        Assertion.HappenedAt at => ("place", at.Place.Place?.Name),
        Assertion.HappenedOn on => ("time", on.Time.Edtf),
        Assertion.Numbered number => ("number", number.Quantity.Value is { } value ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        _ => ("what", null),
    };

    private PartyJson Party(ArticleLine article, PartyLine party)
    {
        var (begin, end) = points.Of(article, party.Words.Span);
        return new PartyJson(begin, end, party.Words.Text, party.Key, party.Name, Name(party.Kind), party.Code);
    }

    private PlaceJson? Place(ArticleLine article, PlaceLine? place)
    {
        if (place is null) return null;
        var (begin, end) = points.Of(article, place.Words.Span);
        var known = place.Place;
        return new PlaceJson(
            begin, end, place.Words.Text, known?.Name, known?.Latitude, known?.Longitude, known?.Country, known?.Admin1, known?.Feature,
            known is null ? null : Name(known.Precision), known?.GazetteerId, place.IsMetonymic, [.. place.Alternatives.Select(other => other.GazetteerId)]);
    }

    private TimeJson? Time(ChronologyLine line)
    {
        if (line.Time is not { } time) return null;
        SpanJson? words = null;
        if (time.Span is { } span)
        {
            var (begin, end) = points.Of(line.Article, span);
            words = new SpanJson(begin, end, points.TextAt(line.Article, span));
        }

        return new TimeJson(time.Edtf, Name(time.Basis), words, time.Bounds?.First?.ToString("yyyy-MM-dd"), time.Bounds?.Last?.ToString("yyyy-MM-dd"));
    }

    private NumberJson Number(ArticleLine article, QuantityLine line)
    {
        var (begin, end) = points.Of(article, line.Words.Span);
        var quantity = line.Quantity;
        return new NumberJson(
            begin, end, line.Words.Text, quantity.Value, quantity.Low, quantity.High, quantity.Unit, quantity.Kind == QuantityKind.Other ? null : Name(quantity.Kind));
    }

    private SpeakerJson? Speaker(ArticleLine article, SpeakerLine? speaker, int depth = 0) => speaker is null || depth > 16 ? null : new SpeakerJson(
        speaker.Words is null ? null : Span(article, speaker.Words), speaker.Cue is null ? null : Span(article, speaker.Cue),
        speaker.Key, speaker.Name, Name(speaker.Form), Speaker(article, speaker.Within, depth + 1));

    private static FactualityJson Factuality(Factuality factuality) =>
        new(ReadingJson.CodeOf(factuality.Certainty), factuality.IsNegative ? "-" : "+", Name(factuality.Standing));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
