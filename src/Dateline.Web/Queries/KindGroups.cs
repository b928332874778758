using Dateline.Chronology.Events;

namespace Dateline.Web.Queries;

/// <summary>Kinds that are asked for together by one word: PLOVER's quad classes, words and deeds put together.</summary>
internal static class KindGroups
{
    /// <summary>Quad classes 1 and 2.</summary>
    public const string Cooperation = "cooperation";

    /// <summary>Quad classes 3 and 4.</summary>
    public const string Conflict = "conflict";

    private static readonly EventKind[] Cooperative = [.. Enum.GetValues<EventKind>().Where(kind => kind.QuadClass() <= 2)];
    private static readonly EventKind[] Conflicting = [.. Enum.GetValues<EventKind>().Where(kind => kind.QuadClass() > 2)];

    /// <summary>The kinds of a group; null when there is no group of that name.</summary>
    public static IReadOnlyList<EventKind>? Of(string name) =>
        name.Equals(Cooperation, StringComparison.OrdinalIgnoreCase) ? Cooperative : name.Equals(Conflict, StringComparison.OrdinalIgnoreCase) ? Conflicting : null;

    /// <summary>The group that these kinds are; null when they are none.</summary>
    public static string? NameOf(IReadOnlyList<EventKind> kinds) =>
        kinds.SequenceEqual(Cooperative) ? Cooperation : kinds.SequenceEqual(Conflicting) ? Conflict : null;
}
