using Dateline.Text.Syntax;

namespace Dateline.Text.Times;

/// <summary>Whether the words around a time tell of the past or of what is to come.</summary>
internal static class TimeTense
{
    // A verb further away than this many words belongs to another clause more often than not.
    private const int Reach = 12;

    /// <summary>-1 past, 1 future, 0 not plain.</summary>
    public static int Around(Document document, TimePieces p, int first, int end, bool french)
    {
        if (p.IsApostrophe(end) && p.Is(end + 1, "s")) return -1;
        if (french ? p.Is(first - 1, "jusqu", "avant") || p.Is(first - 2, "jusqu") : p.Is(first - 1, "until", "by") || (p.Is(first - 1, "as") && p.Is(first - 3, "as")) || (p.Is(first - 1, "as") && p.Is(first - 2, "early"))) return 1;
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            // “to testify on Tuesday”: an infinitive looks ahead.
            if (!french && i > 0 && first - i <= 4 && p.Is(i - 1, "to") && p.IsWord(i) && !p.IsCapital(i) && p.Word(i) is null && p[i].Length > 2) return 1;
            var tense = At(document, p, i, french);
            if (tense != 0) return tense;
        }

        for (var i = end; i < Math.Min(p.Count, end + Reach); i++)
        {
            var tense = At(document, p, i, french);
            if (tense != 0) return tense;
        }

        return 0;
    }

    private static int At(Document document, TimePieces p, int i, bool french)
    {
        ref readonly var piece = ref p[i];
        if (piece.Kind != PieceKind.Word) return 0;
        if (piece.Word is { } word)
        {
            if (word.Is(TimeRole.FutureCue)) return word.Key == "set" && p.IsMark(i + 1, '.') ? 0 : 1;
            if (word.Is(TimeRole.PastCue)) return -1;
        }

        if (document.Has(Layers.Tags))
        {
            var row = document.Tokens.FirstAtOrAfter(piece.Start);
            if (row >= document.Tokens.Count || document.Tokens.SpanOf(row).Start != piece.Start) return 0;
            if (document.Tokens.Upos[row] is not (UniversalPos.Verb or UniversalPos.Aux)) return 0;
            var features = document.Tokens.Morphology[row];
            if ((features & Morphology.Future) != Morphology.None) return 1;
            return (features & (Morphology.Past | Morphology.Imperfect)) != Morphology.None && (features & (Morphology.Finite | Morphology.Participle)) != Morphology.None ? -1 : 0;
        }

        var chars = p.Chars(i);
        if (french)
        {
            if (chars.Length > 4 && (chars.EndsWith("era") || chars.EndsWith("ira") || chars.EndsWith("dra") || chars.EndsWith("eront") || chars.EndsWith("iront") || chars.EndsWith("dront"))) return 1;
            return 0;
        }

        return chars.Length > 4 && char.IsLower(chars[0]) && chars.EndsWith("ed") ? -1 : 0;
    }
}
