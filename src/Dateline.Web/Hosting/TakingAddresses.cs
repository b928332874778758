using System.Security.Cryptography;
using System.Text;
using Dateline.Web.Desk;
using Dateline.Web.Json;
using Dateline.Web.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Web.Hosting;

/// <summary>The paste box and the upload.</summary>
internal static class TakingAddresses
{
    private const int MostFiles = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/add", Box).Produces<AddJson>().WithSummary("Where texts and files are handed over; sample=1 fills in an article to try");
        routes.MapPost("/add", TakeAsync).Produces<TakenJson>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Takes in a text and files; multipart form fields text and files");
    }

    private static IResult Box(HttpContext context, DeskPlace place)
    {
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        var sample = context.Request.Query["sample"] == "1" ? place.Desk?.Sample : null;
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<AddSheet>(new { place.Desk, Words = sample ?? string.Empty })
            : Addresses.Answer(new AddJson(place.Desk is not null, place.Desk?.MostBytes ?? 0, sample));
    }

    private static async Task<IResult> TakeAsync(HttpContext context, DeskPlace place)
    {
        if (place.Desk is not { } desk) return Problems.ReadOnly();
        var (form, refusal) = await Forms.ReadAsync(context, desk.MostBytes);
        if (form is null) return refusal!;
        var inputs = new List<GivenInput>();
        if (form["text"].ToString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
            // Named by what it says: the same text pasted twice is one input, two texts are never one's edit.
            inputs.Add(new GivenInput($"pasted-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}", bytes));
        }

        if (form.Files.Count > MostFiles) return Problems.BadRequest([Problems.BadChoice("files", $"at most {MostFiles} files at once")]);
        foreach (var file in form.Files)
        {
            if (file.Length == 0 && file.FileName.Length == 0) continue;
            var name = NameOf(file.FileName);
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, context.RequestAborted);
            inputs.Add(new GivenInput(name, copy.ToArray()));
        }

        if (inputs.Count == 0) return Problems.BadRequest([Problems.Missing("text", "a text, or at least one file")]);
        var taken = await desk.TakeIn(inputs, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Negotiation.WantsPage(context.Request)
            ? new RazorComponentResult<TakenSheet>(new { Taken = taken })
            : Addresses.Answer(Shaping.Taken(taken));
    }

    // Some browsers send a whole path; control characters are nobody's name.
    private static string NameOf(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(static letter => !char.IsControl(letter))).Trim();
        return name.Length == 0 ? "file" : name.Length > 200 ? name[..200] : name;
    }
}
