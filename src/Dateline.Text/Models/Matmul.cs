using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Text.Models;

/// <summary>
/// Products of small dense matrices of single-precision numbers.
/// </summary>
/// <remarks>
/// Both factors are laid out beforehand: the right one in panels of <see cref="PanelWidth"/> columns, the left one in
/// blocks of <see cref="BlockHeight"/> rows, so that one kernel serves every mixture of transposed factors and reads
/// both of them front to back. Every element of the result is one chain of fused multiply-adds over k in ascending
/// order, whatever the vector width and however many rows there are: a row's result does not depend on its neighbours.
/// </remarks>
internal static unsafe class Matmul
{
    /// <summary>Columns of a panel: two vectors of 512 bits.</summary>
    internal const int PanelWidth = 32;

    /// <summary>Rows of a block.</summary>
    internal const int BlockHeight = 8;

    /// <summary>Numbers that a packed right factor of <paramref name="k"/> rows and <paramref name="n"/> columns takes.</summary>
    internal static int RightLength(int k, int n) => (n + PanelWidth - 1) / PanelWidth * PanelWidth * k;

    /// <summary>Numbers that a packed left factor of <paramref name="m"/> rows and <paramref name="k"/> columns takes.</summary>
    internal static int LeftLength(int m, int k) => (m + BlockHeight - 1) / BlockHeight * BlockHeight * k;

    /// <summary>Lays out a right factor that is stored row by row.</summary>
    internal static void PackRight(float* b, int stride, int k, int n, float* packed)
    {
        for (var column = 0; column < n; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, n - column);
            for (var row = 0; row < k; row++, packed += PanelWidth)
            {
                var from = b + (long)row * stride + column;
                if (width == PanelWidth)
                {
                    Vector256.Load(from).Store(packed);
                    Vector256.Load(from + 8).Store(packed + 8);
                    Vector256.Load(from + 16).Store(packed + 16);
                    Vector256.Load(from + 24).Store(packed + 24);
                }
                else
                {
                    for (var j = 0; j < width; j++) packed[j] = from[j];
                    for (var j = width; j < PanelWidth; j++) packed[j] = 0;
                }
            }
        }
    }

    /// <summary>Lays out the transpose of a matrix of <paramref name="n"/> rows and <paramref name="k"/> columns as right factor.</summary>
    internal static void PackRightTransposed(float* b, int stride, int k, int n, float* packed)
    {
        for (var column = 0; column < n; column += PanelWidth, packed += PanelWidth * k)
        {
            var width = Math.Min(PanelWidth, n - column);
            for (var j = 0; j < PanelWidth; j++)
            {
                var from = b + (long)(column + j) * stride;
                if (j < width)
                {
                    for (var row = 0; row < k; row++) packed[row * PanelWidth + j] = from[row];
                }
                else
                {
                    for (var row = 0; row < k; row++) packed[row * PanelWidth + j] = 0;
                }
            }
        }
    }

    /// <summary>Lays out a left factor that is stored row by row.</summary>
    internal static void PackLeft(float* a, int stride, int m, int k, float* packed)
    {
        for (var block = 0; block < m; block += BlockHeight, packed += BlockHeight * k)
        {
            var height = Math.Min(BlockHeight, m - block);
            for (var i = 0; i < height; i++)
            {
                var from = a + (long)(block + i) * stride;
                for (var column = 0; column < k; column++) packed[column * BlockHeight + i] = from[column];
            }

            for (var i = height; i < BlockHeight; i++)
            {
                for (var column = 0; column < k; column++) packed[column * BlockHeight + i] = 0;
            }
        }
    }

    /// <summary>Lays out the transpose of a matrix of <paramref name="k"/> rows and <paramref name="m"/> columns as left factor.</summary>
    internal static void PackLeftTransposed(float* a, int stride, int m, int k, float* packed)
    {
        for (var block = 0; block < m; block += BlockHeight)
        {
            var height = Math.Min(BlockHeight, m - block);
            for (var row = 0; row < k; row++, packed += BlockHeight)
            {
                var from = a + (long)row * stride + block;
                if (height == BlockHeight) Vector256.Load(from).Store(packed);
                else
                {
                    for (var i = 0; i < height; i++) packed[i] = from[i];
                    for (var i = height; i < BlockHeight; i++) packed[i] = 0;
                }
            }
        }
    }

    /// <summary>
    /// Result = left · right, or result += left · right: <paramref name="m"/> × <paramref name="n"/> over
    /// <paramref name="k"/>, rows of the result <paramref name="stride"/> apart.
    /// </summary>
    internal static void Multiply(float* left, float* right, int m, int n, int k, float* result, int stride, bool accumulate)
    {
        var tile = stackalloc float[BlockHeight * PanelWidth];
        for (var column = 0; column < n; column += PanelWidth, right += (long)PanelWidth * k)
        {
            var width = Math.Min(PanelWidth, n - column);
            var block = left;
            for (var row = 0; row < m; row += BlockHeight, block += (long)BlockHeight * k)
            {
                var height = Math.Min(BlockHeight, m - row);
                var target = result + (long)row * stride + column;
                if (width == PanelWidth)
                {
                    Tile(block, right, k, height, target, stride, accumulate);
                    continue;
                }

                if (accumulate)
                {
                    for (var i = 0; i < height; i++)
                    {
                        for (var j = 0; j < width; j++) tile[i * PanelWidth + j] = target[(long)i * stride + j];
                    }
                }

                Tile(block, right, k, height, tile, PanelWidth, accumulate);
                for (var i = 0; i < height; i++)
                {
                    for (var j = 0; j < width; j++) target[(long)i * stride + j] = tile[i * PanelWidth + j];
                }
            }
        }
    }

    /// <summary>The same product written plainly; the tests hold <see cref="Multiply"/> equal to it.</summary>
    internal static void MultiplyPlainly(float* a, int strideA, float* b, int strideB, int m, int n, int k, float* result, int stride, bool accumulate)
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = 0f;
                for (var x = 0; x < k; x++) sum = MathF.FusedMultiplyAdd(a[i * strideA + x], b[x * strideB + j], sum);
                result[i * stride + j] = accumulate ? result[i * stride + j] + sum : sum;
            }
        }
    }

    private static void Tile(float* a, float* b, int k, int height, float* c, int stride, bool accumulate)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            var row = 0;
            for (; row + 2 <= height; row += 2) TwoRowsOf256(a + row, b, k, c + (long)row * stride, stride, accumulate);
            if (row < height) OneRowOf256(a + row, b, k, c + (long)row * stride, accumulate);
            return;
        }

        if (height == 8)
        {
            EightRows(a, b, k, c, stride, accumulate);
            return;
        }

        if (height >= 4)
        {
            FourRows(a, b, k, c, stride, accumulate);
            a += 4;
            c += 4L * stride;
            height -= 4;
        }

        if (height >= 2)
        {
            TwoRows(a, b, k, c, stride, accumulate);
            a += 2;
            c += 2L * stride;
            height -= 2;
        }

        if (height == 1) OneRow(a, b, k, c, accumulate);
    }

    [SkipLocalsInit]
    private static void EightRows(float* a, float* b, int k, float* c, int stride, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a[6]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a[7]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
        }

        Put(c, c00, c01, accumulate);
        Put(c += stride, c10, c11, accumulate);
        Put(c += stride, c20, c21, accumulate);
        Put(c += stride, c30, c31, accumulate);
        Put(c += stride, c40, c41, accumulate);
        Put(c += stride, c50, c51, accumulate);
        Put(c += stride, c60, c61, accumulate);
        Put(c += stride, c70, c71, accumulate);
    }

    [SkipLocalsInit]
    private static void FourRows(float* a, float* b, int k, float* c, int stride, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
        }

        Put(c, c00, c01, accumulate);
        Put(c += stride, c10, c11, accumulate);
        Put(c += stride, c20, c21, accumulate);
        Put(c += stride, c30, c31, accumulate);
    }

    [SkipLocalsInit]
    private static void TwoRows(float* a, float* b, int k, float* c, int stride, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
        }

        Put(c, c00, c01, accumulate);
        Put(c + stride, c10, c11, accumulate);
    }

    private static void OneRow(float* a, float* b, int k, float* c, bool accumulate)
    {
        Vector512<float> c0 = default, c1 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var x = Vector512.Create(a[0]);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), c1);
        }

        Put(c, c0, c1, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, Vector512<float> low, Vector512<float> high, bool accumulate)
    {
        if (accumulate)
        {
            low += Vector512.Load(c);
            high += Vector512.Load(c + 16);
        }

        low.Store(c);
        high.Store(c + 16);
    }

    /// <summary>The kernel for processors without 512-bit vectors; internal so that tests can reach it on those that have them.</summary>
    internal static void TwoRowsOf256(float* a, float* b, int k, float* c, int stride, bool accumulate)
    {
        Vector256<float> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var x = Vector256.Create(a[0]);
            var y = Vector256.Create(a[1]);
            var v = Vector256.Load(b);
            c00 = Vector256.FusedMultiplyAdd(x, v, c00);
            c10 = Vector256.FusedMultiplyAdd(y, v, c10);
            v = Vector256.Load(b + 8);
            c01 = Vector256.FusedMultiplyAdd(x, v, c01);
            c11 = Vector256.FusedMultiplyAdd(y, v, c11);
            v = Vector256.Load(b + 16);
            c02 = Vector256.FusedMultiplyAdd(x, v, c02);
            c12 = Vector256.FusedMultiplyAdd(y, v, c12);
            v = Vector256.Load(b + 24);
            c03 = Vector256.FusedMultiplyAdd(x, v, c03);
            c13 = Vector256.FusedMultiplyAdd(y, v, c13);
        }

        PutOf256(c, c00, c01, c02, c03, accumulate);
        PutOf256(c + stride, c10, c11, c12, c13, accumulate);
    }

    /// <summary>As <see cref="TwoRowsOf256"/>, for an odd last row.</summary>
    internal static void OneRowOf256(float* a, float* b, int k, float* c, bool accumulate)
    {
        Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
        for (; k > 0; k--, a += BlockHeight, b += PanelWidth)
        {
            var x = Vector256.Create(a[0]);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 24), c3);
        }

        PutOf256(c, c0, c1, c2, c3, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutOf256(float* c, Vector256<float> c0, Vector256<float> c1, Vector256<float> c2, Vector256<float> c3, bool accumulate)
    {
        if (accumulate)
        {
            c0 += Vector256.Load(c);
            c1 += Vector256.Load(c + 8);
            c2 += Vector256.Load(c + 16);
            c3 += Vector256.Load(c + 24);
        }

        c0.Store(c);
        c1.Store(c + 8);
        c2.Store(c + 16);
        c3.Store(c + 24);
    }
}
