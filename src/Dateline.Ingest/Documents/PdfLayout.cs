using System.Text;
using UglyToad.PdfPig.Content;

namespace Dateline.Ingest.Documents;

/// <summary>Puts the words of a page in reading order: columns from left to right between the lines that span them, lines from top to bottom.</summary>
/// <remarks>
/// A gutter is a strip that few lines cross while several on either side end or begin at it. Words of justified lines leave gaps too,
/// but never one above the other. A page costs no more than sorting its words.
/// </remarks>
internal sealed class PdfLayout
{
    // Strips of a page on which gutters are sought.
    const int Strips = 1024;
    const double NarrowestGutter = 6;
    const double MostCrossed = 0.4;
    const int FewestLines = 4;

    readonly List<List<Word>> _rows = [];
    readonly List<PdfLine> _lines = [];
    readonly double _width;
    int _block;

    PdfLayout(double width) => _width = Math.Max(1, width);

    /// <summary>The lines of the page in order.</summary>
    /// <param name="words">The upright words, in any order.</param>
    /// <param name="width">Width of the page.</param>
    public static List<PdfLine> Read(IEnumerable<Word> words, double width)
    {
        var layout = new PdfLayout(width);
        layout.FindRows(words);
        layout.Emit(layout.FindGutters());
        return layout._lines;
    }

    static double SizeOf(Word word) => word.Letters[0].PointSize is > 0 and < 1000 and var size ? size : Math.Max(1, word.BoundingBox.Height);

    static double BaselineOf(Word word) => word.Letters[0].StartBaseLine.Y;

    void FindRows(IEnumerable<Word> words)
    {
        // Bold type is sometimes made by printing a word twice, a hair apart.
        HashSet<(string, int, int)> seen = [];
        double baseline = double.NaN, size = 0;
        foreach (var word in words.Where(static w => !string.IsNullOrWhiteSpace(w.Text)).OrderByDescending(BaselineOf).ThenBy(static w => w.BoundingBox.Left))
        {
            if (!seen.Add((word.Text, (int)Math.Round(word.BoundingBox.Left / 2), (int)Math.Round(BaselineOf(word) / 2))))
                continue;
            if (!(baseline - BaselineOf(word) <= 0.4 * Math.Min(size, SizeOf(word))))
            {
                _rows.Add([]);
                (baseline, size) = (BaselineOf(word), SizeOf(word));
            }
            _rows[^1].Add(word);
        }
        foreach (var row in _rows)
            row.Sort(static (a, b) => a.BoundingBox.Left.CompareTo(b.BoundingBox.Left));
    }

    int Strip(double x) => (int)Math.Clamp(x / _width * Strips, 0, Strips - 1);

    List<double> FindGutters()
    {
        var crossed = new int[Strips];
        foreach (var row in _rows)
        {
            var last = -1;
            foreach (var word in row)
            {
                for (var k = Math.Max(last + 1, Strip(word.BoundingBox.Left)); k <= Strip(word.BoundingBox.Right); k++)
                    crossed[last = k]++;
            }
        }
        List<double> gutters = [];
        var limit = (int)(MostCrossed * _rows.Count);
        for (var k = 0; k < Strips;)
        {
            if (crossed[k] > limit)
            {
                k++;
                continue;
            }
            var end = k;
            while (end < Strips && crossed[end] <= limit)
                end++;
            if (Narrowest(crossed, k, end) is { } gutter && Parts(gutter))
                gutters.Add(gutter);
            k = end;
        }
        return gutters;
    }

    // The middle of the least crossed part of a strip, where that is wide enough.
    double? Narrowest(int[] crossed, int start, int end)
    {
        // The margins are crossed by nothing and part nothing.
        if (start == 0 || end == Strips)
            return null;
        var fewest = crossed[start..end].Min();
        var best = (First: 0, Length: 0);
        for (var k = start; k < end;)
        {
            var stop = k;
            while (stop < end && crossed[stop] <= fewest + 1)
                stop++;
            if (stop - k > best.Length)
                best = (k, stop - k);
            k = stop + 1;
        }
        return best.Length * _width / Strips >= NarrowestGutter ? (best.First + best.Length / 2.0) * _width / Strips : null;
    }

    // Several lines on either side at the same height.
    bool Parts(double gutter)
    {
        List<double> left = [], right = [];
        foreach (var row in _rows)
        {
            if (Crosses(row, gutter))
                continue;
            if (row[0].BoundingBox.Right <= gutter)
                left.Add(BaselineOf(row[0]));
            if (row[^1].BoundingBox.Left >= gutter)
                right.Add(BaselineOf(row[^1]));
        }
        return left.Count >= FewestLines && right.Count >= FewestLines && Math.Min(left.Max(), right.Max()) > Math.Max(left.Min(), right.Min());
    }

    static bool Crosses(List<Word> row, double gutter) => row.Exists(w => w.BoundingBox.Left < gutter && w.BoundingBox.Right > gutter) || Bridges(row, gutter);

    // A headline has a blank of usual width where the gutter of the columns below it is.
    static bool Bridges(List<Word> row, double gutter)
    {
        var next = row.FindIndex(w => w.BoundingBox.Left >= gutter);
        return next > 0 && row[next].BoundingBox.Left - row[next - 1].BoundingBox.Right < Math.Min(NarrowestGutter, 0.45 * SizeOf(row[next]));
    }

    void Emit(List<double> gutters)
    {
        var columns = new List<List<Word>>[gutters.Count + 1];
        for (var k = 0; k < columns.Length; k++)
            columns[k] = [];
        foreach (var row in _rows)
        {
            var (from, first) = (0, 0);
            for (var k = 0; k < columns.Length; k++)
            {
                // What crosses a gutter goes on behind it.
                if (k < gutters.Count && Crosses(row, gutters[k]))
                    continue;
                var to = k < gutters.Count ? row.FindIndex(from, w => w.BoundingBox.Left >= gutters[k]) : row.Count;
                to = to < 0 ? row.Count : to;
                if (to > from && k > first)
                    Flush(columns);
                if (to > from)
                    columns[first].Add(row[from..to]);
                if (to > from && k > first)
                    Flush(columns);
                (from, first) = (to, k + 1);
            }
        }
        Flush(columns);
    }

    void Flush(List<List<Word>>[] columns)
    {
        foreach (var column in columns)
        {
            if (column.Count == 0)
                continue;
            _block++;
            foreach (var words in column)
                _lines.Add(Line(words));
            column.Clear();
        }
    }

    PdfLine Line(List<Word> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0)
                text.Append(' ');
            foreach (var c in word.Text)
                text.Append(Letters(c));
        }
        return new PdfLine(text.ToString(), words[0].BoundingBox.Left, words[^1].BoundingBox.Right, BaselineOf(words[0]), words.Max(SizeOf), _block);
    }

    // Ligatures have a code of their own in many fonts.
    static string Letters(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        '\u00A0' => " ",
        '\0' => "",
        _ => c.ToString(),
    };
}
