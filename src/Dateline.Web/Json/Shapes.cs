namespace Dateline.Web.Json;

// The forms of the JSON answers. Names and meanings are those of the reading contract; offsets count code points.
internal sealed record SpanJson(int Begin, int End, string Text);

internal sealed record ArticleJson(
    string Id, int Version, string TextSha256, string? Title, string? Url, string? Outlet, string? Via, string? Byline, string? Published, string Language);

internal sealed record PartyJson(int Begin, int End, string Text, string? Entity, string? Name, string Kind, string? Code);

internal sealed record PlaceJson(
    int Begin, int End, string Text, string? Name, double? Lat, double? Lon, string? Country, string? Admin1, string? Feature, string? Precision, string? GazetteerId,
    bool Metonymic, IReadOnlyList<string> Alternatives);

internal sealed record TimeJson(string? Edtf, string Basis, SpanJson? Words, string? First, string? Last);

internal sealed record NumberJson(int Begin, int End, string Text, double? Value, double? Low, double? High, string? Unit, string? Kind);

internal sealed record FactualityJson(string Certainty, string Polarity, string Standing);

internal sealed record SpeakerJson(SpanJson? Source, SpanJson? Cue, string? Entity, string? Name, string Form, SpeakerJson? Within);

internal sealed record TellingJson(
    string Id, string LocalId, string Kind, string? Mode, IReadOnlyList<string> Contexts, string Cameo, SpanJson Trigger,
    IReadOnlyList<PartyJson> Actors, IReadOnlyList<PartyJson> Recipients, PlaceJson? Place, TimeJson? Time, IReadOnlyList<SpanJson> Instruments,
    IReadOnlyList<NumberJson> Numbers, FactualityJson Factuality, SpeakerJson? Attribution, SpanJson Evidence, ArticleJson Article,
    double Score, bool Shown, bool Superseded, DateTimeOffset RecordedAt, int Tellings, int Origins, IReadOnlyList<string> Disputed,
    string? Verdict, IReadOnlyList<string> Corrected);

internal sealed record ChronologyJson(IReadOnlyList<TellingJson> Events, int Total, string? Next, DensityJson? Density);

internal sealed record DensityJson(string Unit, IReadOnlyList<DensityCountJson> Counts, int Vaguer, int Undated, string? VaguerAt, string? UndatedAt);

internal sealed record DensityCountJson(string First, string Last, int Count, string At);

internal sealed record ClaimJson(
    string Id, string Aspect, string? Value, SpanJson Evidence, SpanJson Passage, SpeakerJson? Speaker, FactualityJson Factuality,
    ArticleJson Article, bool Superseded, DateTimeOffset RecordedAt);

internal sealed record PositionClaimJson(SpanJson Words, SpeakerJson? Speaker, ArticleJson Article, string Telling);

internal sealed record PositionJson(string Value, IReadOnlyList<PositionClaimJson> Claims);

internal sealed record DisputeJson(string Aspect, IReadOnlyList<PositionJson> Positions);

internal sealed record CorrectionJson(string Aspect, string Outlet, IReadOnlyList<PositionJson> Steps);

internal sealed record EventJson(string Id, IReadOnlyList<TellingJson> Tellings, IReadOnlyList<ClaimJson> Claims, IReadOnlyList<DisputeJson> Disputes,
    IReadOnlyList<ReviewJson> Reviews, IReadOnlyList<string> SeeAlso, IReadOnlyList<OriginJson> Origins, IReadOnlyList<AspectJson> Aspects,
    IReadOnlyList<CorrectionJson> Corrections);

internal sealed record OriginJson(ArticleJson First, IReadOnlyList<ArticleJson> Copies);

internal sealed record AspectJson(string Aspect, string Standing, int Accounts, int Origins);

internal sealed record StateJson(
    string Subject, string Relation, string Object, string? Answer, string? Start, string? StartKind, string? End, string? EndKind,
    IReadOnlyList<TellingJson> Openings, IReadOnlyList<TellingJson> Closings);

internal sealed record StatesJson(IReadOnlyList<StateJson> States, IReadOnlyList<StateJson> DidNotHold, IReadOnlyList<CountJson> Subjects);

internal sealed record HighlightJson(int Begin, int End, string Kind, string? Reference, string? Label);

internal sealed record RemarkJson(string Code, string Severity, string Message);

internal sealed record ReadingJsonShape(
    ArticleJson Article, string Text, string? PublishedBasis, IReadOnlyList<string> Tags, IReadOnlyList<TellingJson> Events,
    IReadOnlyList<HighlightJson> Highlights, IReadOnlyList<RemarkJson> Diagnostics, string CaptureSha256, IReadOnlyList<VersionJson> Versions);

internal sealed record VersionJson(int Version, string? Title, string TextSha256, DateTimeOffset SeenAt, DateTimeOffset RecordedAt, bool Latest);

internal sealed record FieldChangeJson(string Field, string? Before, string? After);

internal sealed record PassageChangeJson(string Kind, SpanJson? Before, SpanJson? After, IReadOnlyList<SpanJson> Removed, IReadOnlyList<SpanJson> Added);

internal sealed record ChangesJson(ArticleJson Before, ArticleJson After, IReadOnlyList<FieldChangeJson> Fields, IReadOnlyList<PassageChangeJson> Passages);

internal sealed record SourceJson(
    long Id, string Url, string Kind, string? Title, string? Group, bool Paused, string Health, DateTimeOffset? FailingSince, int Failures, string? Error,
    DateTimeOffset? AskedAt, DateTimeOffset? ChangedAt, DateTimeOffset? NextAt, int Pages);

internal sealed record SourcesJson(IReadOnlyList<SourceJson> Sources, bool Watching);

internal sealed record FeedListJson(int Added, int Known);

internal sealed record AddJson(bool Open, int MostBytes, string? Sample);

internal sealed record TakenArticleJson(string Id, int Version, bool IsNew, string? Title, int Events);

internal sealed record TakenInputJson(string Name, bool WasThere, IReadOnlyList<TakenArticleJson> Articles, IReadOnlyList<RemarkJson> Failures);

internal sealed record TakenJson(IReadOnlyList<TakenInputJson> Inputs);

internal sealed record DocumentJson(ArticleJson Article, int Versions, int Events, int HiddenEvents, int Diagnostics, DateTimeOffset RecordedAt);

internal sealed record FailureJson(string Name, RemarkJson Error, DateTimeOffset RecordedAt, bool ReadSince);

internal sealed record DocumentsJson(IReadOnlyList<DocumentJson> Documents, int Total, string? Next, IReadOnlyList<FailureJson> Failures);

internal sealed record ActorJson(
    string Entity, string Name, string Kind, string? Code, string? Country, string? Sector, bool Known, int Acts, int Receives, int Documents);

internal sealed record ActorsJson(IReadOnlyList<ActorJson> Actors, int Total, string? Next);

internal sealed record CountJson(string Name, int Count);

internal sealed record NameJson(string Name, int Count, int Uses, IReadOnlyList<string> Outlets);

internal sealed record PartnerJson(
    string Entity, string Name, int Events, int Beside, int Cooperation, int Conflict, string? LastDay, string At);

internal sealed record ActorPageJson(
    ActorJson Actor, IReadOnlyList<NameJson> Names, IReadOnlyList<PartnerJson> Partners, ChronologyJson Chronology, IReadOnlyList<StateJson> States);

internal sealed record HitJson(ArticleJson Article, SpanJson Passage, IReadOnlyList<SpanJson> Matches);

internal sealed record SearchJson(string Query, IReadOnlyList<HitJson> Hits, int Total, string? Next);

internal sealed record AboutJson(string Name, int Articles, int Events, int HiddenEvents, int Claims, int Outlets, int FailedInputs);

internal sealed record ReviewTellingJson(string Event, string Article, string TextSha256, string Text, bool Other);

internal sealed record ReviewJson(
    string Id, string Act, string Coder, bool Blind, string? Field, string? Value, string? Words, string? Note, string? Undoes, bool InForce,
    IReadOnlyList<ReviewTellingJson> Tellings, DateTimeOffset DecidedAt);

internal sealed record ReviewsJson(IReadOnlyList<ReviewJson> Reviews, int Total, string? Next);

internal sealed record LedgerEntryJson(
    string Id, string? Maker, SpanJson Content, string? Due, string Certainty, string Status, string? Refusal, string? Event, ArticleJson Article,
    IReadOnlyList<TellingJson> Proposals, ReviewJson? Outcome, UsualJson? Usual);

internal sealed record UsualJson(int With, int Months, double Boldness);

internal sealed record LedgerJson(IReadOnlyList<LedgerEntryJson> Predictions);

internal sealed record QueueEntryJson(double Points, TellingJson Telling);

internal sealed record QueueJson(IReadOnlyList<QueueEntryJson> Queue, int Total);
