using System.Text;
using System.Text.Json;
using Dateline.Chronology.Events;
using Dateline.Chronology.Export;
using Dateline.Learning.Scoring;
using Dateline.Text;
using Dateline.Text.Mentions;

namespace Dateline.Tests.Learning.Scoring;

public sealed class VerbatimCheckTests
{
    private const string Empty = "\"sentences\":[],\"entities\":[],\"mentions\":[],\"places\":[],\"times\":[],\"attributions\":[],\"events\":[],\"predictions\":[],\"diagnostics\":[]";

    [Fact]
    public void What_the_program_writes_passes()
    {
        var read = new HandReading("a", "🏴 Kiyu 🏴 met Sennen.").Entity("k", "Kiyu", MentionKind.Place).Name("Kiyu", MentionKind.Place).Time("met", null).Said("Kiyu", "met", "Sennen");
        read.Told("met", EventKind.Consult, "040", actors: [read.Party("Kiyu", entity: 0)]);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ReadingJson.Options)) ReadingJson.Write(writer, read.Finish());
        var check = new VerbatimCheck();
        check.Add(Encoding.UTF8.GetString(buffer.ToArray()), "x:1");
        Assert.Equal(0, check.Failures);
        Assert.Equal(1, check.ToSheet()["documents"].Value);
        Assert.True(check.ToSheet()["offsets checked"].Value >= 7);
    }

    [Theory]
    [InlineData("""{"id":"a","text":"🏴 Kiyu",EMPTY,"x":{"begin":2,"end":6,"text":"Kiyu"}}""", null)]
    [InlineData("""{"id":"a","text":"🏴 Kiyu",EMPTY,"x":{"begin":3,"end":7,"text":"Kiyu"}}""", "offsets outside the text")]
    [InlineData("""{"id":"a","text":"🏴 Kiyu",EMPTY,"x":{"begin":1,"end":6,"text":"Kiyu"}}""", "text differs")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"x":{"begin":3,"end":2}}""", "offsets outside the text")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"x":{"begin":"3"}}""", "offsets outside the text")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"x":[{"entity":"k"}]}""", "unknown entity")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"x":[{"attribution":0}]}""", "attribution index")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"tokens":[{"head":1}]}""", "head")]
    [InlineData("""{"id":"a","text":"Kiyu",EMPTY,"x":{"standing":"maybe"}}""", "value not in the contract")]
    [InlineData("""{"id":"a","text":"Kiyu"}""", "fields missing")]
    [InlineData("""{"id":"a","error":{"code":"DL1"}}""", "error without code or message")]
    [InlineData("""{"text":"Kiyu"}""", "no id")]
    [InlineData("""{"id":""", "not JSON")]
    [InlineData("""{"id":"page#2","error":{"code":"a","message":"b"}}""", "PAGE#n out of order")]
    public void Each_break_of_the_contract_has_its_name(string line, string? failure)
    {
        var check = new VerbatimCheck();
        check.Add(line.Replace("EMPTY", Empty, StringComparison.Ordinal), "x:1");
        var names = check.ToSheet().Lines.Where(entry => entry.Measure.StartsWith("  ", StringComparison.Ordinal)).Select(entry => entry.Measure.Trim());
        Assert.Equal(failure is null ? [] : [failure], names);
    }

    [Fact]
    public void Against_its_input_no_document_may_be_missing_changed_or_out_of_order()
    {
        var inputs = new[] { "a", "b", "c", "d" }.Select(id => new Article { Id = id, Text = id + "." }).ToArray();
        var check = new VerbatimCheck(inputs);
        foreach (var line in new[] { Line("b", "b."), Line("a", "a."), Line("c#1", "c"), Line("c#2", "."), Line("x", "x") }) check.Add(line, "x:1");
        Assert.Equal(
            ["document missing", "document not in the input", "out of order"],
            check.ToSheet().Lines.Where(entry => entry.Measure.StartsWith("  ", StringComparison.Ordinal)).Select(entry => entry.Measure.Trim()).Order());
        Assert.Contains("d: document missing", check.ToSheet().Errors);
        Assert.Equal(3, check.Failures);

        var changed = new VerbatimCheck(inputs[..1]);
        changed.Add(Line("a", "A."), "x:1");
        Assert.Equal(1, changed.ToSheet()["  text of the document changed"].Value);

        static string Line(string id, string text) => $$"""{"id":"{{id}}","text":"{{text}}",EMPTY}""".Replace("EMPTY", Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_lie_between_nought_and_one_and_ids_do_not_repeat()
    {
        var check = new VerbatimCheck();
        var line = """{"id":"a","text":"",EMPTY}""".Replace("EMPTY", Empty.Replace("\"events\":[]", "\"events\":[{\"score\":1.5}]", StringComparison.Ordinal), StringComparison.Ordinal);
        check.Add(line, "x:1");
        Assert.Equal(1, check.ToSheet()["  score outside 0-1"].Value);
        check.Add(line, "x:2");
        Assert.Equal(1, check.ToSheet()["  id repeated"].Value);
        Assert.Equal(3, check.Failures);
        check.Begin();
        check.Add(line, "y:1");
        Assert.Equal(1, check.ToSheet()["  id repeated"].Value);
    }
}
