using Dateline.Text;

namespace Dateline.Chronology.Extraction.Attributions;

/// <summary>
/// Finds quotations by their marks: straight, curly, doubled single, low and angle ones. A quotation that is not closed
/// ends with its paragraph, and goes on in the next where that begins with an opening mark. One pass over the text.
/// </summary>
internal static class QuotationFinder
{
    /// <summary>The outermost quotations, in order.</summary>
    public static List<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        var start = 0;
        var leftOpen = false;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) leftOpen = Paragraph(text, start, end, leftOpen, found);
            start = end + 1;
        }

        return found;
    }

    private static bool Paragraph(string text, int start, int end, bool leftOpen, List<Quotation> found)
    {
        var open = -1;
        var mark = '\0';
        var first = true;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            var width = 1;
            if ((c is '\'' or '’' or '‘' or '`') && i + 1 < end && text[i + 1] == c) (c, width) = (c is '’' ? '”' : c is '‘' or '`' ? '“' : '"', 2);
            var kind = open < 0 ? Opens(text, i, width, end, c) : Closes(text, i, width, end, c, mark);
            if (!kind && open < 0 && first && text[i] == '”' && ClosesUnopened(text, start, i, width, end))
            {
                var begin = start;
                while (char.IsWhiteSpace(text[begin])) begin++;
                found.Add(new Quotation(TextSpan.FromBounds(begin, i + width), true, leftOpen));
                first = false;
            }

            if (kind)
            {
                if (open < 0) (open, mark) = (i, c);
                else
                {
                    found.Add(new Quotation(TextSpan.FromBounds(open, i + width), true, first && leftOpen && IsBlank(text, start, open)));
                    (open, first) = (-1, false);
                }
            }

            i += width - 1;
        }

        if (open < 0) return false;
        var last = end;
        while (last > open + 1 && char.IsWhiteSpace(text[last - 1])) last--;
        // A single mark left open is an apostrophe, and a mark before nothing is no quotation.
        if (mark is '‘' or '\'' || last - open < 12) return false;
        found.Add(new Quotation(TextSpan.FromBounds(open, last), false, first && leftOpen && IsBlank(text, start, open)));
        return true;
    }

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();

    private static bool Opens(string text, int at, int width, int end, char mark)
    {
        if (at + width >= end || char.IsWhiteSpace(text[at + width])) return mark == '«' && at + width < end;
        var before = at == 0 ? ' ' : text[at - 1];
        return mark switch
        {
            '“' or '„' or '«' or '‟' => true,
            '"' or '”' => !char.IsLetterOrDigit(before),
            '‘' => !char.IsLetterOrDigit(before),
            '\'' => (char.IsWhiteSpace(before) || before is '(' or '—' or '–') && char.IsLetter(text[at + width]) && HasCloser(text, at + 1, end),
            _ => false,
        };
    }

    // “We will win,” with its first mark lost: a closing mark behind a comma or a full stop, and no mark before it in the paragraph.
    private static bool ClosesUnopened(string text, int start, int at, int width, int end) =>
        at - start >= 12 && text[at - 1] is ',' or '.' or '?' or '!' && (at + width >= end || char.IsWhiteSpace(text[at + width]));

    private static bool Closes(string text, int at, int width, int end, char mark, char opener)
    {
        var after = at + width < end ? text[at + width] : ' ';
        return opener switch
        {
            '«' => mark == '»',
            '"' or '”' or '“' or '„' or '‟' => mark is '"' or '”' || (opener == '„' && mark == '“'),
            _ => mark is '’' or '\'' && !char.IsLetterOrDigit(after) && (at > 0 && !char.IsWhiteSpace(text[at - 1])),
        };
    }

    // A straight single mark is a quotation only if one closes it soon after a word: “'go home', he said”.
    private static bool HasCloser(string text, int from, int end)
    {
        var last = Math.Min(end, from + 300);
        for (var i = from; i < last; i++)
        {
            if (text[i] == '\'' && (i + 1 >= end || !char.IsLetterOrDigit(text[i + 1])) && text[i - 1] is not ('s' or ' ')) return true;
        }

        return false;
    }
}
