using Dateline.Text;

namespace Dateline.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void End_is_the_first_position_after_the_span() => Assert.Equal(7, new TextSpan(3, 4).End);
}
