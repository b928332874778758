using System.Text;
using Dateline.Ingest;

namespace Dateline.Tests.Ingest;

public sealed class ProvenanceTests
{
    [Theory]
    [InlineData(null, "https://lantern.example/2025/oldford?from=feed")]
    [InlineData("https://lantern.example/2025/oldford", "https://lantern.example/2025/oldford")]
    [InlineData("/2025/oldford", "https://lantern.example/2025/oldford")]
    [InlineData("https://lantern.example/", "https://lantern.example/2025/oldford?from=feed")]
    [InlineData("javascript:alert(1)", "https://lantern.example/2025/oldford?from=feed")]
    public void An_article_has_the_address_that_its_page_names_unless_that_is_only_the_front(string? named, string expected) =>
        Assert.Equal(expected, new Provenance("https://lantern.example/2025/oldford?from=feed").AddressOf(named));

    [Theory]
    [InlineData("koi8-r", "koi8-r", "")]
    [InlineData("windows-1251", "windows-1251", "<meta charset=koi8-r>")]
    [InlineData("windows-1251", "utf-8", "<meta charset=windows-1251>")]
    [InlineData("utf-8", "koi8-r", "")]
    public void The_charset_of_the_head_goes_before_that_of_the_page_but_not_before_the_bytes(string bytes, string head, string page)
    {
        var html = $"<html><head>{page}</head><body><p>Паром снова ходит с понедельника.</p></body></html>";
        var encoded = bytes == "utf-8" ? Encoding.UTF8.GetBytes(html) : CodePagesEncodingProvider.Instance.GetEncoding(bytes)!.GetBytes(html);
        var article = Assert.Single(new ArticleReader().Read(new MemoryStream(encoded), "page", from: new Provenance("https://lantern.example/a", head))).Article!;
        Assert.Contains("Паром снова ходит", article.Text, StringComparison.Ordinal);
        Assert.Equal("https://lantern.example/a", article.Url);
    }
}
