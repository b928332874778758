using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Text.Models;

/// <summary>
/// The curves of a recurrent network over vectors: exponential, logistic function, hyperbolic tangent.
/// </summary>
/// <remarks>
/// The exponential splits x·log₂e into a whole and a fraction in [−½, ½] and takes a polynomial of degree six for the
/// fraction (Cephes, expf); its relative error stays below 2·10⁻⁷. Training and reading use the same code, so that a
/// model is read exactly as it was trained.
/// </remarks>
internal static unsafe class Curves
{
    private const float Highest = 88f;

    /// <summary>e to the power of each element; elements beyond ±88 are taken as ±88.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-Highest)), Vector256.Create(Highest));
        var whole = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        var rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-0.693359375f), x);
        rest = Vector256.FusedMultiplyAdd(whole, Vector256.Create(2.12194440e-4f), rest);
        var p = Vector256.Create(1.9875691500e-4f);
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(1.3981999507e-3f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(8.3334519073e-3f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(4.1665795894e-2f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(1.6666665459e-1f));
        p = Vector256.FusedMultiplyAdd(p, rest, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, rest * rest, rest + Vector256<float>.One);
        var scale = Vector256.ShiftLeft(Vector256.ConvertToInt32(whole) + Vector256.Create(127), 23).AsSingle();
        return p * scale;
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Logistic(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>Hyperbolic tangent, as 2·logistic(2x) − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Tanh(Vector256<float> x) =>
        Vector256.FusedMultiplyAdd(Vector256.Create(2f), Logistic(x + x), Vector256.Create(-1f));

    /// <summary>
    /// One step of a long short-term memory cell for one row (Hochreiter &amp; Schmidhuber 1997, with forget gates):
    /// <paramref name="gates"/> holds the four blocks input, forget, output, candidate before their curves and after.
    /// </summary>
    /// <param name="gates">4·<paramref name="width"/> numbers, replaced by the gates' values.</param>
    /// <param name="before">The cell's state before, or null for zero.</param>
    /// <param name="state">The cell's state after.</param>
    /// <param name="squashed">Its hyperbolic tangent; null where nobody needs it.</param>
    /// <param name="output">What the cell gives.</param>
    /// <param name="width">Cells; a multiple of 8.</param>
    internal static void Cell(float* gates, float* before, float* state, float* squashed, float* output, int width)
    {
        for (var j = 0; j < width; j += 8)
        {
            var input = Logistic(Vector256.Load(gates + j));
            var forget = Logistic(Vector256.Load(gates + width + j));
            var open = Logistic(Vector256.Load(gates + 2 * width + j));
            var candidate = Tanh(Vector256.Load(gates + 3 * width + j));
            var c = input * candidate;
            if (before != null) c = Vector256.FusedMultiplyAdd(forget, Vector256.Load(before + j), c);
            var t = Tanh(c);
            c.Store(state + j);
            (open * t).Store(output + j);
            if (squashed == null) continue;
            t.Store(squashed + j);
            input.Store(gates + j);
            forget.Store(gates + width + j);
            open.Store(gates + 2 * width + j);
            candidate.Store(gates + 3 * width + j);
        }
    }

    /// <summary>Replaces <paramref name="scores"/> by probabilities and returns the logarithm of the sum of their exponentials.</summary>
    internal static float Softmax(float* scores, int count)
    {
        var highest = scores[0];
        for (var i = 1; i < count; i++) highest = MathF.Max(highest, scores[i]);
        var top = Vector256.Create(highest);
        var sums = Vector256<float>.Zero;
        var j = 0;
        for (; j + 8 <= count; j += 8)
        {
            var e = Exp(Vector256.Load(scores + j) - top);
            e.Store(scores + j);
            sums += e;
        }

        var sum = Vector256.Sum(sums);
        for (; j < count; j++) sum += scores[j] = MathF.Exp(scores[j] - highest);
        var inverse = 1 / sum;
        for (j = 0; j < count; j++) scores[j] *= inverse;
        return highest + MathF.Log(sum);
    }

    /// <summary>Index of the largest of <paramref name="scores"/>; the first of equals.</summary>
    internal static int Largest(float* scores, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
