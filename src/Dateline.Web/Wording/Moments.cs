using System.Globalization;

namespace Dateline.Web.Wording;

/// <summary>Moments of the program’s own work, said in UTC: a server does not know where its reader sits.</summary>
internal static class Moments
{
    public static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
