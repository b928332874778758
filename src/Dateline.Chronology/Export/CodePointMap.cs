namespace Dateline.Chronology.Export;

/// <summary>
/// Turns UTF-16 positions of one text into positions counted in Unicode code points, as the W3C Web Annotation model
/// and the reading contract count them.
/// </summary>
/// <remarks>
/// Most texts hold no character outside the basic plane, and then nothing is stored. A surrogate without its partner
/// counts as one code point. Immutable and safe to share.
/// </remarks>
public sealed class CodePointMap
{
    // Positions of the second halves of surrogate pairs, ascending: each one before a position takes one off it.
    private readonly int[] _trailing;

    /// <summary>Looks once through <paramref name="text"/>.</summary>
    public CodePointMap(string text)
    {
        List<int>? trailing = null;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i], text[i + 1])) continue;
            i++;
            (trailing ??= []).Add(i);
        }

        _trailing = trailing?.ToArray() ?? [];
    }

    /// <summary>The position in code points of a position in UTF-16 code units.</summary>
    public int At(int position)
    {
        if (_trailing.Length == 0) return position;
        var index = Array.BinarySearch(_trailing, position);
        return position - (index >= 0 ? index : ~index);
    }
}
