using Dateline.Cli.Output;

namespace Dateline.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public void The_line_tells_count_rate_share_and_time_left() =>
        Assert.Equal("1,500 documents, 150/s, 25 %, 0:30 left", Progress.Line(1500, 25, 100, TimeSpan.FromSeconds(10), "documents"));

    [Fact]
    public void Without_a_known_size_no_share_is_made_up() =>
        Assert.Equal("10 documents, 10/s", Progress.Line(10, 5, 0, TimeSpan.FromSeconds(1), "documents"));
}
