using System.Buffers;
using System.Text;

namespace Dateline.Ingest.Documents;

/// <summary>Joins lines to paragraphs over columns and pages, and undoes the hyphens of line ends.</summary>
internal sealed class PdfParagraphs
{
    static readonly SearchValues<char> WordEnds = SearchValues.Create(" .,;:”\")»");

    readonly List<(int Page, PdfLine Line)> _lines;
    readonly Dictionary<(int Page, int Block), (double Left, double Right)> _blocks = [];
    readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    readonly double _leading;

    PdfParagraphs(List<(int Page, PdfLine Line)> lines)
    {
        _lines = lines;
        List<double> leadings = [];
        for (var k = 0; k < lines.Count; k++)
        {
            var (page, line) = lines[k];
            var (left, right) = _blocks.GetValueOrDefault((page, line.Block), (line.Left, line.Right));
            _blocks[(page, line.Block)] = (Math.Min(left, line.Left), Math.Max(right, line.Right));
            foreach (var word in line.Text.Split(' '))
                _words.Add(word.Trim('.', ',', ';', ':', '“', '”', '"', '(', ')', '«', '»'));
            if (k > 0 && lines[k - 1].Page == page && lines[k - 1].Line.Block == line.Block && lines[k - 1].Line.Baseline - line.Baseline is > 0 and var gap && gap < 3 * line.Size)
                leadings.Add(gap / line.Size);
        }
        leadings.Sort();
        _leading = leadings.Count > 0 ? leadings[leadings.Count / 2] : 1.2;
    }

    /// <summary>The paragraphs in order, each on one line.</summary>
    public static List<string> Read(List<(int Page, PdfLine Line)> lines)
    {
        var reader = new PdfParagraphs(lines);
        List<string> paragraphs = [];
        var text = new StringBuilder();
        for (var k = 0; k < lines.Count; k++)
        {
            if (k > 0 && reader.Begins(k, text))
            {
                paragraphs.Add(text.ToString());
                text.Clear();
            }
            reader.Append(text, lines[k].Line.Text);
        }
        if (text.Length > 0)
            paragraphs.Add(text.ToString());
        return paragraphs;
    }

    // Whether a line begins a paragraph.
    bool Begins(int k, StringBuilder before)
    {
        var (page, line) = _lines[k];
        var (pageBefore, above) = _lines[k - 1];
        if (Math.Abs(line.Size - above.Size) > 0.1 * above.Size)
            return true;
        if (page != pageBefore || line.Block != above.Block)
            return EndsSentence(before) || !(char.IsLower(line.Text[0]) || EndsInHyphen(before, line.Text));
        var (left, right) = _blocks[(page, line.Block)];
        var gap = above.Baseline - line.Baseline;
        if (gap > 1.3 * _leading * line.Size || gap < 0)
            return true;
        // Set in from the margin, under a line that is not.
        if (line.Left - left > 0.7 * line.Size && above.Left - left < 0.3 * line.Size && line.Left - left < 0.3 * (right - left))
            return true;
        return above.Right < right - 0.15 * (right - left) && EndsSentence(before);
    }

    static bool EndsSentence(StringBuilder text)
    {
        var k = text.Length - 1;
        while (k > 0 && text[k] is '”' or '"' or '»' or '’' or ')' or ' ')
            k--;
        return k >= 0 && text[k] is '.' or '!' or '?' or ':' or '…';
    }

    static bool EndsInHyphen(StringBuilder text, string next) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(next[0]);

    void Append(StringBuilder text, string line)
    {
        if (text.Length == 0)
            text.Append(line);
        else if (!EndsInHyphen(text, line))
            text.Append(' ').Append(line);
        else
        {
            if (!IsCompound(text, line))
                text.Length--;
            text.Append(line);
        }
    }

    // “long-” and “term” are one compound where the document writes it in one line, and does not write “longterm”.
    bool IsCompound(StringBuilder text, string line)
    {
        if (text[^1] == '\u00AD')
            return false;
        var start = text.Length - 1;
        while (start > 0 && text[start - 1] != ' ' && text.Length - start < 60)
            start--;
        var head = text.ToString(start, text.Length - 1 - start).TrimStart('“', '"', '(', '«', '‘');
        var end = line.AsSpan().IndexOfAny(WordEnds);
        var tail = end < 0 ? line : line[..end];
        return _words.Contains($"{head}-{tail}") && !_words.Contains(head + tail);
    }
}
