using Dateline.Storage;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dateline.Web.Hosting;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Pointer">JSON pointer to the parameter, such as “/from”.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record RequestFault(string Pointer, string Detail);

/// <summary>Errors as RFC 9457 problem documents, or as a page for those who read pages. All messages of the web stand here.</summary>
internal static class Problems
{
    public static IResult NotFound(string detail) => new Problem(StatusCodes.Status404NotFound, "Not found", detail, []);

    public static IResult BadRequest(IReadOnlyList<RequestFault> faults) =>
        new Problem(StatusCodes.Status400BadRequest, "The request cannot be understood", "See what is wrong with each part, correct it and ask again.", faults);

    public static IResult MisdirectedHost(string host) =>
        new Problem(StatusCodes.Status421MisdirectedRequest, "Wrong host", $"This server does not answer for the name {host}; use the address that it printed when it started.", []);

    public static IResult Foreign() =>
        new Problem(StatusCodes.Status403Forbidden, "Not from here", "A page of another site asked for this change, so it was not made; open the page on this server and do it there.", []);

    public static IResult ReadOnly() =>
        new Problem(StatusCodes.Status403Forbidden, "Only to be read", "Nothing can be changed from these pages, since others can reach them; start the server with --allow-changes if a login stands in front of it.", []);

    public static IResult Blind() =>
        new Problem(StatusCodes.Status403Forbidden, "Not for a blind coder", "You decide without sight of what others decided, and agreement shows just that; sign without “second coder” at /review, or look at a server that was started without --coder.", []);

    public static IResult TooLarge(int most) =>
        new Problem(StatusCodes.Status413PayloadTooLarge, "Too large", $"At most {most >> 20} MiB can be handed over at once, so nothing of it was taken in; hand over fewer files, or use “dateline import” or the drop folder for large ones.", []);

    public static IResult NoForm() =>
        new Problem(StatusCodes.Status415UnsupportedMediaType, "Not a form", "Send a form: multipart/form-data with files, or application/x-www-form-urlencoded.", []);

    public static IResult CannotBeHad(Text.Diagnostic failure) =>
        new Problem(StatusCodes.Status422UnprocessableEntity, "Nothing to watch there", failure.ToString(), []);

    public static RequestFault Missing(string parameter, string what) => new("/" + parameter, $"This is empty; give {what}.");

    public static IResult Failed() =>
        new Problem(StatusCodes.Status500InternalServerError, "The page could not be made", "The reason stands in the log of the program; try again, and run “dateline check” on the store if it stays so.", []);

    public static IResult Gone(ReviewLine withdrawal) => new Problem(
        StatusCodes.Status410Gone, "Withdrawn",
        $"This article was withdrawn on {withdrawal.RecordedAt:yyyy-MM-dd} by {withdrawal.Coder}: {withdrawal.Note}. The decision stands in the log at /reviews and can be taken back there.", []);

    public static RequestFault BadBody() => new(string.Empty, "The body is neither a form nor a JSON object of strings; send one.");

    public static RequestFault BadDate(string parameter) =>
        new("/" + parameter, "This is no date; write 2025, 2025-11 or 2025-11-16.");

    public static RequestFault BadDay(string parameter) => new("/" + parameter, "This is no day; write it as 2025-11-16.");

    public static RequestFault BadMoment(string parameter) =>
        new("/" + parameter, "There is no such moment; write the number of a snapshot from /snapshots, a day such as 2025-11-16, or now.");

    public static RequestFault WrongOrder() => new("/to", "The last day lies before the first; exchange them.");

    public static RequestFault BadKind(string value) => new("/kind", $"There is no kind “{value}”; take one of PLOVER’s sixteen, such as assault.");

    public static RequestFault BadChoice(string parameter, string choices) => new("/" + parameter, $"This takes {choices}.");

    public static RequestFault TooLong(string parameter, int most) => new("/" + parameter, $"This is longer than {most} characters; shorten it.");

    private sealed class Problem(int status, string title, string detail, IReadOnlyList<RequestFault> faults) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            if (Negotiation.WantsPage(httpContext.Request))
            {
                var page = new RazorComponentResult<ProblemSheet>(new { Title = title, Detail = detail, Faults = faults, Status = status }) { StatusCode = status };
                return page.ExecuteAsync(httpContext);
            }

            var problem = new ProblemDetails { Type = "about:blank", Title = title, Detail = detail, Status = status, Instance = httpContext.Request.Path };
            if (faults.Count > 0) problem.Extensions["errors"] = faults;
            return Results.Problem(problem).ExecuteAsync(httpContext);
        }
    }
}
