using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>Leads a browser on to a page after a form was dealt with (303).</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
