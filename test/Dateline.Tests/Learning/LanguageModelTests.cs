using Dateline.Learning.Corpora;
using Dateline.Learning.Scoring;
using Dateline.Learning.Training;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Models;
using Dateline.Text.Tokens;

namespace Dateline.Tests.Learning;

public sealed class LanguageModelTests
{
    private static readonly byte[] Trained = Train();

    [Fact]
    public void What_was_learned_by_heart_is_read_back()
    {
        using var model = LanguageModel.Open(Trained);
        var score = ParseScore.Of(model, TinyModel.Sentences);
        Assert.Equal(12, score.Words);
        Assert.Equal((12, 12, 12, 12, 12), (score.Upos, score.Feats, score.Lemmas, score.Heads, score.Labelled));
    }

    [Fact]
    public void Reading_allocates_nothing_once_it_is_warm()
    {
        using var model = LanguageModel.Open(Trained);
        var document = ConlluDocument.Of(Enumerable.Repeat(TinyModel.Sentences, 40).SelectMany(all => all).ToArray(), "en");
        model.Read(document.Tokens);
        model.Read(document.Tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Read(document.Tokens);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_sentence_is_read_the_same_alone_and_in_company()
    {
        using var model = LanguageModel.Open(Trained);
        var sentences = TinyModel.Sentences;
        var together = ConlluDocument.Of(sentences, "en");
        model.Read(together.Tokens);
        var alone = ConlluDocument.Of([sentences[1]], "en");
        model.Read(alone.Tokens);
        var first = together.Tokens.Sentences[1].First;
        for (var i = 0; i < alone.Tokens.Count; i++)
        {
            Assert.Equal(alone.Tokens.Heads[i] < 0 ? -1 : alone.Tokens.Heads[i] + first, together.Tokens.Heads[first + i]);
            Assert.Equal(alone.Tokens.Lemmas[i], together.Tokens.Lemmas[first + i]);
        }
    }

    [Fact]
    public void A_sentence_without_end_is_one_tree_all_the_same()
    {
        using var model = LanguageModel.Open(Trained);
        var text = string.Join(' ', Enumerable.Repeat("stop", 5000));
        var spans = Enumerable.Range(0, 5000).Select(i => new TextSpan(5 * i, 4)).ToArray();
        var document = new Document(text) { Tokens = new TokenSequence(text, spans, null, [new Sentence(0, 5000, new TextSpan(0, text.Length))], []) };
        document.Mark(Layers.Tokens | Layers.Sentences);
        new LanguageModelAnnotator(model).Annotate(document);
        Assert.Equal(1, document.Tokens.Heads.Count(head => head < 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(300)]
    [InlineData(2000)]
    public void A_file_that_is_cut_off_is_refused(int length) => Assert.Throws<InvalidDataException>(() => LanguageModel.Open(Trained.AsMemory(0, length)));

    private static unsafe byte[] Train()
    {
        var (network, vocabulary, sentences) = TinyModel.Create();
        var worker = new Worker(network, 1) { Dropout = 0, WordDropout = 0 };
        for (var step = 0; step < 400; step++)
        {
            worker.Run(sentences, 12);
            network.Update([worker], 1e-2f, 5);
        }

        return ModelExport.Export(network, vocabulary, "en");
    }
}
