using CsCheck;
using Dateline.Text.Models;
using Dateline.Text.Names;

namespace Dateline.Tests.Text.Names;

public sealed unsafe class LabelDecoderTests
{
    private static readonly string[] Labels = ["O", "B-person", "I-person", "B-place", "I-place"];

    [Fact]
    public void The_best_row_is_the_best_of_all_rows()
    {
        Gen.Select(Gen.Int[1, 5], Gen.Float[-3, 3].Array[25], Gen.Float[-3, 3].Array[25]).Sample((length, pairs, scores) =>
        {
            var decoder = new LabelDecoder(Labels, pairs);
            using var arena = new Arena();
            var found = new int[length];
            fixed (float* from = scores)
            fixed (int* to = found) decoder.Decode(from, length, to, arena);
            Assert.Equal(All(length).Max(row => Score(decoder, row, scores)), Score(decoder, found, scores), 1e-3);
        });
    }

    [Fact]
    public void The_inside_of_a_name_follows_only_its_own_kind()
    {
        var decoder = new LabelDecoder(Labels, new float[25]);
        Assert.True(decoder.MayFollow(1, 2));
        Assert.True(decoder.MayFollow(2, 2));
        Assert.False(decoder.MayFollow(0, 2));
        Assert.False(decoder.MayFollow(3, 2));
        Assert.True(decoder.MayFollow(2, 3));
    }

    [Fact]
    public void A_label_of_an_unknown_kind_is_refused() => Assert.Throws<InvalidDataException>(() => new LabelDecoder(["O", "B-dragon"], new float[4]));

    private static IEnumerable<int[]> All(int length)
    {
        if (length == 0) return [[]];
        return All(length - 1).SelectMany(row => Enumerable.Range(0, Labels.Length).Select(label => (int[])[.. row, label]));
    }

    private static double Score(LabelDecoder decoder, int[] row, float[] scores)
    {
        double sum = decoder.Pair(0, row[0]) + decoder.Pair(row[^1], 0);
        for (var t = 0; t < row.Length; t++) sum += scores[t * Labels.Length + row[t]] + (t > 0 ? decoder.Pair(row[t - 1], row[t]) : 0f);
        return sum;
    }
}
