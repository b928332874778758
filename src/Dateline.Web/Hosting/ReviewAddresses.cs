using Dateline.Chronology.Reviews;
using Dateline.Storage;
using Dateline.Web.Json;
using Dateline.Web.Queries;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>The addresses at which people decide, and the log of what they decided.</summary>
internal static class ReviewAddresses
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", Queue).Produces<QueueJson>().ProducesProblem(400).WithSummary("Tellings that wait for a decision, where it helps most first; parameters coder, blind=1, limit");
        routes.MapGet("/reviews", Log).Produces<ReviewsJson>().ProducesProblem(400).WithSummary("All decisions, the latest first; parameters coder, limit, cursor");
        routes.MapPost("/e/{id}/reviews", Decide).Produces<ReviewJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403)
            .WithSummary("Decides on a telling; a form or JSON with act, coder, article, other, field, value, words, note, blind");
        routes.MapPost("/d/{id}/reviews", Decide).Produces<ReviewJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).WithSummary("Withdraws an article; act=withdraw with a note");
        routes.MapPost("/reviews/undo", TakeLastBack)
            .Produces<ReviewJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).WithSummary("Takes the coder’s latest decision back");
        routes.MapPost("/reviews/{key}/undo", TakeBack)
            .Produces<ReviewJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).WithSummary("Takes a decision back");
        routes.MapPost("/review/coder", Sign).ProducesProblem(400).ProducesProblem(403).WithSummary("Remembers in this browser who signs, and whether he works blind");
    }

    private static IResult Queue(HttpContext context, Store store)
    {
        var (query, faults) = ListFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        var coder = context.Request.Query["coder"].ToString() is { Length: > 0 and <= 100 } named && DecisionForm.SecondCoderOf(context.Request) is null ? named : DecisionForm.RememberedCoder(context.Request);
        var isBlind = context.Request.Query["blind"] == "1" || DecisionForm.RemembersBlind(context.Request);
        using var reader = isBlind && coder is not null ? store.OpenBlindReader(coder) : store.OpenReader();
        var queue = reader.ReviewQueue(coder, isBlind, context.Request.Query.ContainsKey("limit") ? query.Limit : 10);
        if (Negotiation.WantsPage(context.Request))
            return new RazorComponentResult<ReviewSheet>(new { Queue = queue, Coder = coder, IsBlind = isBlind, IsServers = DecisionForm.SecondCoderOf(context.Request) is not null });
        var shaping = new Shaping(new PointMaps(reader));
        return Addresses.Answer(new QueueJson([.. queue.Entries.Select(entry => new QueueEntryJson(entry.Points, shaping.Telling(entry.Line)))], queue.Total));
    }

    private static IResult Log(HttpContext context, Store store)
    {
        var (query, faults) = ListFilter.Read(context.Request.Query);
        if (faults.Count > 0) return Problems.BadRequest(faults);
        var coder = context.Request.Query["coder"].ToString() is { Length: > 0 and <= 100 } named ? named : null;
        using var reader = store.OpenReader(context);
        var page = reader.Reviews(coder, query.Limit, query.Cursor);
        var next = page.Next is null ? null : ListFilter.ToAddress("/reviews", query with { Cursor = page.Next }) + (coder is null ? null : "&coder=" + Uri.EscapeDataString(coder));
        if (next is not null) context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<ReviewsSheet>(new { Page = page, Coders = reader.Coders(), Chosen = coder, Coder = DecisionForm.RememberedCoder(context.Request), Next = next })
            : Addresses.Answer(new ReviewsJson([.. page.Entries.Select(entry => Shaping.Review(entry))], page.Total, page.Next));
    }

    /// <summary>A decision on a prediction: the same as on a telling, save that nothing else can be decided of it.</summary>
    public static Task<IResult> DecideOutcome(string id, HttpContext context, Store store) => DecideOn(id, context, store, "/predictions", ReviewAct.Outcome);

    private static Task<IResult> Decide(string id, HttpContext context, Store store) => DecideOn(id, context, store, $"/e/{Uri.EscapeDataString(id)}", null);

    private static async Task<IResult> DecideOn(string id, HttpContext context, Store store, string page, ReviewAct? only)
    {
        if (await DecisionForm.Read(context.Request) is not { } form) return Problems.BadRequest([Problems.BadBody()]);
        var (decision, fault) = form.ToDecision(id, context.Request);
        if (decision is null) return Problems.BadRequest([fault!]);
        // Of a telling everything but an outcome is decided, of a prediction nothing else.
        if ((decision.Act == ReviewAct.Outcome) != (only == ReviewAct.Outcome)) return Problems.BadRequest([Problems.BadChoice("act", only is null ? DecisionForm.Acts : "outcome")]);
        return Answer(context, form, store.Decide(decision), decision.Act == ReviewAct.Withdraw ? $"/d/{Uri.EscapeDataString(id)}" : page);
    }

    private static Task<IResult> TakeLastBack(HttpContext context, Store store) => TakeBackOne(null, context, store);

    private static Task<IResult> TakeBack(string key, HttpContext context, Store store) => TakeBackOne(key, context, store);

    private static async Task<IResult> TakeBackOne(string? key, HttpContext context, Store store)
    {
        if (await DecisionForm.Read(context.Request) is not { } form) return Problems.BadRequest([Problems.BadBody()]);
        return Answer(context, form, store.TakeBack(form.CoderOf(context.Request), key), "/reviews");
    }

    // Takes the request, not its context: a handler of a context alone would have its answer thrown away.
    private static async Task<IResult> Sign(HttpRequest request)
    {
        var context = request.HttpContext;
        if (await DecisionForm.Read(request) is not { } form) return Problems.BadRequest([Problems.BadBody()]);
        if (form["coder"] is not { Length: <= 100 } coder) return Problems.BadRequest([Problems.TooLong("coder", 100)]);
        // Who signs for the whole server was said when it was started.
        if (DecisionForm.SecondCoderOf(request) is not null) return SeeOther(context, form.Return ?? "/review");
        Remember(context, coder);
        var options = CookieOptions();
        if (form["blind"] == "1") context.Response.Cookies.Append(DecisionForm.BlindCookie, "1", options);
        else context.Response.Cookies.Delete(DecisionForm.BlindCookie, options);
        return SeeOther(context, form.Return ?? "/review");
    }

    private static IResult Answer(HttpContext context, DecisionForm form, DecisionResult result, string otherwise)
    {
        if (result.Fault is { } fault) return Problems.BadRequest([new RequestFault("/" + fault.Part, fault.Reason)]);
        if (form["coder"] is { } coder && context.Request.HasFormContentType) Remember(context, coder);
        if (Negotiation.WantsPage(context.Request)) return SeeOther(context, form.Return ?? otherwise);
        context.Response.Headers.Location = "/reviews";
        return Addresses.Answer(Shaping.Review(result.Review!), StatusCodes.Status201Created);
    }

    // 303: what was sent is not sent again when the page is loaded anew.
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void Remember(HttpContext context, string coder) => context.Response.Cookies.Append(DecisionForm.CoderCookie, Uri.EscapeDataString(coder), CookieOptions());

    private static CookieOptions CookieOptions() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true };
}
