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

/// <summary>How far coders agree, as page and JSON.</summary>
internal static class AgreementAddresses
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/agreement", Agreement).Produces<AgreementJson>().ProducesProblem(400).ProducesProblem(403)
        .WithSummary("How far coders agree who decided without sight of each other: Krippendorff’s alpha, Cohen’s kappa, the disagreements; parameters one, other (coders)");

    private static IResult Agreement(HttpContext context, Store store)
    {
        if (DecisionForm.RemembersBlind(context.Request)) return Problems.Blind();
        var faults = new List<RequestFault>();
        var (one, other) = (Coder("one"), Coder("other"));
        if (faults.Count > 0) return Problems.BadRequest(faults);
        using var reader = store.OpenReader();
        var report = reader.Agreement(one, other);
        if (Negotiation.WantsPage(context.Request)) return new RazorComponentResult<AgreementSheet>(new { Report = report });
        var shaping = new Shaping(new PointMaps(reader));
        return Addresses.Answer(new AgreementJson(
            [.. report.Coders.Select(coder => new CountJson(coder.Name, coder.Count))], report.One, report.Other, [.. report.Fields.Select(Field)], Field(report.Overall),
            [.. report.Disagreements.Select(unit => new DisagreementJson(unit.Field, shaping.Telling(unit.Line), [.. unit.Values.Select(value => new CodedValueJson(value.Coder, value.Value))]))],
            report.AllDisagreements));

        string? Coder(string parameter)
        {
            var name = context.Request.Query[parameter].ToString().Trim();
            if (name.Length > 100) faults.Add(Problems.TooLong(parameter, 100));
            return name.Length == 0 ? null : name;
        }
    }

    private static FieldAgreementJson Field(FieldAgreement field) => new(
        field.Field, new AlphaJson(field.Alpha.Value, field.Alpha.Units, field.Alpha.Values, field.Alpha.Observed, field.Alpha.Expected),
        new KappaJson(field.Kappa.Value, field.Kappa.Units, field.Kappa.Observed, field.Kappa.Expected), Pairs(field.Table));

    private static List<PairJson> Pairs(ConfusionTable table) =>
    [
        .. from one in Enumerable.Range(0, table.Values.Count)
           from other in Enumerable.Range(0, table.Values.Count)
           where table[one, other] > 0
           select new PairJson(table.Values[one], table.Values[other], table[one, other]),
    ];
}
