using Dateline.Learning.Training;

namespace Dateline.Tests.Learning;

public sealed unsafe class WorkerTests
{
    [Fact]
    public void Gradients_of_all_parameters_agree_with_differences_of_the_loss()
    {
        var (network, _, sentences) = TinyModel.Create();
        var worker = new Worker(network, 1) { Dropout = 0, WordDropout = 0 };
        worker.Run(sentences, 1);
        var gradient = new Span<float>(worker.Gradient, network.Count).ToArray();
        foreach (var parameter in network.Parameters)
        {
            for (var i = 0; i < parameter.Length; i += Math.Max(1, parameter.Length / 12))
                Check(worker, network, sentences, network.At(parameter) + i, gradient[parameter.Offset + i], $"{parameter.Name}[{i}]");
        }
    }

    [Fact]
    public void Gradients_of_the_tables_agree_with_differences_of_the_loss()
    {
        var (network, _, sentences) = TinyModel.Create();
        var worker = new Worker(network, 1) { Dropout = 0, WordDropout = 0 };
        worker.Run(sentences, 1);
        for (var t = 0; t < 3; t++)
        {
            var table = network.Tables[t];
            var touched = worker.Tables[t].Touched.Take(4).Select(row => (row, gradient: new Span<float>(worker.Tables[t].Row(row), table.Width).ToArray())).ToArray();
            Assert.NotEmpty(touched);
            foreach (var (row, gradient) in touched)
            {
                for (var i = 0; i < table.Width; i += 3) Check(worker, network, sentences, table.Values + row * table.Width + i, gradient[i], $"{table.Name}[{row},{i}]");
            }
        }
    }

    [Fact]
    public void Two_workers_move_the_network_as_one_does()
    {
        var one = Trained(1);
        var two = Trained(2);
        for (var i = 0; i < one.Length; i++) Assert.Equal(one[i], two[i], 2e-3f);
    }

    private static float[] Trained(int workers)
    {
        var (network, _, sentences) = TinyModel.Create();
        var all = Enumerable.Range(0, workers).Select(w => new Worker(network, w) { Dropout = 0, WordDropout = 0 }).ToArray();
        for (var step = 0; step < 3; step++)
        {
            for (var w = 0; w < workers; w++) all[w].Run(sentences.Where((_, i) => i % workers == w).ToArray(), 12);
            network.Update(all, 1e-3f, 5);
        }

        return new Span<float>(network.Values, network.Count).ToArray();
    }

    private static void Check(Worker worker, Network network, TrainingSentence[] sentences, float* at, float gradient, string what)
    {
        // A rectifier that turns between two points spoils one difference; a wrong gradient agrees with none.
        var (agrees, wanted, kept) = (false, 0d, *at);
        foreach (var step in (ReadOnlySpan<float>)[4e-3f, 1e-3f, 1.2e-2f])
        {
            *at = kept + step;
            var above = Loss(worker, network, sentences);
            *at = kept - step;
            var below = Loss(worker, network, sentences);
            *at = kept;
            wanted = (above - below) / (2 * step);
            agrees |= Math.Abs(wanted - gradient) < 0.01 + 0.03 * Math.Abs(wanted);
        }

        Assert.True(agrees, $"{what}: {gradient} against {wanted}");
    }

    private static double Loss(Worker worker, Network network, TrainingSentence[] sentences)
    {
        network.Pack();
        worker.Clear();
        worker.Run(sentences, 1);
        return worker.Loss;
    }
}
