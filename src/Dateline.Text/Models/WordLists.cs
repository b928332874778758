namespace Dateline.Text.Models;

/// <summary>
/// Lists of names that the name finder may consult: one bit per list for each word that stands in an entry.
/// </summary>
internal static class WordLists
{
    /// <summary>How many lists a model can take.</summary>
    internal const int Count = 8;
}
