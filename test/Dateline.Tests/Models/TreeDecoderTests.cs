using Dateline.Text.Models;

namespace Dateline.Tests.Models;

public sealed unsafe class TreeDecoderTests
{
    [Fact]
    public void The_best_tree_with_one_root_is_found_as_by_trying_all()
    {
        var random = new Random(3);
        using var arena = new Arena();
        for (var round = 0; round < 300; round++)
        {
            arena.Reset();
            var n = 1 + round % 5;
            var scores = arena.Floats(n * (n + 1));
            for (var i = 0; i < n * (n + 1); i++) scores[i] = random.NextSingle() * 10;
            var heads = arena.Ints(n);
            TreeDecoder.Decode(scores, n, heads, arena);
            Assert.False(TreeDecoder.HasCycle(heads, n, arena.Ints(n)));
            Assert.Equal(1, new Span<int>(heads, n).Count(0));
            Assert.Equal(BestByTrying(scores, n, arena), Sum(scores, heads, n), 1e-3f);
        }
    }

    [Fact]
    public void Long_sentences_full_of_cycles_still_end_in_a_tree()
    {
        const int N = 200;
        using var arena = new Arena();
        var random = new Random(4);
        var scores = arena.Floats(N * (N + 1));
        // Neighbours love each other: every pair is a cycle.
        for (var i = 0; i < N; i++) for (var j = 0; j <= N; j++) scores[i * (N + 1) + j] = random.NextSingle() + (j == (i ^ 1) + 1 ? 50 : 0);
        var heads = arena.Ints(N);
        TreeDecoder.Decode(scores, N, heads, arena);
        Assert.False(TreeDecoder.HasCycle(heads, N, arena.Ints(N)));
        Assert.Equal(1, new Span<int>(heads, N).Count(0));
    }

    private static float BestByTrying(float* scores, int n, Arena arena)
    {
        var heads = arena.Ints(n);
        var mark = arena.Ints(n);
        var best = float.NegativeInfinity;
        var all = (int)Math.Pow(n + 1, n);
        for (var code = 0; code < all; code++)
        {
            var (rest, fits) = (code, true);
            for (var i = 0; i < n; i++, rest /= n + 1)
            {
                heads[i] = rest % (n + 1);
                fits &= heads[i] != i + 1;
            }

            if (fits && new Span<int>(heads, n).Count(0) == 1 && !TreeDecoder.HasCycle(heads, n, mark)) best = Math.Max(best, Sum(scores, heads, n));
        }

        return best;
    }

    private static float Sum(float* scores, int* heads, int n)
    {
        var sum = 0f;
        for (var i = 0; i < n; i++) sum += scores[i * (n + 1) + heads[i]];
        return sum;
    }
}
