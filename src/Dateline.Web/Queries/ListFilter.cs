using System.Globalization;
using Dateline.Storage;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Queries;

/// <summary>The filter of a list as it stands in an address: <c>q</c>, <c>outlet</c>, <c>limit</c>, <c>cursor</c>.</summary>
internal static class ListFilter
{
    private const int LongestWords = 200;

    public static (ListQuery Query, IReadOnlyList<RequestFault> Faults) Read(IQueryCollection query)
    {
        var faults = new List<RequestFault>();
        var limit = 50;
        if (Words("limit") is { } wanted && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 500))
            faults.Add(Problems.BadChoice("limit", "a number from 1 to 500"));
        return (new ListQuery { Name = Words("q"), Outlet = Words("outlet"), Limit = limit, Cursor = Words("cursor") }, faults);

        string? Words(string name)
        {
            var value = query[name].ToString().Trim();
            if (value.Length > LongestWords) faults.Add(Problems.TooLong(name, LongestWords));
            return value.Length == 0 ? null : value;
        }
    }

    public static string ToAddress(string path, ListQuery query)
    {
        var parts = new List<string>();
        if (query.Name is not null) parts.Add("q=" + Uri.EscapeDataString(query.Name));
        if (query.Outlet is not null) parts.Add("outlet=" + Uri.EscapeDataString(query.Outlet));
        if (query.Limit != 50) parts.Add("limit=" + query.Limit.ToString(CultureInfo.InvariantCulture));
        if (query.Cursor is not null) parts.Add("cursor=" + Uri.EscapeDataString(query.Cursor));
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }
}
