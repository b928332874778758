using System.Diagnostics;
using Dateline.Ingest.Feeds;

namespace Dateline.Tests.Ingest;

public sealed class LooseXmlTests
{
    static LooseElement Root(string xml, bool repaired)
    {
        var root = LooseXml.Read(xml, out var faults);
        Assert.Equal(repaired, faults);
        return root ?? throw new InvalidOperationException("no root");
    }

    [Fact]
    public void A_sound_document_is_read_without_a_repair()
    {
        var root = Root("""<?xml version="1.0"?><!-- c --><!DOCTYPE rss [<!ENTITY a "x">]><rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/"><a k='1 &amp; 2'/>t &lt;<d:creator>Bo</d:creator><![CDATA[<b>&amp;]]></rss>""", repaired: false);
        Assert.Equal(["a", "creator"], root.Elements.Select(static e => e.Name));
        Assert.Equal("1 & 2", root.Elements.First().Attribute("k"));
        Assert.True(root.Elements.Last().Is("dc", "creator"));
        Assert.Equal("t <Bo<b>&amp;", root.Text);
        Assert.True(root.Closed);
    }

    [Theory]
    [InlineData("junk <a>x</a>", "x")]
    [InlineData("<a>Fish & chips &eacute; &nosuch; &copy=1;</a>", "Fish & chips é &nosuch; &copy=1;")]
    [InlineData("<a>one\u0001two&#x3;</a>", "onetwo")]
    [InlineData("<a>1 < 2</a>", "1 < 2")]
    [InlineData("<a><b>x</a>", "x")]
    [InlineData("<a>x</b></a>", "x")]
    [InlineData("<a><b c=d e>x</b></a>", "x")]
    [InlineData("<a><![CDATA[x", "x")]
    [InlineData("<a>x", "x")]
    [InlineData("<a><b title=\"never closed>x</b></a>", "x")]
    public void A_broken_document_gives_what_can_be_had(string xml, string text) => Assert.Equal(text, Root(xml, repaired: true).Text);

    [Fact]
    public void An_element_that_the_end_of_the_file_cut_off_is_not_closed()
    {
        var root = Root("<a><b>1</b><b>2", repaired: true);
        Assert.Equal([true, false], root.Elements.Select(static e => e.Closed));
    }

    [Fact]
    public void Entities_of_a_document_type_are_never_expanded()
    {
        var root = LooseXml.Read("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY b "aaaaaaaaaa">]><a>&x;&b;</a>""", out _);
        Assert.Equal("&x;&b;", root?.Text);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<a")]
    [InlineData("</a>")]
    [InlineData("<a b='")]
    [InlineData("<![CDATA[")]
    [InlineData("<!--")]
    [InlineData("<!DOCTYPE a [")]
    [InlineData("&#60;")]
    [InlineData("<a xmlns:p='u'>")]
    [InlineData("<p:a></p:b>")]
    public void Anything_repeated_without_end_neither_crashes_nor_hangs(string part)
    {
        var watch = Stopwatch.StartNew();
        LooseXml.Read("<r>" + string.Concat(Enumerable.Repeat(part, 50_000)), out _);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for 50,000 of “{part}”");
    }
}
