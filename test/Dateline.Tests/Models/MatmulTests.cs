using System.Runtime.InteropServices;
using Dateline.Text.Models;

namespace Dateline.Tests.Models;

public sealed unsafe class MatmulTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 31, 5)]
    [InlineData(8, 32, 16)]
    [InlineData(13, 70, 33)]
    [InlineData(30, 64, 128)]
    public void The_fast_product_equals_the_plain_one(int m, int n, int k)
    {
        var random = new Random(m * 1000 + n);
        float* a = Filled(m * k, random), b = Filled(k * n, random), wanted = Filled(m * n, random), got = Copy(wanted, m * n);
        Matmul.MultiplyPlainly(a, k, b, n, m, n, k, wanted, n, accumulate: true);
        float* left = Room(Matmul.LeftLength(m, k)), right = Room(Matmul.RightLength(k, n));
        Matmul.PackLeft(a, k, m, k, left);
        Matmul.PackRight(b, n, k, n, right);
        Matmul.Multiply(left, right, m, n, k, got, n, accumulate: true);
        for (var i = 0; i < m * n; i++) Assert.Equal(wanted[i], got[i]);
    }

    [Fact]
    public void Factors_may_be_stored_transposed()
    {
        const int M = 11, N = 45, K = 19;
        var random = new Random(5);
        float* a = Filled(M * K, random), b = Filled(K * N, random), wanted = Room(M * N), got = Room(M * N);
        float* turnedA = Room(M * K), turnedB = Room(K * N);
        for (var i = 0; i < M; i++) for (var x = 0; x < K; x++) turnedA[x * M + i] = a[i * K + x];
        for (var x = 0; x < K; x++) for (var j = 0; j < N; j++) turnedB[j * K + x] = b[x * N + j];
        Matmul.MultiplyPlainly(a, K, b, N, M, N, K, wanted, N, accumulate: false);
        float* left = Room(Matmul.LeftLength(M, K)), right = Room(Matmul.RightLength(K, N));
        Matmul.PackLeftTransposed(turnedA, M, M, K, left);
        Matmul.PackRightTransposed(turnedB, K, K, N, right);
        Matmul.Multiply(left, right, M, N, K, got, N, accumulate: false);
        for (var i = 0; i < M * N; i++) Assert.Equal(wanted[i], got[i]);
    }

    [Fact]
    public void The_kernel_for_shorter_vectors_gives_the_same_bits()
    {
        const int K = 40;
        var random = new Random(9);
        float* a = Filled(2 * K, random), b = Filled(K * Matmul.PanelWidth, random);
        float* left = Room(Matmul.LeftLength(2, K)), fast = Room(2 * Matmul.PanelWidth), narrow = Room(2 * Matmul.PanelWidth), single = Room(Matmul.PanelWidth);
        Matmul.PackLeft(a, K, 2, K, left);
        Matmul.Multiply(left, b, 2, Matmul.PanelWidth, K, fast, Matmul.PanelWidth, accumulate: false);
        Matmul.TwoRowsOf256(left, b, K, narrow, Matmul.PanelWidth, accumulate: false);
        Matmul.OneRowOf256(left, b, K, single, accumulate: false);
        for (var i = 0; i < 2 * Matmul.PanelWidth; i++) Assert.Equal(fast[i], narrow[i]);
        for (var i = 0; i < Matmul.PanelWidth; i++) Assert.Equal(fast[i], single[i]);
    }

    // Tests are short-lived; their memory goes with the process.
    private static float* Room(int count) => (float*)NativeMemory.AllocZeroed((nuint)count, sizeof(float));

    private static float* Filled(int count, Random random)
    {
        var room = Room(count);
        for (var i = 0; i < count; i++) room[i] = random.NextSingle() - 0.5f;
        return room;
    }

    private static float* Copy(float* from, int count)
    {
        var room = Room(count);
        NativeMemory.Copy(from, room, (nuint)count * sizeof(float));
        return room;
    }
}
