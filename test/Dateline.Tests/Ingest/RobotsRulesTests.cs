using System.Text.Json;
using Dateline.Ingest.Fetching;

namespace Dateline.Tests.Ingest;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "https://lantern.example/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private\nAllow: /private/open", "https://lantern.example/private/open/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /drafts", "https://lantern.example/news", true)]
    [InlineData("user-agent dateline\ndisalow /drafts", "https://lantern.example/drafts/1", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "https://lantern.example/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "https://lantern.example/a.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /é", "https://lantern.example/%C3%A9t%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow:", "https://lantern.example/", true)]
    [InlineData("", "https://lantern.example/", true)]
    public void The_longest_rule_of_the_crawlers_own_group_decides(string robots, string url, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Read(robots, "Dateline").Allows(url));

    [Fact]
    public void A_pattern_full_of_stars_takes_no_more_than_a_walk()
    {
        var rules = RobotsRules.Read($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 2000))}b", "Dateline");
        Assert.True(rules.Allows("https://lantern.example/" + new string('a', 5000)));
    }

    [Fact]
    public void Every_case_of_the_open_reference_parser_comes_out_as_there()
    {
        var folder = Environment.GetEnvironmentVariable("DATELINE_DATA") ?? Path.Combine(AppContext.BaseDirectory, "../../../../../shared/data");
        var path = Path.Combine(folder, "intake-robotstxt", "gold.jsonl");
        Assert.SkipUnless(File.Exists(path), "The corpora are not beside the checkout; set DATELINE_DATA to their folder.");
        foreach (var line in File.ReadLines(path))
        {
            var row = JsonDocument.Parse(line).RootElement;
            string Text(string name) => row.GetProperty(name).GetString()!;
            Assert.True(RobotsRules.Read(Text("robots"), Text("agent")).Allows(Text("url")) == row.GetProperty("allowed").GetBoolean(), line);
        }
    }
}
