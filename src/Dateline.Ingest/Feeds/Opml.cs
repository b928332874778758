using System.Globalization;
using System.Text;
using System.Xml;
using Dateline.Ingest.Bytes;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>Lists of feeds, as readers of feeds hand them over: OPML 1.0, 1.1 and 2.0.</summary>
/// <remarks>Stateless. Reading never throws for what the list holds; broken XML is read as far as it goes.</remarks>
public static class Opml
{
    // A hostile list must not fill a store.
    const int MostFeeds = 100_000;

    /// <summary>Reads the feeds of a list in their order, each address once.</summary>
    /// <param name="stream">The bytes; left open. Gzip is unpacked.</param>
    /// <param name="name">What the list is called in diagnostics.</param>
    /// <param name="failure">Why there is no list; null where one was read, be it empty.</param>
    /// <param name="limits">How much is taken; null for the defaults.</param>
    /// <returns>The feeds; empty when the list holds none or could not be read.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IReadOnlyList<Subscription> Read(Stream stream, string name, out Diagnostic? failure, IntakeLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (WholeText.Read(stream, name, limits ?? IntakeLimits.Default, out failure) is not { } text)
            return [];
        if (LooseXml.Read(text, out _) is not { } root || !root.Name.Equals("opml", StringComparison.OrdinalIgnoreCase))
        {
            failure = IngestMessages.NoFeedList(name);
            return [];
        }
        List<Subscription> feeds = [];
        Collect(root, [], feeds, new HashSet<string>(StringComparer.Ordinal));
        return feeds;
    }

    static void Collect(LooseElement parent, List<string> groups, List<Subscription> feeds, HashSet<string> seen)
    {
        foreach (var element in parent.Elements)
        {
            if (feeds.Count >= MostFeeds)
                return;
            if (!element.Name.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                if (element.Name.Equals("body", StringComparison.OrdinalIgnoreCase))
                    Collect(element, groups, feeds, seen);
                continue;
            }
            var title = PlainWords.Of(element.Attribute("title")) ?? PlainWords.Of(element.Attribute("text"));
            if (element.Attribute("xmlUrl")?.Trim() is { Length: > 0 } address)
            {
                var site = Addresses.Resolve(element.Attribute("htmlUrl"), null);
                if (seen.Add(address))
                    feeds.Add(new Subscription(title ?? site ?? address, address, site, [.. Folders(element, groups)], PlainWords.Of(element.Attribute("description"))));
                Collect(element, groups, feeds, seen);
            }
            else
                Collect(element, title is null ? groups : [.. groups, title], feeds, seen);
        }
    }

    // OPML 2.0 may give the folder as a path, “/News/Sahel”, in place of nesting.
    static IEnumerable<string> Folders(LooseElement outline, List<string> groups) =>
        groups.Count == 0 && outline.Attribute("category") is { Length: > 0 } path
            ? path.Split(',')[0].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(8) : groups;

    /// <summary>Writes a list as OPML 2.0 in UTF-8, feeds of a folder nested in it, folders in the order of their first feed.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="title">What the list is called.</param>
    /// <param name="feeds">The feeds.</param>
    /// <param name="made">The moment that the list names as its own.</param>
    public static void Write(Stream stream, string title, IEnumerable<Subscription> feeds, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(feeds);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false });
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.WriteElementString("title", Writable(title));
        writer.WriteElementString("dateCreated", made.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture));
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        WriteFolder(writer, [.. feeds], 0);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    static void WriteFolder(XmlWriter writer, List<Subscription> feeds, int depth)
    {
        foreach (var folder in feeds.GroupBy(f => f.Groups.Count > depth ? f.Groups[depth] : null, StringComparer.Ordinal))
        {
            if (folder.Key is { } name)
            {
                writer.WriteStartElement("outline");
                writer.WriteAttributeString("text", Writable(name));
                WriteFolder(writer, [.. folder], depth + 1);
                writer.WriteEndElement();
                continue;
            }
            foreach (var feed in folder)
            {
                writer.WriteStartElement("outline");
                writer.WriteAttributeString("type", "rss");
                writer.WriteAttributeString("text", Writable(feed.Title));
                writer.WriteAttributeString("title", Writable(feed.Title));
                writer.WriteAttributeString("xmlUrl", Writable(feed.FeedUrl));
                if (feed.SiteUrl is { } site)
                    writer.WriteAttributeString("htmlUrl", Writable(site));
                if (feed.Description is { } description)
                    writer.WriteAttributeString("description", Writable(description));
                writer.WriteEndElement();
            }
        }
    }

    // What XML cannot hold at all.
    static string Writable(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
