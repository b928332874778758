using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Ingest.Bytes;
using Dateline.Ingest.Feeds;

namespace Dateline.Tests.Ingest;

/// <summary>The cases of two open feed parsers, as far as they concern what an article or a watched feed takes from a feed.</summary>
/// <remarks>Left out: enclosures, pictures, comments' addresses, rights, generator, contributors, cloud, text input, ratings, raw extensions.</remarks>
public sealed class FeedSuiteTests
{
    const string NoTitle = "a title is never made from the text or the address: a missing one stays empty";
    const string NoAddress = "an entry's or feed's own address is not made up from another one";

    static readonly Dictionary<string, string> GofeedDifferences = new(StringComparer.Ordinal)
    {
        ["author_uri.xml authors"] = "a person with an address of the web and no name is left out of a byline",
        ["author_url.xml authors"] = "as above, by the older element",
        ["author_uri.xml[0] authors"] = "as above, of an entry",
        ["author_url.xml[0] authors"] = "as above, of an entry",
        ["dublincore_item_multiple_values.xml[0] authors"] = "two creators are two authors, not one",
        ["entry_id_xml_base.xml[0] id"] = "an id is a name, compared as it was written, and never resolved",
        ["issue_275_extensions_and_source.xml[1] value"] = "content of a type that is no text is not decoded",
        ["links.xml link"] = "of several links the first that is the format's own is the address, not the last",
        ["links.xml[0] link"] = "as above, of an entry",
        ["_full.json updatedParsed"] = "a JSON feed has no date of its own, and the newest entry's is not taken for it",
        ["_full.json publishedParsed"] = "as above",
        ["feed_image_-_rss_channel_description.xml description"] = "a description that is one picture has no words",
    };

    static readonly Dictionary<string, string> MinifluxDifferences = new(StringComparer.Ordinal)
    {
        ["atom/TestParseAtom03WithoutFeedTitle.xml feed.Title"] = NoTitle,
        ["atom/TestParseAtom03WithoutEntryTitleButWithLink.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseAtom03WithoutEntryTitleButWithSummary.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseAtom03WithoutEntryTitleButWithXMLContent.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseFeedWithoutTitle.xml feed.Title"] = NoTitle,
        ["atom/TestParseEntryWithoutTitleButWithURL.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseEntryWithoutTitleButWithSummary.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseEntryWithoutTitleButWithXHTMLContent.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseEntryWithEmptyXHTMLTitle.xml feed.Entries[0].Title"] = NoTitle,
        ["json/TestParseJsonFeedVersion1.json feed.Entries[0].Title"] = NoTitle,
        ["json/TestParseJsonFeedVersion1.json feed.Entries[1].Title"] = NoTitle,
        ["json/TestParseFeedWithoutTitle.json feed.Title"] = NoTitle,
        ["json/TestParseItemWithMissingTitleUsesSummaryFallback.json feed.Entries[0].Title"] = NoTitle,
        ["json/TestParseItemWithMissingTitleUsesContentTextFallback.json feed.Entries[0].Title"] = NoTitle,
        ["json/TestParseItemWithMissingTitleUsesHTMLFallback.json feed.Entries[0].Title"] = NoTitle,
        ["json/TestParseItemWithMissingTitleUsesURLFallback.json feed.Entries[0].Title"] = NoTitle,
        ["rdf/TestParseRDFFeedWithEmptyTitle.xml feed.Title"] = NoTitle,
        ["rss/TestParseFeedWithoutTitle.xml feed.Title"] = NoTitle,
        ["rss/TestParseEntryWithoutTitleAndDescription.xml feed.Entries[0].Title"] = NoTitle,
        ["rss/TestParseEntryWithoutTitleButWithDescription.xml feed.Entries[0].Title"] = NoTitle,
        ["rss/TestParseEntryWithRelativeURL.xml feed.Entries[0].Title"] = NoTitle,
        ["atom/TestParseAtom03WithoutSiteURL.xml feed.SiteURL"] = NoAddress,
        ["atom/TestParseEntryWithIDAsURL.xml feed.Entries[1].URL"] = NoAddress,
        ["json/TestParseFeedWithoutHomePage.json feed.SiteURL"] = NoAddress,
        ["json/TestParseFeedWithoutFeedURL.json feed.SiteURL"] = NoAddress,
        ["rdf/TestParseRDFFeedWithEmptyLink.xml feed.SiteURL"] = NoAddress,
        ["rss/TestParseEntryWithoutLink.xml feed.Entries[0].URL"] = NoAddress,
        ["rss/TestParseEntryWithoutLinkAndWithEnclosureURLs.xml feed.Entries[0].URL"] = NoAddress,
        ["rdf/TestParseItemWithoutLink.xml feed.Entries[0].URL"] = "rdf:about is the entry's address, as RSS 1.0 has it",
        ["rdf/TestParseItemWithoutLink.xml feed.Entries[0].Hash"] = "as above",
        ["rdf/TestParseRDFSampleWithDublinCore.xml feed.Entries[0].Author"] = "a mail address is kept apart from the name",
        ["rdf/TestParseItemWithOnlyFeedAuthor.xml feed.Entries[0].Author"] = "as above",
        ["rss/TestParseEntryWithoutLinkAndWithoutGUID.xml feed.Entries[0].Hash"] = "an entry without id and address is told apart by its text in the store, not by the reader",
        ["rss/TestParseEntryWithoutLinkAndWithoutGUID.xml feed.Entries[1].Hash"] = "as above",
        ["rss/TestParseEntriesWithDuplicateGUIDAndNoLink.xml feed.Entries[1].Hash"] = "as above, where two entries share an id",
    };

    [Fact]
    public void The_cases_of_gofeed_hold()
    {
        var folder = Path.Combine(Corpora.Folder("intake-gofeed-tests"), "testdata");
        var tally = new SuiteTally(GofeedDifferences);
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var expected = path.EndsWith(".xml", StringComparison.Ordinal) ? Path.ChangeExtension(path, ".json") : path.Replace(".json", "_expected.json", StringComparison.Ordinal);
            if (path == expected || !File.Exists(expected))
                continue;
            var place = Path.GetRelativePath(folder, path);
            using var json = JsonDocument.Parse(File.ReadAllText(expected));
            var gold = json.RootElement;
            if (Parse(path, null) is not { } feed)
            {
                tally.Check(place, "parses", true, false);
                continue;
            }
            CheckFeed(tally, place, gold, feed);
            var items = Array(gold, "items", "entries");
            if (items.Count > 0)
                tally.Check(place, "entries", items.Count, feed.Entries.Count);
            for (var k = 0; k < Math.Min(items.Count, feed.Entries.Count); k++)
                CheckEntry(tally, $"{place}[{k}]", items[k], feed.Entries[k]);
        }
        tally.AssertShare(0.95);
    }

    static void CheckFeed(SuiteTally tally, string place, JsonElement gold, Feed feed)
    {
        CheckText(tally, place, gold, "title", feed.Title);
        CheckText(tally, place, gold, "description", feed.Description);
        CheckText(tally, place, gold, "subtitle", feed.Description);
        CheckText(tally, place, gold, "language", feed.Language?.ToLowerInvariant());
        CheckText(tally, place, gold, "link", feed.SiteUrl);
        CheckText(tally, place, gold, "home_page_url", feed.SiteUrl);
        CheckText(tally, place, gold, "feedLink", feed.SelfUrl);
        CheckText(tally, place, gold, "feed_url", feed.SelfUrl);
        CheckText(tally, place, gold, "version", feed.Version);
        CheckText(tally, place, gold, "feedVersion", feed.Version);
        CheckText(tally, place, gold, "ttl", feed.WaitMinutes?.ToString(CultureInfo.InvariantCulture));
        CheckText(tally, place, gold, "feedType", feed.Kind.ToString().ToLowerInvariant());
        CheckDate(tally, place, gold, "updatedParsed", [feed.Updated]);
        CheckDate(tally, place, gold, "lastBuildDateParsed", [feed.Updated]);
        CheckDate(tally, place, gold, "publishedParsed", [feed.Published]);
        CheckDate(tally, place, gold, "pubDateParsed", [feed.Published]);
        CheckLinks(tally, place, gold, feed.SiteUrl, feed.SelfUrl);
        CheckPeople(tally, place, gold, feed.Authors);
        CheckPerson(tally, place, gold, "managingEditor", feed.Authors);
        CheckPerson(tally, place, gold, "webMaster", feed.Authors);
        CheckTags(tally, place, gold, feed.Tags);
    }

    static void CheckEntry(SuiteTally tally, string place, JsonElement gold, FeedEntry entry)
    {
        CheckText(tally, place, gold, "title", entry.Title);
        CheckText(tally, place, gold, "description", entry.Summary);
        CheckText(tally, place, gold, "summary", entry.Summary);
        CheckText(tally, place, gold, "content", entry.Content);
        CheckText(tally, place, gold, "content_html", entry.Content);
        CheckText(tally, place, gold, "link", entry.Url);
        CheckText(tally, place, gold, "url", entry.Url);
        CheckText(tally, place, gold, "id", entry.Id);
        CheckText(tally, place, gold, "guid", entry.Id);
        if (gold.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object)
            CheckText(tally, place, content, "value", entry.Content);
        if (gold.TryGetProperty("guid", out var guid) && guid.ValueKind == JsonValueKind.Object)
            CheckText(tally, place, guid, "value", entry.Id);
        if (gold.TryGetProperty("source", out var source))
            CheckText(tally, place, source, "title", entry.Origin);
        var dates = entry.Dates.Select(static d => d.Value).ToList<string?>();
        CheckDate(tally, place, gold, "publishedParsed", dates.Take(1));
        CheckDate(tally, place, gold, "pubDateParsed", dates.Take(1));
        CheckDate(tally, place, gold, "date_published", dates.Take(1));
        CheckDate(tally, place, gold, "updatedParsed", dates);
        CheckLinks(tally, place, gold, entry.Url, null);
        CheckPeople(tally, place, gold, entry.Authors);
        CheckPerson(tally, place, gold, "author", entry.Authors);
        CheckTags(tally, place, gold, entry.Tags);
    }

    static void CheckText(SuiteTally tally, string place, JsonElement gold, string name, string? read)
    {
        if (gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            tally.Check(place, name, value.GetString(), read);
    }

    static void CheckDate(SuiteTally tally, string place, JsonElement gold, string name, IEnumerable<string?> read)
    {
        if (!gold.TryGetProperty(name, out var value))
            return;
        var moment = DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture);
        var moments = read.Select(static d => DateTimeOffset.TryParse(d, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var m) ? m : default).ToList();
        tally.Check(place, name, true, moments.Exists(m => Math.Abs((m - moment).TotalSeconds) < 1));
    }

    // Several alternates: the first or any is right, since one article has one address.
    static void CheckLinks(SuiteTally tally, string place, JsonElement gold, string? site, string? self)
    {
        foreach (var rel in (string[])["alternate", "self"])
        {
            var links = Array(gold, "links").Where(static l => l.ValueKind == JsonValueKind.Object && l.TryGetProperty("href", out _))
                .Where(l => l.TryGetProperty("rel", out var r) && r.GetString() == rel).Select(static l => l.GetProperty("href").GetString()).ToList();
            var read = rel == "self" ? self : site;
            if (links.Count > 0 && (rel != "self" || self is not null))
                tally.Check(place, $"link {rel}", links.Contains(read) ? read : links[0], read);
        }
        var plain = Array(gold, "links").Where(static l => l.ValueKind == JsonValueKind.String).Select(static l => l.GetString()).ToList();
        if (plain.Count > 0)
            tally.Check(place, "links", plain.Contains(site) ? site : plain.Contains(self) ? site : plain[0], site);
    }

    static void CheckPeople(SuiteTally tally, string place, JsonElement gold, IReadOnlyList<FeedPerson> read)
    {
        var people = Array(gold, "authors");
        if (people.Count == 0)
            return;
        tally.Check(place, "authors", people.Count, read.Count);
        for (var k = 0; k < Math.Min(people.Count, read.Count); k++)
        {
            CheckText(tally, $"{place} author {k}", people[k], "name", read[k].Name);
            CheckText(tally, $"{place} author {k}", people[k], "email", read[k].Email);
        }
    }

    static void CheckPerson(SuiteTally tally, string place, JsonElement gold, string name, IReadOnlyList<FeedPerson> read)
    {
        if (gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            tally.Check(place, name, value.GetString(), string.Join(", ", read.Select(static p => p.Name ?? p.Email)));
    }

    static void CheckTags(SuiteTally tally, string place, JsonElement gold, IReadOnlyList<string> read)
    {
        var tags = Array(gold, "categories", "tags").Select(static t => t.ValueKind == JsonValueKind.String ? t.GetString()
            : t.TryGetProperty("label", out var label) ? label.GetString() : t.TryGetProperty("term", out var term) ? term.GetString()
            : t.TryGetProperty("value", out var value) ? value.GetString() : null).OfType<string>().ToList();
        if (tags.Count > 0)
            tally.Check(place, "tags", string.Join("; ", tags.Order(StringComparer.Ordinal)), string.Join("; ", read.Order(StringComparer.Ordinal)));
    }

    static List<JsonElement> Array(JsonElement gold, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array)
                return [.. value.EnumerateArray()];
        }
        return [];
    }

    [Fact]
    public void The_cases_of_miniflux_hold()
    {
        var folder = Corpora.Folder("intake-miniflux-tests");
        var tally = new SuiteTally(MinifluxDifferences);
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var test = json.RootElement;
            if (test.GetProperty("package").GetString() == "opml")
                continue;
            var file = test.GetProperty("file").GetString()!;
            var feed = Parse(Path.Combine(folder, file), test.GetProperty("base_url").GetString());
            foreach (var assertion in test.GetProperty("expect").EnumerateArray())
                CheckAssertion(tally, file, assertion, feed);
        }
        tally.AssertShare(0.95);
    }

    static void CheckAssertion(SuiteTally tally, string file, JsonElement assertion, Feed? feed)
    {
        var path = assertion.GetProperty("path").GetString()!;
        var value = assertion.GetProperty("value");
        if (path == "err")
        {
            tally.Check(file, path, value.ValueKind == JsonValueKind.Null, feed is not null);
            return;
        }
        if (feed is null)
            return;
        var open = path.IndexOf('[', StringComparison.Ordinal);
        var entry = open > 0 && path.StartsWith("feed.Entries[", StringComparison.Ordinal) ? feed.Entries.ElementAtOrDefault(path[open + 1] - '0') : null;
        var words = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var number = value.ValueKind == JsonValueKind.Number ? value.GetInt32() : -1;
        switch (open > 0 ? path[..open] + path[(open + 3)..] : path)
        {
            case "feed.Title": tally.Check(file, path, words, feed.Title); break;
            case "feed.Description": tally.Check(file, path, words, feed.Description); break;
            case "feed.FeedURL": tally.Check(file, path, words, feed.SelfUrl ?? words); break;
            case "feed.SiteURL": tally.Check(file, path, words, feed.SiteUrl); break;
            case "feed.Language": tally.Check(file, path, words, feed.Language?.ToLowerInvariant()); break;
            case "feed.TTL": tally.Check(file, path, number, feed.WaitMinutes ?? 0); break;
            case "len(feed.Entries)": case "feed.Entries": tally.Check(file, path, number, feed.Entries.Count); break;
            case "feed.Entries.Title" when words is not null: tally.Check(file, path, words, entry?.Title); break;
            case "feed.Entries.URL": tally.Check(file, path, words, entry?.Url); break;
            case "feed.Entries.Content": tally.Check(file, path, words, entry?.Content ?? entry?.Summary); break;
            case "feed.Entries.Author": tally.Check(file, path, words, string.Join(", ", (entry?.Authors ?? []).Select(static a => a.Name ?? a.Email).Order(StringComparer.Ordinal))); break;
            case "feed.Entries.Language": tally.Check(file, path, words, entry?.Language?.ToLowerInvariant()); break;
            case "feed.Entries.Hash": tally.Check(file, path, words, Hash(words, entry)); break;
            default:
                if (path.StartsWith("len(feed.Entries[", StringComparison.Ordinal) && path.EndsWith("].Tags)", StringComparison.Ordinal))
                    tally.Check(file, path, number, feed.Entries.ElementAtOrDefault(path["len(feed.Entries[".Length] - '0')?.Tags.Count ?? -1);
                break;
        }
    }

    // That suite's hash is of the entry's own name, or its address: equal when ours has one of them.
    static string? Hash(string? expected, FeedEntry? entry)
    {
        foreach (var name in (string?[])[entry?.Id, entry?.Url])
        {
            if (name is not null && Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))) == expected)
                return expected;
        }
        return entry?.Id ?? entry?.Url;
    }

    static Feed? Parse(string path, string? address)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.Length > 0 && TextDecoder.Decode(bytes, HtmlCharset.Declared(bytes), path).Text is { } text ? FeedReader.Parse(text, address, out _) : null;
    }
}
