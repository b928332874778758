using CsCheck;
using Dateline.Text;

namespace Dateline.Tests.Text;

public sealed class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000], (start, length) => new TextSpan(start, length));

    [Fact]
    public void The_end_is_the_first_position_after_the_span() => Assert.Equal(7, new TextSpan(3, 4).End);

    [Fact]
    public void Neighbours_share_a_border_and_do_not_overlap() => Assert.False(new TextSpan(0, 3).Overlaps(new TextSpan(3, 3)));

    [Fact]
    public void An_end_before_the_start_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => TextSpan.FromBounds(4, 3));

    [Fact]
    public void Two_spans_overlap_exactly_when_some_position_lies_in_both() =>
        Gen.Select(Spans, Spans).Sample((first, second) =>
            first.Overlaps(second) == Enumerable.Range(first.Start, first.Length).Any(second.Contains));

    [Fact]
    public void A_union_contains_both() =>
        Gen.Select(Spans, Spans).Sample((first, second) =>
            TextSpan.Union(first, second) is var union && union.Contains(first) && union.Contains(second));

    [Fact]
    public void Order_is_total_and_agrees_with_equality() =>
        Gen.Select(Spans, Spans).Sample((first, second) =>
            Math.Sign(first.CompareTo(second)) == -Math.Sign(second.CompareTo(first)) && (first.CompareTo(second) == 0) == (first == second));
}
