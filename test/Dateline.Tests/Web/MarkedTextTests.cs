using CsCheck;
using Dateline.Storage;
using Dateline.Text;
using Dateline.Text.Mentions;
using Dateline.Web.Wording;

namespace Dateline.Tests.Web;

public sealed class MarkedTextTests
{
    [Fact]
    public void Crossing_highlights_are_cut_where_they_begin_and_end()
    {
        var stretches = MarkedText.Cut(new TextSpan(0, 10), [Mark(2, 4), Mark(4, 5)]).ToList();

        Assert.Equal([new TextSpan(0, 2), new TextSpan(2, 2), new TextSpan(4, 2), new TextSpan(6, 3), new TextSpan(9, 1)], stretches.Select(stretch => stretch.Span));
        Assert.Equal([0, 1, 2, 1, 0], stretches.Select(stretch => stretch.Over.Count));
    }

    [Fact]
    public void The_stretches_are_the_text_and_each_is_under_what_covers_it() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12]).List[0, 20].Sample(spans =>
        {
            var within = new TextSpan(5, 20);
            var marks = spans.Select(span => Mark(span.Item1, span.Item2)).ToList();
            var at = within.Start;
            foreach (var stretch in MarkedText.Cut(within, marks))
            {
                Assert.Equal(at, stretch.Span.Start);
                Assert.Equal(marks.Count(mark => mark.Span.Overlaps(stretch.Span)), stretch.Over.Count);
                Assert.All(stretch.Over, mark => Assert.True(mark.Span.Contains(stretch.Span)));
                at = stretch.Span.End;
            }

            Assert.Equal(within.End, at);
        });

    private static Highlight Mark(int start, int length) => new(new TextSpan(start, length), HighlightKind.Mention, null, null, MentionKind.Other, 0);
}
