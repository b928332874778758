using System.Runtime.Intrinsics;
using Dateline.Text.Models;

namespace Dateline.Tests.Models;

public sealed class CurvesTests
{
    [Fact]
    public void Curves_follow_the_runtime_s_own_to_seven_digits()
    {
        for (var x = -30f; x <= 30f; x += 0.0371f)
        {
            var v = Vector256.Create(x);
            Assert.True(Math.Abs(Curves.Exp(v)[0] / Math.Exp(x) - 1) < 3e-7, $"exp {x}");
            Assert.True(Math.Abs(Curves.Logistic(v)[3] - 1 / (1 + Math.Exp(-x))) < 3e-7, $"logistic {x}");
            Assert.True(Math.Abs(Curves.Tanh(v)[7] - Math.Tanh(x)) < 5e-7, $"tanh {x}");
        }
    }

    [Theory]
    [InlineData(float.MaxValue, 1f)]
    [InlineData(-1000f, 0f)]
    public void Numbers_out_of_all_bounds_end_at_the_curve_s_ends(float x, float logistic) =>
        Assert.Equal(logistic, Curves.Logistic(Vector256.Create(x))[0], 1e-6f);
}
