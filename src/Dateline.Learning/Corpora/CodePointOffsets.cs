using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>Turns offsets counted in Unicode code points, as gold files have them, into UTF-16 spans of one text.</summary>
internal sealed class CodePointOffsets
{
    // Code point offsets of the characters outside the basic plane, ascending: each one before an offset adds one to it.
    private readonly List<int> _wide = [];
    private readonly int _length;

    /// <summary>Looks once through <paramref name="text"/>.</summary>
    public CodePointOffsets(string text)
    {
        _length = text.Length;
        for (int i = 0, point = 0; i < text.Length; i++, point++)
        {
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) continue;
            _wide.Add(point);
            i++;
        }
    }

    /// <summary>The span from <paramref name="begin"/> to <paramref name="end"/>.</summary>
    /// <exception cref="FormatException">It does not lie in the text.</exception>
    public TextSpan Span(int begin, int end)
    {
        if (begin < 0 || end < begin || Position(end) > _length) throw new FormatException($"the span {begin}-{end} does not lie in the text");
        return TextSpan.FromBounds(Position(begin), Position(end));
    }

    private int Position(int point)
    {
        var index = _wide.BinarySearch(point);
        return point + (index >= 0 ? index : ~index);
    }
}
