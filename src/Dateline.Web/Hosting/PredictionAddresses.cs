using Dateline.Chronology.Export;
using Dateline.Storage;
using Dateline.Web.Json;
using Dateline.Web.Queries;
using Dateline.Web.Sheets;
using Dateline.Web.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>The ledger of predictions as page, JSON and calendar.</summary>
internal static class PredictionAddresses
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/predictions", Ledger).Produces<LedgerJson>().WithSummary("Predictions: due, open, decided and refused, with proposals from the chronology");
        routes.MapGet("/predictions.ics", Calendar).Produces(200, contentType: "text/calendar").WithSummary("Due days of predictions nobody has decided on, as iCalendar");
        routes.MapPost("/predictions/{id}/reviews", ReviewAddresses.DecideOutcome).Produces<ReviewJson>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403)
            .WithSummary("Decides what became of a prediction; act=outcome, value=cameTrue, failed or unresolvable, other=the event that shows it");
    }

    private static IResult Ledger(HttpContext context, Store store)
    {
        using var reader = store.OpenReader();
        var lines = reader.Ledger(store.Today);
        if (Negotiation.WantsPage(context.Request)) return new RazorComponentResult<PredictionsSheet>(new { Lines = lines, Coder = DecisionForm.RememberedCoder(context.Request) });
        var shaping = new Shaping(new PointMaps(reader));
        return Addresses.Answer(new LedgerJson([.. lines.Select(shaping.Ledger)]));
    }

    private static IResult Calendar(Store store)
    {
        using var reader = store.OpenReader();
        var entries = reader.Ledger(store.Today)
            .Where(line => line.Status is LedgerStatus.Due or LedgerStatus.Open && line.LastDay is not null)
            .Select(line => new CalendarEntry(
                line.Prediction.Id + "@dateline", line.LastDay!.Value, line.Prediction.RecordedAt, Spacing.Level(line.Prediction.Evidence.Text),
                $"{line.Maker ?? "somebody unnamed"}, in {line.Prediction.Article.Outlet ?? "an unknown outlet"}; due {EdtfWords.Say(line.Prediction.Due)}"));
        return Results.Text(CalendarFeed.Write("Predictions that fall due", entries), "text/calendar; charset=utf-8", System.Text.Encoding.UTF8);
    }
}
