using Dateline.Storage;
using Dateline.Web.Json;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>The sources that are watched: the list with its health, and every change that a person makes in it.</summary>
internal static class SourceAddresses
{
    private const int LongestAddress = 4096;
    private const int LongestGroup = 200;
    private const int MostListBytes = 4 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", List).Produces<SourcesJson>().WithSummary("The sources that are watched, each with its health");
        routes.MapGet("/sources.opml", Export).Produces(200, contentType: "text/x-opml").WithSummary("The feeds among them as OPML 2.0");
        routes.MapPost("/sources", AddAsync).Produces<SourceJson>(201).Produces<SourceJson>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(422)
            .WithSummary("Adds a source; form fields url, group, page=1 to watch the page itself");
        routes.MapPost("/sources/opml", ImportAsync).Produces<FeedListJson>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(413)
            .WithSummary("Adds the feeds of an OPML list; form field file");
        Change("pause", "Lets a source rest");
        Change("resume", "Goes on with a source that rests; it is due at once");
        Change("remove", "Watches a source no longer; what was taken in from it stays");
        Change("group", "Puts a source into another group; form field group, empty for none");

        void Change(string change, string summary) =>
            routes.MapPost($"/sources/{{id:long}}/{change}", (long id, HttpContext context, Store store, DeskPlace place) => ChangeAsync(id, change, context, store, place))
                .Produces<SourceJson>().Produces(204).ProducesProblem(403).ProducesProblem(404).WithSummary(summary);
    }

    private static IResult List(HttpContext context, Store store, DeskPlace place)
    {
        using var list = store.OpenWatchList();
        var sources = list.All();
        // Browsers then say where a form comes from, also over plain HTTP.
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<SourcesSheet>(new { Sources = sources, place.Desk, Done = context.Request.Query["done"].ToString() })
            : Addresses.Answer(new SourcesJson([.. sources.Select(Shaping.Source)], place.Desk?.IsWatching ?? false));
    }

    private static IResult Export(HttpContext context, Store store, DeskPlace place)
    {
        if (place.Desk is not { } desk) return Problems.ReadOnly();
        using var list = store.OpenWatchList();
        using var written = new MemoryStream();
        desk.WriteFeedList(written, list.All());
        return Results.File(written.ToArray(), "text/x-opml; charset=utf-8", "dateline.opml");
    }

    private static async Task<IResult> AddAsync(HttpContext context, Store store, DeskPlace place)
    {
        if (place.Desk is not { } desk) return Problems.ReadOnly();
        if (!context.Request.HasFormContentType) return Problems.NoForm();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (url, group) = (form["url"].ToString().Trim(), form["group"].ToString().Trim());
        var faults = new List<RequestFault>();
        if (url.Length == 0) faults.Add(Problems.Missing("url", "the address of a feed, a sitemap, or a page of a site"));
        if (url.Length > LongestAddress) faults.Add(Problems.TooLong("url", LongestAddress));
        if (group.Length > LongestGroup) faults.Add(Problems.TooLong("group", LongestGroup));
        if (faults.Count > 0) return Problems.BadRequest(faults);
        // People type what they see in the browser's line.
        if (!url.Contains(':', StringComparison.Ordinal)) url = "https://" + url;
        var (found, failure) = await desk.FindSource(url, form["page"] == "1", context.RequestAborted);
        if (found is null) return Problems.CannotBeHad(failure!);
        using var list = store.OpenWatchList();
        var isNew = list.Add(found.Url, found.Kind, found.Title, group);
        var source = list.Find(found.Url)!;
        return Done(context, isNew ? "added" : "known", source, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, Store store, DeskPlace place)
    {
        if (place.Desk is not { } desk) return Problems.ReadOnly();
        var (form, refusal) = await Forms.ReadAsync(context, MostListBytes);
        if (form is null) return refusal!;
        if (form.Files["file"] is not { Length: > 0 } file) return Problems.BadRequest([Problems.Missing("file", "a list of feeds (OPML)")]);
        using var stream = file.OpenReadStream();
        var (feeds, failure) = desk.ReadFeedList(stream, file.FileName);
        if (failure is not null) return Problems.BadRequest([new RequestFault("/file", failure.ToString())]);
        using var list = store.OpenWatchList();
        var added = feeds.Count(feed => list.Add(feed.Url, feed.Kind, feed.Title, feed.Folder));
        return Negotiation.WantsPage(context.Request)
            ? See($"/sources?done=list-{added}-{feeds.Count - added}")
            : Addresses.Answer(new FeedListJson(added, feeds.Count - added));
    }

    private static async Task<IResult> ChangeAsync(long id, string change, HttpContext context, Store store, DeskPlace place)
    {
        if (place.Desk is null) return Problems.ReadOnly();
        var group = string.Empty;
        if (change == "group")
        {
            if (!context.Request.HasFormContentType) return Problems.NoForm();
            group = (await context.Request.ReadFormAsync(context.RequestAborted))["group"].ToString().Trim();
            if (group.Length > LongestGroup) return Problems.BadRequest([Problems.TooLong("group", LongestGroup)]);
        }

        using var list = store.OpenWatchList();
        var isDone = change switch
        {
            "pause" => list.SetPaused(id, true),
            "resume" => list.SetPaused(id, false),
            "group" => list.SetFolder(id, group),
            _ => list.Remove(id),
        };
        if (!isDone) return Problems.NotFound("There is no such source; it may have been removed.");
        if (change != "remove") return Done(context, change, list.All().First(source => source.Id == id), StatusCodes.Status200OK);
        return Negotiation.WantsPage(context.Request) ? See("/sources?done=remove") : Results.NoContent();
    }

    private static IResult Done(HttpContext context, string done, WatchedSource source, int status)
    {
        if (Negotiation.WantsPage(context.Request)) return See($"/sources?done={done}#s{source.Id}");
        if (status == StatusCodes.Status201Created) context.Response.Headers.Location = "/sources";
        context.Response.StatusCode = status;
        return Addresses.Answer(Shaping.Source(source));
    }

    // After a change the browser is led to the list, so that going back or loading anew changes nothing again.
    private static SeeOther See(string address) => new(address);
}
