using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Chronology.Gathering;
using Dateline.Storage;
using Dateline.Web.Json;
using Dateline.Web.Queries;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>All addresses. Each answers with a page or with JSON, from the same query.</summary>
internal static class Addresses
{
    private static readonly JsonSerializerOptions JsonForm = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Chronology).Produces<ChronologyJson>().ProducesProblem(400)
            .WithSummary("The chronology; with counts over time; parameters actor, role, with, place, kind, outlet, from, to, dated, vaguer, by, q, disputed, origins, all, order, limit, cursor");
        routes.MapGet("/e/{id}", Event).Produces<EventJson>().Produces(301).ProducesProblem(404).WithSummary("One event with all tellings and claims");
        routes.MapGet("/d/{id}", Article).Produces<ReadingJsonShape>().ProducesProblem(404).ProducesProblem(410).WithSummary("One article with what was read in it");
        routes.MapGet("/documents", Documents).Produces<DocumentsJson>().ProducesProblem(400).WithSummary("Articles, and inputs that could not be read");
        routes.MapGet("/actors", Actors).Produces<ActorsJson>().ProducesProblem(400).WithSummary("Those who take part in events");
        routes.MapGet("/actors/{*key}", Actor).Produces<ActorPageJson>().ProducesProblem(404).WithSummary("One actor with its chronology");
        routes.MapGet("/states", States).Produces<StatesJson>().ProducesProblem(400)
            .WithSummary("Memberships, suspensions, sanctions and holdings; parameters q, at, known");
        routes.MapGet("/search", Search).Produces<SearchJson>().ProducesProblem(400).WithSummary("Passages in which words stand");
        SourceAddresses.Map(routes);
        TakingAddresses.Map(routes);
        routes.MapGet("/d/{id}/changes", Changes).Produces<ChangesJson>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("What changed between two versions of an article, passage by passage; parameters from, to");
        routes.MapGet("/about", About).Produces<AboutJson>().WithSummary("What the store holds, and how to read it");
        ReviewAddresses.Map(routes);
        PredictionAddresses.Map(routes);
        AgreementAddresses.Map(routes);
        SnapshotAddresses.Map(routes);
        routes.MapGet("/assets/{name}", (string name, HttpContext context) => EmbeddedAssets.Send(name, context)).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext context) => EmbeddedAssets.Send("icon.svg", context)).ExcludeFromDescription();
        routes.MapOpenApi("/openapi.json");
        routes.MapFallback(() => Problems.NotFound("There is no page at this address; the chronology is at /.")).ExcludeFromDescription();
    }

    private static IResult Chronology(HttpContext context, Store store)
    {
        if (context.Request.Query.ContainsKey("known")) return SnapshotAddresses.Known(context, store);
        var (filter, faults) = ChronologyFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        var page = reader.Chronology(filter.ToQuery());
        // Counted for the first page; those after it would only say the same again.
        var density = filter.Cursor is null ? reader.Density(filter.ToQuery(), filter.Unit) : null;
        LinkNext(context, page.Next is null ? null : (filter with { Cursor = page.Next }).ToAddress());
        if (Negotiation.WantsPage(context.Request))
        {
            var disputed = filter.Disputed is null ? reader.Count((filter with { Disputed = "any" }).ToQuery()) : page.Total;
            return new RazorComponentResult<ChronologySheet>(new { Filter = filter, Page = page, Density = density, Disputed = disputed, Outlets = reader.Outlets(), Counts = reader.Counts() });
        }

        return Answer(new Shaping(new PointMaps(reader)).Chronology(page, density, filter));
    }

    private static IResult Event(string id, HttpContext context, Store store)
    {
        using var reader = store.OpenReader(context);
        if (reader.Event(id) is not { } view) return Problems.NotFound("There is no event of this id; it may have been read from a text that is not in this store.");
        var mergedInto = reader.MergedInto(id);
        var reviews = reader.ReviewsOf(view);
        if (!Negotiation.WantsPage(context.Request)) return Answer(new Shaping(new PointMaps(reader)).Event(view, reviews, mergedInto));
        if (mergedInto is not null)
        {
            // Moved, but a merge can be taken back: nobody may keep the answer.
            context.Response.Headers.CacheControl = "no-store";
            return Results.Redirect($"/e/{Uri.EscapeDataString(mergedInto)}", permanent: true);
        }

        return new RazorComponentResult<EventSheet>(new
        {
            View = view,
            Reviews = reviews,
            Candidates = reader.MergeCandidates(id),
            Coder = DecisionForm.RememberedCoder(context.Request),
        });
    }

    private static IResult Article(string id, HttpContext context, Store store)
    {
        int? version = null;
        var wanted = context.Request.Query["version"].ToString();
        if (wanted.Length > 0)
        {
            if (!int.TryParse(wanted, out var number) || number < 1) return Problems.BadRequest([Problems.BadChoice("version", "a number from 1")]);
            version = number;
        }

        using var reader = store.OpenReader(context);
        if (reader.Article(id, version) is not { } view) return Problems.NotFound("There is no article of this id and version in this store.");
        if (reader.WithdrawalOf(id) is { } withdrawal) return Problems.Gone(withdrawal);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<ReaderSheet>(new { View = view, Chosen = context.Request.Query["event"].ToString() })
            : Answer(new Shaping(new PointMaps(reader)).Reading(view));
    }

    private static IResult Changes(string id, HttpContext context, Store store)
    {
        var faults = new List<RequestFault>();
        var (from, to) = (Number("from"), Number("to"));
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        if (reader.Article(id, to) is not { } after) return Problems.NotFound("There is no article of this id and version in this store.");
        from ??= after.Versions.Where(version => version.Number < after.Article.Version).Select(version => (int?)version.Number).LastOrDefault();
        if (from is null) return Problems.NotFound("This article has only one version so far; there is nothing to compare it with.");
        if (reader.Article(id, from) is not { } before) return Problems.NotFound("There is no article of this id and version in this store.");
        var comparison = VersionComparison.Of(before, after);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<ChangesSheet>(new { Before = before, After = after, Comparison = comparison })
            : Answer(Shaping.Changes(before, after, comparison));

        int? Number(string parameter)
        {
            var words = context.Request.Query[parameter].ToString();
            if (words.Length == 0) return null;
            if (int.TryParse(words, System.Globalization.NumberStyles.None, null, out var number) && number > 0) return number;
            faults.Add(Problems.BadChoice(parameter, "a number from 1"));
            return null;
        }
    }

    private static IResult Documents(HttpContext context, Store store)
    {
        var (query, faults) = ListFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        var page = reader.Documents(query);
        // Failures belong to the first page; they are few, and what is beyond its limit is said there.
        var failed = query.Cursor is null ? reader.FailedInputs(new ListQuery { Limit = 100 }) : new ListPage<FailedInput>([], 0, null);
        var next = page.Next is null ? null : ListFilter.ToAddress("/documents", query with { Cursor = page.Next });
        LinkNext(context, next);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<DocumentsSheet>(new { Query = query, Page = page, Failed = failed, Outlets = reader.Outlets(), Next = next })
            : Answer(new DocumentsJson([.. page.Entries.Select(Shaping.Document)], page.Total, page.Next, [.. failed.Entries.Select(Shaping.Failure)]));
    }

    private static IResult Actors(HttpContext context, Store store)
    {
        var (query, faults) = ListFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        var page = reader.Actors(query);
        var next = page.Next is null ? null : ListFilter.ToAddress("/actors", query with { Cursor = page.Next });
        LinkNext(context, next);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<ActorsSheet>(new { Query = query, Page = page, Next = next })
            : Answer(new ActorsJson([.. page.Entries.Select(Shaping.Actor)], page.Total, page.Next));
    }

    private static IResult Actor(string key, HttpContext context, Store store)
    {
        using var reader = store.OpenReader(context);
        if (reader.Actor(key) is not { } view) return Problems.NotFound("There is no actor of this key in this store.");
        var cursor = context.Request.Query["cursor"].ToString();
        var filter = new ChronologyFilter { Actor = key };
        var page = reader.Chronology(filter.ToQuery() with { Cursor = cursor.Length == 0 ? null : cursor });
        var density = cursor.Length == 0 ? reader.Density(filter.ToQuery()) : null;
        var states = reader.States(new StateQuery { Entity = key }).States;
        var next = page.Next is null ? null : $"/actors/{Uri.EscapeDataString(key)}?cursor={Uri.EscapeDataString(page.Next)}";
        LinkNext(context, next);
        if (Negotiation.WantsPage(context.Request))
            return new RazorComponentResult<ActorSheet>(new { View = view, Page = page, Next = next, Filter = filter, Density = density, States = states });
        var shaping = new Shaping(new PointMaps(reader));
        return Answer(new ActorPageJson(
            Shaping.Actor(view.Actor), [.. view.Names.Select(Shaping.Name)], [.. view.Partners.Select(partner => Shaping.Partner(key, partner))],
            shaping.Chronology(page, density, filter), [.. states.Select(shaping.State)]));
    }

    private static IResult States(HttpContext context, Store store)
    {
        var faults = new List<RequestFault>();
        var name = context.Request.Query["q"].ToString().Trim();
        if (name.Length > 200) faults.Add(Problems.TooLong("q", 200));
        var query = new StateQuery { Name = name.Length == 0 ? null : name, At = Day("at"), Known = Day("known"), WithOthers = true };
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        var states = reader.States(query);
        if (Negotiation.WantsPage(context.Request)) return new RazorComponentResult<StatesSheet>(new { Query = query, List = states });
        var shaping = new Shaping(new PointMaps(reader));
        return Answer(new StatesJson(
            [.. states.States.Where(state => state.Answer != StateAnswer.DidNotHold).Select(shaping.State)],
            [.. states.States.Where(state => state.Answer == StateAnswer.DidNotHold).Select(shaping.State)],
            [.. states.Subjects.Select(subject => new CountJson(subject.Name, subject.Count))]));

        DateOnly? Day(string parameter)
        {
            var words = context.Request.Query[parameter].ToString().Trim();
            if (words.Length == 0) return null;
            if (DateOnly.TryParseExact(words, "yyyy-MM-dd", out var day) && day < DateOnly.MaxValue) return day;
            faults.Add(Problems.BadDay(parameter));
            return null;
        }
    }

    private static IResult Search(HttpContext context, Store store)
    {
        var (query, faults) = ListFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader(context);
        var page = query.Name is null ? new ListPage<SearchHit>([], 0, null) : reader.Search(query.Name, Math.Min(query.Limit, 100), query.Cursor);
        var next = page.Next is null ? null : ListFilter.ToAddress("/search", query with { Cursor = page.Next });
        LinkNext(context, next);
        var points = new PointMaps(reader);
        if (Negotiation.WantsPage(context.Request))
            return new RazorComponentResult<SearchSheet>(new { Words = query.Name ?? string.Empty, Page = page, Addresses = page.Entries.Select(AddressOf).ToList(), Next = next });
        var shaping = new Shaping(points);
        return Answer(new SearchJson(query.Name ?? string.Empty, [.. page.Entries.Select(shaping.Hit)], page.Total, page.Next));

        // To the words themselves, not to the beginning of a long article.
        string AddressOf(SearchHit hit)
        {
            var (begin, end) = points.Of(hit.Article, hit.Matches.Count > 0 ? hit.Matches[0] : hit.Snippet.Span);
            return $"/d/{Uri.EscapeDataString(hit.Article.Id)}#c={begin}-{end}";
        }
    }

    private static IResult About(HttpContext context, Store store)
    {
        using var reader = store.OpenReader(context);
        var counts = reader.Counts();
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<AboutSheet>(new { Counts = counts })
            : Answer(new AboutJson("Dateline", counts.Articles, counts.Events, counts.HiddenEvents, counts.Claims, counts.Outlets, counts.FailedInputs));
    }

    internal static IResult Answer<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, JsonForm, statusCode: status);

    private static void LinkNext(HttpContext context, string? address)
    {
        if (address is not null) context.Response.Headers.Link = $"<{address}>; rel=\"next\"";
    }
}
