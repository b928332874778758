using Dateline.Chronology;
using Dateline.Chronology.Claims;
using Dateline.Chronology.Events;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Text.Places;

namespace Dateline.Storage;

/// <summary>Writes one reading of one version, its events and its claims.</summary>
internal sealed class DocumentWriter(Statements statements, long now)
{
    /// <summary>Sort key of a telling without a date: after every day of the calendar.</summary>
    public const string Undated = "9999-99-99";

    private readonly Dictionary<string, long> _events = new(StringComparer.Ordinal);
    private long[] _entities = [];
    private long _document;

    public (int Events, int Claims) Write(Reading reading, long articleId, long versionId, long? outletId, long runId, string versionsKey)
    {
        var document = reading.Document;
        _document = statements.Number(
            """
            INSERT INTO document (version_id, run_id, versions_key, language, layers, tokens, sentences, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            versionId, runId, versionsKey, document.Language, (int)document.Layers, document.Tokens.Count, document.Tokens.Sentences.Length, now)!.Value;
        var isCurrent = Supersede(articleId);

        WriteDiagnostics(reading);
        WriteEntities(document);
        WriteMentions(document);
        WriteTimes(document);
        WritePlaces(document);
        WriteAttributions(reading.Attributions);
        var passages = LoadPassages(versionId);
        var version = ClaimIds.HashOf(reading.Article.Text);
        var mentions = new List<long>(reading.Events.Count);
        for (var i = 0; i < reading.Events.Count; i++)
            mentions.Add(WriteEvent(reading.Events[i], i, version, outletId, passages, isCurrent));
        Sketches.Write(statements, reading, _document, mentions);
        WritePredictions(reading.Predictions);
        return (reading.Events.Count, WriteClaims(reading));
    }

    /// <summary>Gives the default view to the latest reading of the latest version.</summary>
    /// <returns>Whether that is this document.</returns>
    private bool Supersede(long articleId)
    {
        // A copy that was seen earlier but comes in later is an old version, not a new one.
        var current = statements.Number(
            """
            SELECT document.id FROM document JOIN article_version v ON v.id = document.version_id
            WHERE v.article_id = $1 ORDER BY v.seen_at DESC, v.number DESC, document.id DESC LIMIT 1
            """,
            articleId);
        statements.Run(
            """
            UPDATE event_mention SET is_current = 0 WHERE is_current = 1 AND document_id IN (
              SELECT document.id FROM document JOIN article_version v ON v.id = document.version_id
              WHERE v.article_id = $1 AND document.superseded_at IS NULL AND document.id <> $2)
            """,
            articleId, current);
        statements.Run(
            """
            UPDATE document SET superseded_at = $1
            WHERE superseded_at IS NULL AND id <> $2 AND version_id IN (SELECT id FROM article_version WHERE article_id = $3)
            """,
            now, current, articleId);
        return current == _document;
    }

    private void WriteDiagnostics(Reading reading)
    {
        var ordinal = 0;
        foreach (var diagnostic in reading.Article.Diagnostics) Add(diagnostic, ofArticle: true);
        foreach (var diagnostic in reading.Document.Diagnostics) Add(diagnostic, ofArticle: false);

        void Add(Diagnostic diagnostic, bool ofArticle) => statements.Run(
            """
            INSERT INTO diagnostic (document_id, ordinal, of_article, code, severity, message, place, start, length)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            _document, ordinal++, ofArticle, diagnostic.Code, (int)diagnostic.Severity, diagnostic.Message, diagnostic.Place,
            diagnostic.Span?.Start, diagnostic.Span?.Length);
    }

    private void WriteEntities(Document document)
    {
        _entities = new long[document.Entities.Count];
        for (var i = 0; i < _entities.Length; i++)
        {
            var entity = document.Entities[i];
            _entities[i] = FindOrAddEntity(entity);
            statements.Run(
                """
                INSERT INTO document_entity (document_id, ordinal, entity_id, local_id, name, code, country, sector) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                _document, i, _entities[i], entity.Id, entity.Name, entity.Code, entity.Country, entity.Sector);
        }
    }

    private long FindOrAddEntity(Entity entity)
    {
        // A lexicon's key names the same thing everywhere; a number within a document does not, but kind and name may.
        var key = entity.IsKnown ? entity.Id : $"{entity.Kind.ToString().ToLowerInvariant()}:{Folding.Fold(entity.Name)}";
        return statements.Number("SELECT id FROM entity WHERE key = $1", key) ?? statements.Number(
            """
            INSERT INTO entity (key, name, name_folded, kind, code, country, sector, is_known, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
            """,
            key, entity.Name, Folding.Fold(entity.Name), (int)entity.Kind, entity.Code, entity.Country, entity.Sector, entity.IsKnown, now)!.Value;
    }

    private void WriteMentions(Document document)
    {
        for (var i = 0; i < document.Mentions.Count; i++)
        {
            var mention = document.Mentions[i];
            statements.Run(
                "INSERT INTO mention (document_id, ordinal, start, length, kind, level, entity) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                _document, i, mention.Span.Start, mention.Span.Length, (int)mention.Kind, (int)mention.Level, OrNull(mention.Entity));
        }

        var names = document.Mentions.Where(mention => mention.Level == MentionLevel.Name && mention.Entity >= 0)
            .GroupBy(mention => (mention.Entity, Name: Folding.Fold(mention.Span.In(document.Text).ToString())));
        foreach (var name in names)
        {
            var first = name.MinBy(mention => mention.Span.Start)!.Span;
            statements.Run(
                "INSERT INTO entity_name (document_id, entity, name_folded, entity_id, start, length, uses) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                _document, name.Key.Entity, name.Key.Name, _entities[name.Key.Entity], first.Start, first.Length, name.Count());
        }
    }

    private void WriteTimes(Document document)
    {
        for (var i = 0; i < document.Times.Count; i++)
        {
            var time = document.Times[i];
            statements.Run(
                """
                INSERT INTO time_mention (document_id, ordinal, start, length, type, edtf, anchor, first_day, last_day)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                _document, i, time.Span.Start, time.Span.Length, (int)time.Type, time.Edtf, (int)time.Anchor,
                Day(time.Bounds?.First), Day(time.Bounds?.Last));
        }
    }

    private void WritePlaces(Document document)
    {
        for (var i = 0; i < document.Places.Count; i++)
        {
            var mention = document.Places[i];
            statements.Run(
                "INSERT INTO place_mention (document_id, ordinal, start, length, place_id, is_metonymic) VALUES ($1, $2, $3, $4, $5, $6)",
                _document, i, mention.Span.Start, mention.Span.Length, PlaceId(mention.Place), mention.IsMetonymic);
            for (var rank = 0; rank < mention.Alternatives.Count; rank++)
            {
                statements.Run(
                    "INSERT INTO place_alternative (document_id, place_mention, rank, place_id) VALUES ($1, $2, $3, $4)",
                    _document, i, rank, PlaceId(mention.Alternatives[rank]));
            }
        }
    }

    private long? PlaceId(GazetteerPlace? place)
    {
        if (place is null) return null;
        var key = ClaimIds.Make(
            "place", place.GazetteerId, place.Name, place.Latitude.ToString("R"), place.Longitude.ToString("R"), place.Country ?? string.Empty,
            place.Admin1 ?? string.Empty, place.Feature, place.Precision.ToString(), place.Population.ToString());
        return statements.Number("SELECT id FROM place WHERE key = $1", key) ?? statements.Number(
            """
            INSERT INTO place (key, gazetteer_id, name, name_folded, latitude, longitude, country, admin1, feature, precision, population, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
            """,
            key, place.GazetteerId, place.Name, Folding.Fold(place.Name + " · " + place.Admin1), place.Latitude, place.Longitude, place.Country, place.Admin1,
            place.Feature, (int)place.Precision, place.Population, now);
    }

    private void WriteAttributions(IReadOnlyList<Attribution> attributions)
    {
        for (var i = 0; i < attributions.Count; i++)
        {
            var attribution = attributions[i];
            statements.Run(
                """
                INSERT INTO attribution (document_id, ordinal, speaker_start, speaker_length, speaker_entity, cue_start, cue_length, form, within)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                _document, i, attribution.Source?.Start, attribution.Source?.Length, OrNull(attribution.SourceEntity),
                attribution.Cue?.Start, attribution.Cue?.Length, (int)attribution.Form, OrNull(attribution.Within));
            for (var piece = 0; piece < attribution.Content.Count; piece++)
            {
                statements.Run(
                    "INSERT INTO attribution_content (document_id, attribution, ordinal, start, length) VALUES ($1, $2, $3, $4, $5)",
                    _document, i, piece, attribution.Content[piece].Start, attribution.Content[piece].Length);
            }
        }
    }

    private List<(long Id, int Start)> LoadPassages(long versionId)
    {
        var passages = new List<(long, int)>();
        using var row = statements.Query("SELECT id, start FROM passage WHERE version_id = $1 ORDER BY start, ordinal", versionId);
        while (row.Read())
            passages.Add((row.GetInt64(0), row.GetInt32(1)));
        return passages;
    }

    private long WriteEvent(EventMention telling, int ordinal, string version, long? outletId, List<(long Id, int Start)> passages, bool isCurrent)
    {
        var time = telling.Time;
        var first = Day(time?.Bounds?.First);
        var last = Day(time?.Bounds?.Last);
        var eventId = ClaimMaker.EventIdOf(version, telling);
        var id = statements.Number(
            """
            INSERT INTO event_mention (
              event_id, document_id, ordinal, local_id, kind, mode, contexts, cameo, trigger_start, trigger_length, evidence_start, evidence_length,
              passage_id, place_start, place_length, place_id, place_is_metonymic, edtf, time_basis, time_start, time_length, first_day, last_day,
              sort_key, certainty, is_negative, standing, attribution, outlet_id, score, is_shown, is_current)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
              $29, $30, $31, $32) RETURNING id
            """,
            eventId, _document, ordinal, telling.Id, (int)telling.Kind, telling.Mode, string.Join(' ', telling.Contexts), telling.Cameo,
            telling.Trigger.Start, telling.Trigger.Length, telling.Evidence.Start, telling.Evidence.Length,
            PassageAt(passages, telling.Evidence.Start), telling.Place?.Span.Start, telling.Place?.Span.Length, PlaceId(telling.Place?.Place),
            telling.Place?.IsMetonymic, time?.Edtf, (int?)time?.Basis, time?.Span?.Start, time?.Span?.Length, first, last,
            SortKeyOf(first, last),
            (int)telling.Factuality.Certainty, telling.Factuality.IsNegative, (int)telling.Factuality.Standing, OrNull(telling.Attribution),
            outletId, telling.Score, telling.IsShown, isCurrent)!.Value;
        _events.Add(eventId, id);

        WriteParties(id, telling.Actors, isActor: true);
        WriteParties(id, telling.Recipients, isActor: false);
        for (var i = 0; i < telling.Quantities.Count; i++)
        {
            var quantity = telling.Quantities[i];
            statements.Run(
                """
                INSERT INTO event_quantity (event_mention_id, ordinal, start, length, value, low, high, unit, of_start, of_length, kind)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                id, i, quantity.Span.Start, quantity.Span.Length, quantity.Value, quantity.Low, quantity.High, quantity.Unit,
                quantity.Of?.Start, quantity.Of?.Length, (int)quantity.Kind);
        }

        for (var i = 0; i < telling.Instruments.Count; i++)
        {
            statements.Run(
                "INSERT INTO event_instrument (event_mention_id, ordinal, start, length) VALUES ($1, $2, $3, $4)",
                id, i, telling.Instruments[i].Start, telling.Instruments[i].Length);
        }

        return id;
    }

    /// <summary>The key by which tellings stand in order of time; those without a day come after all others.</summary>
    public static string SortKeyOf(string? first, string? last) => first is null && last is null ? Undated : $"{first ?? last}/{last ?? first}";

    private void WriteParties(long eventMention, IReadOnlyList<Party> parties, bool isActor)
    {
        for (var i = 0; i < parties.Count; i++)
        {
            var party = parties[i];
            statements.Run(
                """
                INSERT INTO event_party (event_mention_id, is_actor, ordinal, start, length, entity, entity_id, code) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                eventMention, isActor, i, party.Span.Start, party.Span.Length, OrNull(party.Entity), party.Entity < 0 ? null : _entities[party.Entity], party.Code);
        }
    }

    private void WritePredictions(IReadOnlyList<Foretelling> predictions)
    {
        for (var i = 0; i < predictions.Count; i++)
        {
            var prediction = predictions[i];
            statements.Run(
                """
                INSERT INTO prediction (document_id, ordinal, event, attribution, start, length, due, certainty) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                _document, i, OrNull(prediction.Event), OrNull(prediction.Attribution), prediction.Evidence.Start, prediction.Evidence.Length,
                prediction.Due, (int)prediction.Certainty);
        }
    }

    private int WriteClaims(Reading reading)
    {
        var attributions = new Dictionary<Attribution, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < reading.Attributions.Count; i++)
            attributions.TryAdd(reading.Attributions[i], i);

        var count = 0;
        foreach (var claim in ClaimMaker.ClaimsOf(reading))
        {
            var occurred = claim.Asserts as Assertion.Occurred;
            var tookPart = claim.Asserts as Assertion.TookPart;
            var happenedOn = claim.Asserts as Assertion.HappenedOn;
            var quantity = (claim.Asserts as Assertion.Numbered)?.Quantity;
            // The same words twice in the same part of one telling are one claim, and have one id.
            count += statements.Run(
                """
                INSERT OR IGNORE INTO claim (
                  id, document_id, event_mention_id, event_id, ordinal, aspect, start, length, attribution, certainty, is_negative, standing, kind, mode, cameo,
                  entity, code, place_id, edtf, time_basis, first_day, last_day, value, low, high, unit, of_start, of_length, quantity_kind, recorded_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
                  $29, $30)
                """,
                claim.Id, _document, _events[claim.About], claim.About, count, AspectOf(claim.Asserts), claim.Evidence.Span.Start, claim.Evidence.Span.Length,
                claim.Attribution is null ? null : attributions[claim.Attribution], (int)claim.Factuality.Certainty, claim.Factuality.IsNegative,
                (int)claim.Factuality.Standing, (int?)occurred?.Kind, occurred?.Mode, occurred?.Cameo, OrNull(tookPart?.Party.Entity ?? -1),
                tookPart?.Party.Code, PlaceId((claim.Asserts as Assertion.HappenedAt)?.Place.Place), happenedOn?.Time.Edtf, (int?)happenedOn?.Time.Basis,
                Day(happenedOn?.Time.Bounds?.First), Day(happenedOn?.Time.Bounds?.Last), quantity?.Value, quantity?.Low, quantity?.High, quantity?.Unit,
                quantity?.Of?.Start, quantity?.Of?.Length, (int?)quantity?.Kind, now);
        }

        return count;
    }

    private static string AspectOf(Assertion assertion) => assertion switch
    {
        Assertion.Occurred => "what",
        Assertion.TookPart { IsActor: true } => "actor",
        Assertion.TookPart => "recipient",
        Assertion.HappenedAt => "place",
        Assertion.HappenedOn => "time",
        _ => "number",
    };

    private static long? PassageAt(List<(long Id, int Start)> passages, int position)
    {
        int low = 0, high = passages.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (passages[middle].Start <= position) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : passages[low - 1].Id;
    }

    private static int? OrNull(int index) => index < 0 ? null : index;

    private static string? Day(DateOnly? day) => day is { } there ? Sql.Day(there) : null;
}
