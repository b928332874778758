using Dateline.Text;

namespace Dateline.Storage;

/// <summary>What became of a passage from one version to the other.</summary>
public enum PassageChangeKind
{
    /// <summary>It stands in both, word for word.</summary>
    Same,

    /// <summary>It stands in both, with other words.</summary>
    Edited,

    /// <summary>Only the later version has it.</summary>
    Added,

    /// <summary>Only the earlier version has it.</summary>
    Removed,
}

/// <summary>A field of an article that was changed.</summary>
/// <param name="Name">title, byline, outlet, via, published or language.</param>
/// <param name="Before">In the earlier version; null when it had none.</param>
/// <param name="After">In the later version; null when it has none.</param>
public sealed record FieldChange(string Name, string? Before, string? After);

/// <summary>A passage in one version or both.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">Where it stands in the earlier version; null when it is added.</param>
/// <param name="After">Where it stands in the later version; null when it is removed.</param>
/// <param name="Removed">Of an edited passage: the words that went, as spans of the earlier text.</param>
/// <param name="Added">Of an edited passage: the words that came, as spans of the later text.</param>
public sealed record PassageChange(PassageChangeKind Kind, TextSpan? Before, TextSpan? After, IReadOnlyList<TextSpan> Removed, IReadOnlyList<TextSpan> Added);

/// <summary>Two versions of an article beside one another, passage by passage.</summary>
/// <remarks>
/// Passages that are the same are found as the longest common row, as by every diff; what lies between two of them is paired where
/// it shares at least four words in ten, and compared word by word. Immutable.
/// </remarks>
/// <param name="Fields">The fields that differ.</param>
/// <param name="Passages">Every passage of either version, in the order of reading.</param>
public sealed record VersionComparison(IReadOnlyList<FieldChange> Fields, IReadOnlyList<PassageChange> Passages)
{
    // The table of the longest common row; beyond it only the like ends are found.
    private const int MostCells = 4_000_000;
    private const double LeastLikeness = 0.4;

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public static VersionComparison Of(ArticleView before, ArticleView after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new VersionComparison(FieldsOf(before.Article, after.Article), Of(before.Text, Spans(before), after.Text, Spans(after)));
    }

    internal static IReadOnlyList<PassageChange> Of(string before, IReadOnlyList<TextSpan> left, string after, IReadOnlyList<TextSpan> right)
    {
        var same = CommonRow([.. left.Select(span => span.In(before).ToString())], [.. right.Select(span => span.In(after).ToString())]);
        var changes = new List<PassageChange>();
        int i = 0, j = 0;
        foreach (var (atLeft, atRight) in same.Append((left.Count, right.Count)))
        {
            Between(before, left, i, atLeft, after, right, j, atRight, changes);
            if (atLeft < left.Count) changes.Add(new PassageChange(PassageChangeKind.Same, left[atLeft], right[atRight], [], []));
            (i, j) = (atLeft + 1, atRight + 1);
        }

        return changes;
    }

    private static void Between(
        string before, IReadOnlyList<TextSpan> left, int i, int endLeft, string after, IReadOnlyList<TextSpan> right, int j, int endRight, List<PassageChange> changes)
    {
        while (i < endLeft && j < endRight)
        {
            var (removed, added, likeness) = Words(before, left[i], after, right[j]);
            if (likeness >= LeastLikeness)
            {
                changes.Add(new PassageChange(PassageChangeKind.Edited, left[i++], right[j++], removed, added));
            }
            else if (endLeft - i >= endRight - j)
            {
                changes.Add(new PassageChange(PassageChangeKind.Removed, left[i++], null, [], []));
            }
            else
            {
                changes.Add(new PassageChange(PassageChangeKind.Added, null, right[j++], [], []));
            }
        }

        while (i < endLeft) changes.Add(new PassageChange(PassageChangeKind.Removed, left[i++], null, [], []));
        while (j < endRight) changes.Add(new PassageChange(PassageChangeKind.Added, null, right[j++], [], []));
    }

    private static (List<TextSpan> Removed, List<TextSpan> Added, double Likeness) Words(string before, TextSpan left, string after, TextSpan right)
    {
        var (ours, theirs) = (Split(before, left), Split(after, right));
        var same = CommonRow([.. ours.Select(span => span.In(before).ToString())], [.. theirs.Select(span => span.In(after).ToString())]);
        return (
            Rest(ours, same.Select(static pair => pair.Left)), Rest(theirs, same.Select(static pair => pair.Right)),
            ours.Count + theirs.Count == 0 ? 1 : 2.0 * same.Count / (ours.Count + theirs.Count));
    }

    // Neighbours become one stretch, so that a new clause is one mark and not ten.
    private static List<TextSpan> Rest(List<TextSpan> words, IEnumerable<int> same)
    {
        var kept = same.ToHashSet();
        var rest = new List<TextSpan>();
        for (var k = 0; k < words.Count; k++)
        {
            if (kept.Contains(k)) continue;
            if (k > 0 && !kept.Contains(k - 1) && rest.Count > 0) rest[^1] = TextSpan.FromBounds(rest[^1].Start, words[k].End);
            else rest.Add(words[k]);
        }

        return rest;
    }

    private static List<TextSpan> Split(string text, TextSpan span)
    {
        var words = new List<TextSpan>();
        var at = span.Start;
        while (at < span.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < span.End && !char.IsWhiteSpace(text[at])) at++;
            words.Add(TextSpan.FromBounds(start, at));
        }

        return words;
    }

    private static List<(int Left, int Right)> CommonRow(string[] left, string[] right)
    {
        var pairs = new List<(int, int)>();
        int start = 0, endLeft = left.Length, endRight = right.Length;
        while (start < endLeft && start < endRight && left[start] == right[start]) pairs.Add((start, start++));
        var tail = new List<(int, int)>();
        while (endLeft > start && endRight > start && left[endLeft - 1] == right[endRight - 1]) tail.Add((--endLeft, --endRight));
        int rows = endLeft - start, columns = endRight - start;
        if (rows > 0 && columns > 0 && (long)(rows + 1) * (columns + 1) <= MostCells)
        {
            var longest = new int[rows + 1, columns + 1];
            for (var i = rows - 1; i >= 0; i--)
            {
                for (var j = columns - 1; j >= 0; j--)
                    longest[i, j] = left[start + i] == right[start + j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }

            for (int i = 0, j = 0; i < rows && j < columns;)
            {
                if (left[start + i] == right[start + j]) pairs.Add((start + i++, start + j++));
                else if (longest[i + 1, j] >= longest[i, j + 1]) i++;
                else j++;
            }
        }

        tail.Reverse();
        pairs.AddRange(tail);
        return pairs;
    }

    private static List<FieldChange> FieldsOf(ArticleLine before, ArticleLine after)
    {
        var fields = new List<FieldChange>();
        Compare("title", before.Title, after.Title);
        Compare("byline", before.Byline, after.Byline);
        Compare("outlet", before.Outlet, after.Outlet);
        Compare("via", before.Via, after.Via);
        Compare("published", before.Published, after.Published);
        Compare("language", before.Language, after.Language);
        return fields;

        void Compare(string name, string? left, string? right)
        {
            if (left != right) fields.Add(new FieldChange(name, left, right));
        }
    }

    private static List<TextSpan> Spans(ArticleView view) => [.. view.Passages.Select(static passage => passage.Span).Where(static span => span.Length > 0)];
}
