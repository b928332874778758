using Dateline.Ingest;

namespace Dateline.Tests.Ingest;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Ferry <b>stays</b> in&nbsp;port", "Ferry stays in port")]
    [InlineData("&lt;i&gt;Ferry&lt;/i&gt; stays", "Ferry stays")]
    [InlineData("Ferry &amp;amp; port", "Ferry & port")]
    [InlineData("5 &lt; 8, a <BIGCO> deal", "5 < 8, a <BIGCO> deal")]
    [InlineData("One<br>two<p>three</p>", "One two three")]
    [InlineData("soft\u00ADhyphen \u200B and\n\t space ", "softhyphen and space")]
    [InlineData("<script>run()</script>Ferry<!-- x -->", "Ferry")]
    [InlineData("&copy=1 & more", "&copy=1 & more")]
    [InlineData("<img src='x'>", null)]
    [InlineData("  ", null)]
    public void Titles_become_plain_text(string markup, string? words) => Assert.Equal(words, PlainWords.Of(markup));

    [Theory]
    [InlineData("fr_ca", "fr-CA")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("english", null)]
    [InlineData("", null)]
    public void Languages_become_tags(string written, string? tag) => Assert.Equal(tag, LanguageTags.Normalize(written));
}
