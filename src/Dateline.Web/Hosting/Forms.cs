using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Web.Hosting;

/// <summary>Reads forms that may carry files, up to a limit.</summary>
internal static class Forms
{
    // The head of each part and the boundaries between them.
    private const int Wrapping = 64 << 10;

    /// <summary>The form, or the answer that refuses it.</summary>
    public static async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(HttpContext context, int mostBytes)
    {
        if (!context.Request.HasFormContentType) return (null, Problems.NoForm());
        if (context.Request.ContentLength > mostBytes + Wrapping) return (null, Problems.TooLarge(mostBytes));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = mostBytes + Wrapping;
        try
        {
            var options = new FormOptions { MultipartBodyLengthLimit = mostBytes, BufferBodyLengthLimit = mostBytes, ValueLengthLimit = mostBytes, ValueCountLimit = 64 };
            return (await context.Request.ReadFormAsync(options, context.RequestAborted), null);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problems.TooLarge(mostBytes));
        }
        catch (InvalidDataException)
        {
            // A part over its limit and a broken form look the same; a broken one is rare.
            return (null, context.Request.ContentLength > mostBytes ? Problems.TooLarge(mostBytes) : Problems.NoForm());
        }
    }
}
