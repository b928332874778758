using System.Globalization;
using Dateline.Storage;
using Dateline.Web.Json;
using Dateline.Web.Queries;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>Moments of the store with a number, the chronology as known at one, and what changed between two.</summary>
internal static class SnapshotAddresses
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/snapshots", Snapshots).Produces<SnapshotsJson>().WithSummary("Snapshots, the latest first");
        routes.MapPost("/snapshots", Take).Produces<SnapshotJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403)
            .WithSummary("Gives this moment a number; a form or JSON with note");
        routes.MapGet("/differences", Differences).Produces<DifferenceJson>().ProducesProblem(400)
            .WithSummary("What changed between two moments, and why; parameters from, to (a snapshot’s number, a day, or now)");
    }

    /// <summary>The chronology as known at the moment that <c>known</c> names.</summary>
    public static IResult Known(HttpContext context, Store store)
    {
        var faults = new List<RequestFault>();
        using var reader = store.OpenReader(context);
        var moment = MomentOf(context, reader, "known", faults);
        var actor = context.Request.Query["actor"].ToString().Trim();
        if (actor.Length > 200) faults.Add(Problems.TooLong("actor", 200));
        var query = new KnownQuery { Actor = actor.Length == 0 ? null : actor, From = Day("from"), To = Day("to") };
        if (moment is null || faults.Count > 0) return Problems.BadRequest(faults);
        var (events, total) = reader.KnownEvents(moment, query);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<KnownSheet>(new { Moment = moment, Query = query, Events = events, Total = total })
            : Addresses.Answer(new KnownJson(SnapshotShapes.Of(moment), events, total));

        DateOnly? Day(string parameter)
        {
            var words = context.Request.Query[parameter].ToString().Trim();
            if (words.Length == 0) return null;
            if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            faults.Add(Problems.BadDay(parameter));
            return null;
        }
    }

    private static IResult Snapshots(HttpContext context, Store store)
    {
        using var reader = store.OpenReader();
        var snapshots = reader.Snapshots();
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<SnapshotsSheet>(new { Snapshots = snapshots })
            : Addresses.Answer(new SnapshotsJson([.. snapshots.Select(SnapshotShapes.Of)]));
    }

    private static async Task<IResult> Take(HttpRequest request, Store store)
    {
        if (await DecisionForm.Read(request) is not { } form) return Problems.BadRequest([Problems.BadBody()]);
        if (form["note"] is { Length: > Snapshot.LongestNote }) return Problems.BadRequest([Problems.TooLong("note", Snapshot.LongestNote)]);
        var taken = store.TakeSnapshot(form["note"]);
        if (Negotiation.WantsPage(request)) return new SeeOther("/snapshots");
        request.HttpContext.Response.Headers.Location = "/?known=" + taken.Name;
        return Addresses.Answer(SnapshotShapes.Of(taken), StatusCodes.Status201Created);
    }

    private static IResult Differences(HttpContext context, Store store)
    {
        var faults = new List<RequestFault>();
        using var reader = store.OpenReader(context);
        var (before, after) = (MomentOf(context, reader, "from", faults), MomentOf(context, reader, "to", faults));
        if (before is null || after is null) return Problems.BadRequest(faults);
        var difference = reader.Difference(before, after);
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<DifferencesSheet>(new { Difference = difference })
            : Addresses.Answer(SnapshotShapes.Of(difference));
    }

    private static Snapshot? MomentOf(HttpContext context, StoreReader reader, string parameter, List<RequestFault> faults)
    {
        var name = context.Request.Query[parameter].ToString().Trim();
        if (name.Length == 0 && parameter == "to") name = StoreReader.Now;
        if (reader.SnapshotOf(name) is { } moment) return moment;
        faults.Add(Problems.BadMoment(parameter));
        return null;
    }
}
