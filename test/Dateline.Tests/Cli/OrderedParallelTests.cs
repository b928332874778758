using Dateline.Cli.Pipeline;

namespace Dateline.Tests.Cli;

public sealed class OrderedParallelTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_input()
    {
        // Early inputs take longest, so that a race would show.
        var results = OrderedParallel.Map(Enumerable.Range(0, 60), 4, number =>
        {
            new SpinWait().SpinOnce();
            for (var i = 0; i < (60 - number) * 1000; i++) Thread.SpinWait(10);
            return number;
        });

        Assert.Equal(Enumerable.Range(0, 60), results);
    }

    [Fact]
    public void The_input_is_not_read_far_ahead()
    {
        var taken = 0;
        var inputs = Enumerable.Range(0, 10_000).Select(number => taken = number);

        _ = OrderedParallel.Map(inputs, 2, number => number).First();

        Assert.True(taken < 100, $"{taken} inputs were taken for one result");
    }

    [Fact]
    public void An_exception_comes_out_at_its_place()
    {
        var results = OrderedParallel.Map(new[] { 1, 0, 2 }, 2, number => 10 / number).GetEnumerator();

        Assert.True(results.MoveNext());
        Assert.Throws<DivideByZeroException>(() => results.MoveNext());
    }
}
