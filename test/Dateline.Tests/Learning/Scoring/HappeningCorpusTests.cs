using Dateline.Learning.Corpora;

namespace Dateline.Tests.Learning.Scoring;

public sealed class HappeningCorpusTests
{
    [Fact]
    public void Actions_of_validated_sentences_are_read_with_their_words_and_chains()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                {"id":"d1","topic":7,"validated_sentences":[1],"tokens":[[1,0,"Header"],[2,1,"Rebels"],[3,1,"seized"],[4,1,"Gao"],[5,1,","],[6,1,"a"],[7,1,"loss"],[8,1,"."]],"mentions":[{"m_id":"1","tag":"HUMAN_PART_ORG","t_ids":[2]},{"m_id":"2","tag":"ACTION_OCCURRENCE","t_ids":[3]},{"m_id":"3","tag":"NEG_ACTION_STATE","t_ids":[7]},{"m_id":"4","tag":"ACTION_OCCURRENCE","t_ids":[1]}],"chains":[{"kind":"CROSS_DOC_COREF","note":"X1","sources":["2"],"target":"9"}]}
                """);

            var document = Assert.Single(HappeningCorpus.Read(path));

            Assert.Equal("Header\nRebels seized Gao, a loss.", document.Article.Text);
            Assert.Equal(["seized", "loss"], document.Tellings.Select(telling => telling.Span.In(document.Article.Text).ToString()));
            Assert.Equal("X1", document.Tellings[0].Happening);
            Assert.NotEqual("X1", document.Tellings[1].Happening);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
