using Dateline.Learning.Training;

namespace Dateline.Tests.Learning;

public sealed class TrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_plan_gives_the_same_weights() => Assert.Equal(Train("one", 0.9f, null), Train("two", 0.9f, null));

    [Fact]
    public void A_run_that_begins_with_another_model_ends_elsewhere()
    {
        var alone = Train("start", 0, null);
        Assert.NotEqual(alone, Train("next", 0, Path.Combine(_folder, "start.weights")));
    }

    [Fact]
    public void A_run_that_is_over_writes_the_same_weights_from_its_state()
    {
        var checkpoint = Path.Combine(_folder, "state");
        var ended = Train("ended", 0.9f, null, epochs: 3, checkpoint);
        Assert.Equal(ended, Train("again", 0.9f, null, epochs: 3, checkpoint));
    }

    private byte[] Train(string name, float kept, string? start, int epochs = 2, string? checkpoint = null)
    {
        var treebank = Path.Combine(_folder, "own.conllu");
        File.WriteAllText(treebank, TinyModel.Treebank + TinyModel.Treebank);
        var output = Path.Combine(_folder, name + ".weights");
        var plan = new TrainingPlan
        {
            Language = "en",
            Treebanks = [treebank],
            Output = output,
            Epochs = epochs,
            Hidden = 8,
            Layers = 1,
            Threads = 2,
            BatchWords = 6,
            Kept = kept,
            Start = start,
            Checkpoint = checkpoint,
        };
        Trainer.Run(plan, _ => { });
        return File.ReadAllBytes(output);
    }
}
