using Dateline.Learning.Corpora;
using Dateline.Text;

namespace Dateline.Tests.Learning;

public sealed class ConlluTests
{
    [Fact]
    public void Multiword_tokens_and_empty_nodes_are_passed_through()
    {
        var sentence = TinyModel.Sentences[0];
        var document = ConlluDocument.Of([sentence], "en");
        var writer = new StringWriter { NewLine = "\n" };
        ConlluWriter.Write(writer, sentence, document.Tokens, 0);
        var lines = writer.ToString().Split('\n');
        Assert.Equal("# sent_id = own-1", lines[0]);
        Assert.StartsWith("3-4\tdon't\t", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("5.1\tthere\t", lines[8], StringComparison.Ordinal);
        Assert.Equal("5\tstop\t_\tX\t_\t_\t0\troot\t_\tSpaceAfter=No", lines[7]);
    }

    [Fact]
    public void The_text_of_a_document_is_that_of_the_tokens_and_words_of_one_token_share_its_span()
    {
        var document = ConlluDocument.Of(TinyModel.Sentences, "en");
        Assert.Equal("The convoys don't stop. Convoys stop Stop the convoys. ", document.Text);
        Assert.Equal(document.Tokens.SpanOf(2), document.Tokens.SpanOf(3));
        Assert.Equal("n't", document.Tokens.FormOf(3));
        Assert.Equal("stop", document.TextAt(document.Tokens.SpanOf(4)));
    }

    [Fact]
    public void Lines_that_are_no_words_are_reported_with_their_place()
    {
        var found = new List<Diagnostic>();
        var sentences = ConlluReader.Read(new StringReader("1\tStop\n7\tit\t_\nnonsense\n"), "own.conllu", found.Add).ToArray();
        Assert.Equal("Stop", Assert.Single(Assert.Single(sentences).Words).Form);
        Assert.Equal(["DL3102", "DL3101"], found.Select(diagnostic => diagnostic.Code));
        Assert.Equal("own.conllu:2", found[0].Place);
    }
}
