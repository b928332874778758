using System.Buffers;
using Dateline.Chronology;
using Dateline.Learning.Corpora;
using Dateline.Text;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores who says what, as PolNeAR has it (Newell, Margolin and Ruths 2018; partial match after Pareti 2015).
/// </summary>
/// <remarks>
/// <para>Each part of an attribution is a set of characters, white space left out. Two attributions may pair when the Jaccard
/// coefficient of their contents is at least one half; one to one, highest first. “Content”: the pairs; “content and source”:
/// those whose sources reach one half too, or are both absent; “source right”, “cue right”: shares of the pairs. “Direct” and “indirect” split
/// both sides by whether the content, or a character next to it, is a double quotation mark.</para>
/// <para>Not scored: gold without content, nesting, who the source is beyond its words.</para>
/// </remarks>
public static class AttributionScorer
{
    private const double Enough = 0.5;
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„‟«»");

    /// <summary>Compares the attributions of readings with those of the gold.</summary>
    /// <param name="gold">The documents.</param>
    /// <param name="readings">What was read, by the document's id; a document without reading has no attributions.</param>
    /// <param name="onlyDirect">Whether both sides are restricted to direct speech before they are paired.</param>
    public static ScoreSheet Score(IReadOnlyList<GoldAttributions> gold, IReadOnlyDictionary<string, Reading> readings, bool onlyDirect = false)
    {
        var sheet = new ScoreSheet();
        int pairCount = 0, sourcesRight = 0, cuesRight = 0;
        foreach (var document in gold)
        {
            var text = document.Article.Text;
            var wanted = document.Attributions.Select(marked => new Voice(text, marked.Source, marked.Cue, marked.Content)).Where(voice => voice.IsDirect || !onlyDirect).ToArray();
            var found = (readings.GetValueOrDefault(document.Article.Id)?.Attributions ?? [])
                .Select(read => new Voice(text, Pieces(read.Source), Pieces(read.Cue), read.Content)).Where(voice => voice.IsDirect || !onlyDirect).ToArray();
            var pairs = Matching.BestFirst(wanted.Length, found.Length, (g, f) => Likeness(wanted[g].Content, found[f].Content) is >= Enough and var value ? value : 0);
            var withSource = pairs.FindAll(pair => Likeness(wanted[pair.Gold].Source, found[pair.Found].Source) >= Enough);
            sheet.Tally("content").Add(pairs.Count, found.Length, wanted.Length);
            sheet.Tally("content and source").Add(withSource.Count, found.Length, wanted.Length);
            if (!onlyDirect)
            {
                AddClass("direct", true);
                AddClass("indirect", false);
            }

            pairCount += pairs.Count;
            sourcesRight += withSource.Count;
            cuesRight += pairs.Count(pair => Likeness(wanted[pair.Gold].Cue, found[pair.Found].Cue) >= Enough);
            NoteErrors(sheet, document, wanted, found, pairs, withSource);

            void AddClass(string name, bool isDirect)
            {
                var (inFound, inGold) = (found.Count(voice => voice.IsDirect == isDirect), wanted.Count(voice => voice.IsDirect == isDirect));
                foreach (var (measure, right) in new[] { ("content", pairs), ("content and source", withSource) })
                {
                    sheet.Tally($"{name}: {measure}").Add(
                        right.Count(pair => found[pair.Found].IsDirect == isDirect), inFound, inGold, right.Count(pair => wanted[pair.Gold].IsDirect == isDirect));
                }
            }
        }

        sheet.Share("source right, of content found", sourcesRight, pairCount);
        sheet.Share("cue right, of content found", cuesRight, pairCount);
        return sheet;
    }

    private static void NoteErrors(
        ScoreSheet sheet, GoldAttributions document, Voice[] wanted, Voice[] found, List<(int Gold, int Found)> pairs, List<(int Gold, int Found)> withSource)
    {
        var id = document.Article.Id;
        foreach (var (g, f) in pairs.Except(withSource)) sheet.Error(id, $"source: gold ‘{wanted[g].SourceWords}’, read ‘{found[f].SourceWords}’");
        foreach (var g in Enumerable.Range(0, wanted.Length).Except(pairs.Select(pair => pair.Gold))) sheet.Error(id, $"missed ‘{wanted[g].SourceWords}’: ‘{wanted[g].ContentWords}’");
        foreach (var f in Enumerable.Range(0, found.Length).Except(pairs.Select(pair => pair.Found))) sheet.Error(id, $"invented ‘{found[f].SourceWords}’: ‘{found[f].ContentWords}’");
    }

    private static TextSpan[] Pieces(TextSpan? span) => span is { } words ? [words] : [];

    /// <summary>Jaccard coefficient; two empty sets are equal.</summary>
    private static double Likeness(HashSet<int> left, HashSet<int> right)
    {
        if (left.Count == 0 && right.Count == 0) return 1;
        var shared = left.Count <= right.Count ? left.Count(right.Contains) : right.Count(left.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }

    /// <summary>An attribution as sets of the characters of its parts.</summary>
    private sealed class Voice
    {
        private readonly string _text;
        private readonly IReadOnlyList<TextSpan> _source;
        private readonly IReadOnlyList<TextSpan> _content;

        public Voice(string text, IReadOnlyList<TextSpan> source, IReadOnlyList<TextSpan> cue, IReadOnlyList<TextSpan> content)
        {
            (_text, _source, _content) = (text, source, content);
            (Source, Cue, Content) = (Characters(text, source), Characters(text, cue), Characters(text, content));
            IsDirect = content.Any(piece =>
                text.AsSpan()[Math.Max(0, piece.Start - 1)..Math.Min(text.Length, piece.End + 1)].ContainsAny(QuotationMarks));
        }

        public HashSet<int> Source { get; }

        public HashSet<int> Cue { get; }

        public HashSet<int> Content { get; }

        public bool IsDirect { get; }

        public string SourceWords => Words(_source);

        public string ContentWords => Words(_content);

        private string Words(IReadOnlyList<TextSpan> pieces)
        {
            var words = string.Join(" … ", pieces.Select(piece => piece.In(_text).ToString()));
            return words.Length == 0 ? "-" : words.Length > 90 ? words[..90] : words;
        }

        private static HashSet<int> Characters(string text, IReadOnlyList<TextSpan> pieces)
        {
            var characters = new HashSet<int>();
            foreach (var piece in pieces)
            {
                for (var i = piece.Start; i < piece.End; i++)
                {
                    if (!char.IsWhiteSpace(text[i])) characters.Add(i);
                }
            }

            return characters;
        }
    }
}
