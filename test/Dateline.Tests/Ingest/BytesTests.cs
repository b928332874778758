using System.IO.Compression;
using System.Text;
using CsCheck;
using Dateline.Ingest;
using Dateline.Text;

namespace Dateline.Tests.Ingest;

public sealed class BytesTests
{
    const string Words = "Le conseil s’est réuni à Gao, où la récolte a été bonne.";

    [Fact]
    public void Byte_order_marks_are_read_and_left_out()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Words)];
            Assert.Equal(Words, Assert.Single(IntakeCases.Results(bytes)).Article?.Text);
        }
    }

    [Fact]
    public void Utf16_is_read_without_a_mark()
    {
        Assert.Equal(Words, Assert.Single(IntakeCases.Results(Encoding.Unicode.GetBytes(Words))).Article?.Text);
        Assert.Equal(Words, Assert.Single(IntakeCases.Results(Encoding.BigEndianUnicode.GetBytes(Words))).Article?.Text);
    }

    [Fact]
    public void Windows_1252_is_read_with_a_note()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Words);
        var article = Assert.Single(IntakeCases.Results(bytes)).Article!;
        Assert.Equal(Words, article.Text);
        Assert.Equal("DL1005", Assert.Single(article.Diagnostics).Code);
    }

    [Fact]
    public void A_broken_byte_in_utf8_becomes_one_replacement_with_a_warning_that_counts_it()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Words), 0x20, 0xE9, 0x20, .. Encoding.UTF8.GetBytes(Words)];
        var article = Assert.Single(IntakeCases.Results(bytes)).Article!;
        Assert.Equal($"{Words} \uFFFD {Words}", article.Text);
        var diagnostic = Assert.Single(article.Diagnostics);
        Assert.Equal(("DL1004", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.StartsWith("1 byte sequence ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "DL1001")]
    [InlineData(" \n\n ", "DL1001")]
    [InlineData("words\0words", "DL1002")]
    [InlineData("%PDF-1.7 words", "DL1071")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005words", "DL1002")]
    public void What_is_no_text_is_a_failed_row(string input, string code)
    {
        var result = Assert.Single(IntakeCases.Results(input));
        Assert.False(result.Succeeded);
        Assert.Equal(code, result.Failure.Code);
        Assert.Contains("; ", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_over_the_limit_is_refused() =>
        Assert.Equal("DL1003", Assert.Single(IntakeCases.Results(new string('a', 2000), limits: new IntakeLimits { PageBytes = 1000 })).Failure?.Code);

    [Fact]
    public void Gzip_is_unpacked_and_a_broken_one_is_reported()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(k => $"Line {k * 7919 % 10007} of the text.\n"))));
        Assert.True(Assert.Single(IntakeCases.Results(packed.ToArray())).Succeeded);
        var broken = packed.ToArray();
        broken.AsSpan(broken.Length / 2, 64).Clear();
        Assert.Contains(IntakeCases.Results(broken), r => r.Failure?.Code is "DL1009" or "DL1002");
    }

    [Fact]
    public void Any_bytes_give_rows_and_no_exception() =>
        CsCheck.Check.Sample(CsCheck.Gen.Int[0, 255].Select(b => (byte)b).Array[1, 300], bytes => Assert.NotEmpty(IntakeCases.Results(bytes)), iter: 3000, seed: "0000KJ3lMJa8");
}
