using Dateline.Text;

namespace Dateline.Ingest.Plain;

/// <summary>Cuts the lines of one article into passages and says what each is.</summary>
internal static class PlainPassages
{
    static readonly string[] CaptionStarts =
    [
        "Map of", "Map:", "Map showing", "Photo:", "Photo :", "Photo by", "Photograph:", "Image:", "Image :", "Image credit", "Picture:", "File photo", "FILE PHOTO", "FILE -",
        "FILE –", "FILE —", "Figure ", "Fig. ", "Chart:", "Graphic:", "Infographic", "Caption:", "Carte du ", "Carte de", "Carte des", "Carte :", "Crédit photo", "Crédits photo", "Illustration:",
        "Légende :", "Video:", "Vidéo :", "Photograph by", "Photo credit", "Image source", "(Photo", "[Photo", "[Image", "(Image", "[File",
    ];

    /// <summary>The passages of the piece, with spans into the whole page.</summary>
    public static List<Passage> Read(string text, List<TextLine> lines, PagePiece piece)
    {
        List<Passage> passages = [];
        var (titleFirst, titleEnd) = (piece.TitleLines.Start.Value, piece.TitleLines.End.Value);
        var wrapped = IsWrapped(text, lines, piece);
        for (var k = piece.FirstLine; k < piece.EndLine; k++)
        {
            var line = lines[k];
            if (line.Kind is LineKind.Blank or LineKind.Rule)
                continue;
            if (k >= titleFirst && k < titleEnd)
            {
                passages.Add(new Passage(PagePiece.SpanOf(lines, titleFirst, titleEnd), PassageKind.Headline));
                k = titleEnd - 1;
                continue;
            }
            var beforeTitle = titleEnd > titleFirst && k < titleFirst;
            if (beforeTitle || line.Kind is LineKind.Footer or LineKind.Furniture || line.Kind == LineKind.Header && (k < piece.HeaderEnd || line.Header!.Strong))
            {
                passages.Add(new Passage(line.Span, PassageKind.Furniture));
                continue;
            }
            var end = k + 1;
            while (wrapped && end < piece.EndLine && lines[end].Kind == LineKind.Words && !IsListEntry(text, lines[end]))
                end++;
            var alone = end == k + 1;
            passages.Add(new Passage(PagePiece.SpanOf(lines, k, end), KindOf(text, lines, piece, k, alone)));
            k = end - 1;
        }
        return passages;
    }

    static PassageKind KindOf(string text, List<TextLine> lines, PagePiece piece, int k, bool alone)
    {
        var words = text.AsSpan(lines[k].Start, lines[k].Length);
        if (IsListEntry(text, lines[k]))
            return PassageKind.ListEntry;
        if (words[0] == '>')
            return PassageKind.Quotation;
        if (!alone)
            return PassageKind.Paragraph;
        if (IsCaption(words))
            return PassageKind.Caption;
        return HeadlineShape.MayBeHeading(words) && BetweenText(lines, piece, k) ? PassageKind.Heading : PassageKind.Paragraph;
    }

    static bool IsCaption(ReadOnlySpan<char> words)
    {
        if (words.Length > 400)
            return false;
        foreach (var start in CaptionStarts)
        {
            if (words.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (words[^1] != '.' || start is not ("Map of" or "Figure " or "Carte du " or "Carte de" or "Carte des")))
                return true;
        }
        return false;
    }

    // A heading has something under it that is longer than itself.
    static bool BetweenText(List<TextLine> lines, PagePiece piece, int k)
    {
        for (var next = k + 1; next < piece.EndLine; next++)
        {
            if (lines[next].Kind == LineKind.Words)
                return lines[next].Length > lines[k].Length;
            if (lines[next].Kind != LineKind.Blank)
                return false;
        }
        return false;
    }

    static bool IsListEntry(string text, TextLine line)
    {
        if (line.Length < 3)
            return false;
        var (first, second) = (text[line.Start], text[line.Start + 1]);
        return first is '•' or '▪' or '◦' or '‣' or '●' || first is '-' or '*' or '–' or '—' && second is ' ' or '\t'
            || line.Length <= 300 && HeadlineShape.NumberLength(text.AsSpan(line.Start, line.Length)) > 0;
    }

    // Hard-wrapped text: lines of like, moderate length that mostly break inside sentences.
    static bool IsWrapped(string text, List<TextLine> lines, PagePiece piece)
    {
        int pairs = 0, open = 0, longest = 0;
        for (var k = piece.FirstLine; k < piece.EndLine; k++)
        {
            if (lines[k].Kind != LineKind.Words)
                continue;
            longest = Math.Max(longest, lines[k].Length);
            if (k + 1 < piece.EndLine && lines[k + 1].Kind == LineKind.Words)
            {
                pairs++;
                open += text[lines[k].End - 1] is '.' or '!' or '?' or '”' or '"' or ':' ? 0 : 1;
            }
        }
        return pairs > 0 && longest <= 120 && open * 2 > pairs;
    }
}
