using Dateline.Text;

namespace Dateline.Storage;

/// <summary>Sees to it that every word of a text stands in a passage, so that every word can be found.</summary>
internal static class WholePassages
{
    public static IReadOnlyList<Passage> Of(string text, IReadOnlyList<Passage> passages)
    {
        var whole = new List<Passage>(passages.Count + 1);
        var reached = 0;
        foreach (var passage in passages.OrderBy(passage => passage.Span))
        {
            AddGap(passage.Span.Start);
            whole.Add(passage);
            reached = Math.Max(reached, passage.Span.End);
        }

        AddGap(text.Length);
        return whole;

        void AddGap(int end)
        {
            if (end <= reached || text.AsSpan(reached, end - reached).IsWhiteSpace()) return;
            whole.Add(new Passage(TextSpan.FromBounds(reached, end), PassageKind.Paragraph));
        }
    }
}
