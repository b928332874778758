using Dateline.Storage;
using Dateline.Web.Queries;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>Who signs everything that this server takes in, as second coder; null where each browser says so itself.</summary>
/// <param name="Name">1 to 100 characters.</param>
internal sealed record SecondCoder(string? Name);

/// <summary>Lets a second coder see nothing of what others decided, on any page and in any answer.</summary>
internal static class CoderSight
{
    /// <summary>A view of the store for whoever asks.</summary>
    public static StoreReader OpenReader(this Store store, HttpContext context) =>
        DecisionForm.RemembersBlind(context.Request) && DecisionForm.RememberedCoder(context.Request) is { } coder ? store.OpenBlindReader(coder) : store.OpenReader();
}
