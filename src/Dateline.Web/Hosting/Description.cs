using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dateline.Web.Hosting;

/// <summary>The words at the head of the OpenAPI document.</summary>
internal static class Description
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Dateline";
            document.Info.Version = "1";
            document.Info.Description =
                "A sourced, contested chronology. Each address answers with a page for Accept: text/html and with JSON otherwise. "
                + "Offsets are half-open and count Unicode code points of the article’s text.";
            // The document must not change with the name or port that it was asked under.
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
