using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0, and Atom 0.3 and 1.0, from their elements.</summary>
/// <remarks>Stateless but for the document that it reads. Deviations that feeds are full of (Atom elements in RSS, other case, missing prefixes) are read as meant.</remarks>
internal sealed class XmlFeed
{
    // The share of feeds with more is nil; a hostile one must not fill the memory with names.
    const int MostNames = 50;
    const int MostTags = 200;

    readonly LooseElement _root;
    readonly LooseElement _head;
    readonly bool _atom;
    readonly string? _address;

    XmlFeed(LooseElement root, string? address)
    {
        _root = root;
        _atom = root.Name.Equals("feed", StringComparison.OrdinalIgnoreCase);
        _head = _atom ? root : root.Elements.FirstOrDefault(static e => e.Is("", "channel")) ?? root;
        _address = address;
    }

    /// <summary>Reads the tree of a feed; null when the root is that of no feed.</summary>
    /// <param name="root">The root element.</param>
    /// <param name="address">Where the feed was fetched from, for relative addresses; null when it is not known.</param>
    public static Feed? Read(LooseElement root, string? address) =>
        root.Name.ToLowerInvariant() is "rss" or "rdf" or "feed" or "channel" ? new XmlFeed(root, address).Read() : null;

    Feed Read()
    {
        var site = SiteUrl();
        var self = _head.Elements.FirstOrDefault(e => IsLink(e) && e.Attribute("rel") is { } rel && rel.Equals("self", StringComparison.OrdinalIgnoreCase))?.Attribute("href");
        var language = _atom ? _root.Attribute("xml:lang") : Value(_head, "language") ?? Value(_head, "language", "dc") ?? _root.Inherited("xml:lang");
        var authors = FeedAuthors();
        var tags = Tags(_head);
        var entries = Entries().Select(e => ReadEntry(e, site, language, authors, tags)).ToList();
        return new Feed
        {
            Kind = _atom ? FeedKind.Atom : FeedKind.Rss,
            Version = Version(),
            Title = PlainWords.Of(First(_head, Title)),
            Description = PlainWords.Of(First(_head, Description)),
            SiteUrl = site,
            SelfUrl = Addresses.Resolve(self, Base(_head) ?? _address ?? site),
            Language = LanguageTags.Normalize(language),
            Torn = !_root.Closed,
            Updated = Date(_head, _atom ? ["updated", "modified"] : ["lastBuildDate", "dc:date", "atom:updated", "dcterms:modified"]),
            Published = Date(_head, ["pubDate", "published", "dc:date"]),
            WaitMinutes = Wait(),
            Authors = authors,
            Tags = tags,
            Entries = entries,
        };
    }

    // ------------------------------------------------------------ the feed

    string Version()
    {
        if (_atom)
            return _root.Attribute("version")?.Trim() is { Length: > 0 and < 10 } named ? named : _root.Attribute("xmlns")?.Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase) == true ? "0.3" : "1.0";
        if (_root.Name.Equals("RDF", StringComparison.OrdinalIgnoreCase))
            return _root.Attribute("xmlns")?.Contains("simple/0.9", StringComparison.OrdinalIgnoreCase) == true ? "0.9" : "1.0";
        return _root.Attribute("version")?.Trim() ?? "";
    }

    string? SiteUrl()
    {
        string? site = null;
        foreach (var element in _head.Elements)
        {
            if (!IsLink(element) || element.Attribute("rel") is { } rel && !rel.Equals("alternate", StringComparison.OrdinalIgnoreCase))
                continue;
            // RSS's own element has the address as text; Atom's, there too, as an attribute.
            var found = element.Attribute("href") ?? element.Text;
            if (found.Trim().Length > 0 && (site is null || element.Is("", "link") && !_atom && !element.Text.AsSpan().IsWhiteSpace()))
                site = Addresses.Resolve(found, Base(element) ?? _address) ?? site;
        }
        return site;
    }

    int? Wait()
    {
        if (int.TryParse(Value(_head, "ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000)
            return minutes;
        var period = Value(_head, "updatePeriod", "sy")?.ToLowerInvariant() switch
        {
            "hourly" => 60,
            "daily" => 1440,
            "weekly" => 10_080,
            "monthly" => 43_200,
            "yearly" => 525_600,
            _ => 0,
        };
        if (period == 0)
            return null;
        return int.TryParse(Value(_head, "updateFrequency", "sy"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? Math.Max(1, period / times) : period;
    }

    // A managing editor and a webmaster look after the feed and write none of it; they count only as the feed's own.
    List<FeedPerson> FeedAuthors()
    {
        var authors = Authors(_head);
        if (authors.Count > 0 || _atom)
            return authors;
        foreach (var name in (ReadOnlySpan<string>)["managingEditor", "webMaster"])
        {
            if (authors.Count == 0 && FeedPerson.Parse(Value(_head, name)) is { } person)
                authors.Add(person);
        }
        return authors;
    }

    // RSS 1.0 has its items beside the channel, some hands nest them deeper.
    List<LooseElement> Entries()
    {
        var name = _atom ? "entry" : "item";
        var entries = _head.Elements.Where(IsEntry).ToList();
        if (_head != _root)
            entries.AddRange(_root.Elements.Where(IsEntry));
        if (entries.Count == 0)
            entries.AddRange(_head.Elements.Concat(_root.Elements).Where(static e => e.Name is "items" or "entries").SelectMany(static e => e.Elements).Where(IsEntry));
        return entries;

        bool IsEntry(LooseElement element) => element.Closed && (element.Is("", name) || element.Is("atom", name) || element.Is("rdf", name));
    }

    // ------------------------------------------------------------ an entry

    FeedEntry ReadEntry(LooseElement entry, string? site, string? language, List<FeedPerson> feedAuthors, List<string> feedTags)
    {
        var root = Base(entry) ?? site ?? _address;
        var id = Value(entry, "guid") ?? Value(entry, "id") ?? Value(entry, "id", "atom") ?? Blank(entry.Attribute("rdf:about"));
        var origin = Origin(entry);
        var title = PlainWords.Of(First(entry, Title)) ?? PlainWords.Of(First(entry, static e => e.Is("media", "title")));
        // Aggregators join headline and outlet: “Ferry stays in port - The Lantern”.
        if (origin is not null && title is not null && title.Length > origin.Length + 3 && title.EndsWith(" - " + origin, StringComparison.Ordinal))
            title = title[..^(origin.Length + 3)].TrimEnd();
        var authors = Authors(entry);
        // RFC 4287: an entry without an author has that of its source, then the feed's. Elsewhere only a creator is handed down.
        if (authors.Count == 0 && _atom && entry.Elements.FirstOrDefault(static e => e.Name == "source") is { } source)
            authors = Authors(source);
        if (authors.Count == 0)
            authors = _atom ? feedAuthors : Authors(_head);
        var tags = Tags(entry);
        return new FeedEntry
        {
            Id = id,
            Title = title,
            Url = Link(entry, root),
            Content = Content(entry),
            Summary = First(entry, Description),
            Language = LanguageTags.Normalize(entry.Attribute("xml:lang") ?? Value(entry, "language", "dc") ?? Value(entry, "language") ?? language),
            Dates = Dates(entry),
            Authors = authors,
            Tags = tags.Count > 0 ? tags : feedTags,
            Origin = origin,
        };
    }

    string? Link(LooseElement entry, string? root)
    {
        if (Value(entry, "origLink", "feedburner") is { } original)
            return Addresses.Resolve(original, root);
        string? link = null;
        foreach (var element in entry.Elements)
        {
            if (!IsLink(element) || element.Attribute("rel") is { } rel && !rel.Equals("alternate", StringComparison.OrdinalIgnoreCase))
                continue;
            var found = element.Text.AsSpan().IsWhiteSpace() ? element.Attribute("href") : element.Text;
            // A page goes before another form of it.
            if (link is null || element.Attribute("type") is "text/html" && element.Attribute("hreflang") is null && _atom && LinkType(entry, link) is not (null or "text/html"))
                link = Addresses.Resolve(found, Base(element) ?? root) ?? link;
        }
        if (link is not null)
            return link;
        foreach (var element in entry.Elements)
        {
            var address = element.Text.Trim();
            if (element.Is("", "guid"))
            {
                // Without the attribute it is a permalink, and then it must be an address.
                var flag = element.Attribute("isPermaLink")?.Trim();
                if (!"false".Equals(flag, StringComparison.OrdinalIgnoreCase) && (Addresses.IsHttp(address) || flag is not null && address.StartsWith('/')))
                    return Addresses.Resolve(address, root);
            }
            else if ((element.Is("", "id") || element.Is("atom", "id")) && Addresses.IsHttp(address))
                return address;
        }
        return Addresses.IsHttp(entry.Attribute("rdf:about") ?? "") ? entry.Attribute("rdf:about")!.Trim() : null;
    }

    static string? LinkType(LooseElement entry, string href) =>
        entry.Elements.FirstOrDefault(e => IsLink(e) && e.Attribute("href")?.Trim() == href)?.Attribute("type");

    static string? Content(LooseElement entry)
    {
        foreach (var element in entry.Elements)
        {
            if (element.Is("content", "encoded") || element.Is("", "encoded") || element.Is("", "content") || element.Is("atom", "content") || element.Is("xhtml", "body")
                || element.Is("", "fulltext") || element.Is("", "content:encoded"))
            {
                if (Construct(element) is { } markup)
                    return markup;
            }
        }
        return null;
    }

    string? Origin(LooseElement entry)
    {
        foreach (var element in entry.Elements)
        {
            if (element.Is("", "source") || element.Is("atom", "source") || element.Is("dc", "source"))
                return PlainWords.Of(element.HasElements ? First(element, Title) : element.Text) is { } name && !Addresses.IsHttp(name) ? name : null;
        }
        return null;
    }

    List<DateCandidate> Dates(LooseElement entry)
    {
        List<DateCandidate> dates = [];
        foreach (var name in (ReadOnlySpan<string>)["published", "pubDate", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date", "atom:published", "updated", "modified", "atom:updated", "dcterms:modified"])
        {
            if (Date(entry, [name]) is { } iso && !dates.Exists(d => d.Value == iso))
                dates.Add(new DateCandidate(iso, $"feed {name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]}"));
        }
        return dates;
    }

    // ------------------------------------------------------------ both

    static bool Title(LooseElement element) => element.Is("", "title") || element.Is("atom", "title") || element.Is("dc", "title");

    static bool Description(LooseElement element) => element.Name.ToLowerInvariant() switch
    {
        "description" => element.Vocabulary is "" or "dc" or "rss" or "media" or "googleplay" or "itunes",
        "summary" => element.Vocabulary is "" or "atom" or "itunes",
        "subtitle" or "tagline" => element.Vocabulary is "" or "atom" or "itunes",
        "abstract" => element.Vocabulary is "dcterms" or "",
        _ => false,
    };

    // The format's own element goes before one of an extension with the same meaning.
    static string? First(LooseElement parent, Func<LooseElement, bool> matches)
    {
        string? other = null;
        foreach (var element in parent.Elements)
        {
            if (!matches(element) || Construct(element) is not { } words)
                continue;
            if (element.Vocabulary.Length == 0 || element.Vocabulary == "atom")
                return words;
            other ??= words;
        }
        return other;
    }

    // A text construct of Atom by its type and mode, or whatever RSS has inside; as markup, null when blank.
    static string? Construct(LooseElement element)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant();
        string markup;
        if (element.HasElements)
            markup = element.Markup;
        else if (element.Attribute("mode") is "base64" || type is "application/octet-stream")
            markup = FromBase64(element.Text) ?? element.Text;
        else
            markup = type is "text" or "text/plain" && element.Attribute("mode") is not "escaped" ? WebUtility.HtmlEncode(element.Text) : element.Text;
        return string.IsNullOrWhiteSpace(markup) ? null : markup.Trim();
    }

    static string? FromBase64(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return Base64.DecodeFromUtf8InPlace(RemoveSpaces(bytes), out var written) == System.Buffers.OperationStatus.Done ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }

    static Span<byte> RemoveSpaces(byte[] bytes)
    {
        var kept = 0;
        foreach (var b in bytes)
        {
            if (b > (byte)' ')
                bytes[kept++] = b;
        }
        return bytes.AsSpan(0, kept);
    }

    static List<FeedPerson> Authors(LooseElement parent)
    {
        List<FeedPerson> authors = [];
        var rank = int.MaxValue;
        foreach (var element in parent.Elements)
        {
            var own = Rank(element);
            if (own is int.MaxValue || own > rank || Person(element) is not { } person)
                continue;
            // The same people stand in several fields, spelled in several ways: the first field that has any is taken.
            if (own < rank)
                authors.Clear();
            rank = own;
            if (authors.Count < MostNames && !authors.Contains(person))
                authors.Add(person);
        }
        return authors;
    }

    // RSS wants a mail address in “author”, which is why the creator of Dublin Core is the name that outlets write out.
    static int Rank(LooseElement element) => (element.Vocabulary, element.Name.ToLowerInvariant()) switch
    {
        ("dc", "creator") => 0,
        ("" or "atom", "author") => 1,
        ("dc", "author") => 2,
        ("itunes" or "googleplay", "author") => 3,
        ("" or "dcterms", "creator") => 4,
        ("itunes" or "googleplay", "owner") => 5,
        _ => int.MaxValue,
    };

    static FeedPerson? Person(LooseElement element)
    {
        if (!element.HasElements)
            return FeedPerson.Parse(element.Text);
        var name = PlainWords.Of(element.Elements.FirstOrDefault(static e => e.Name.Equals("name", StringComparison.OrdinalIgnoreCase))?.Text);
        var email = PlainWords.Of(element.Elements.FirstOrDefault(static e => e.Name.Equals("email", StringComparison.OrdinalIgnoreCase))?.Text);
        if (name is null && email is null)
            return element.Elements.Any(static e => e.Name is "name" or "email" or "uri" or "url") ? null : FeedPerson.Parse(element.Markup);
        return new FeedPerson(name, email);
    }

    static List<string> Tags(LooseElement parent)
    {
        List<string> tags = [];
        AddTags(parent, tags, 0);
        return tags;
    }

    static void AddTags(LooseElement parent, List<string> tags, int depth)
    {
        foreach (var element in parent.Elements)
        {
            switch (element.Vocabulary, element.Name.ToLowerInvariant())
            {
                case ("" or "atom", "category"):
                    Add(element.Attribute("label") is { Length: > 0 } label ? label : element.Attribute("term") is { Length: > 0 } term ? term : element.Markup);
                    break;
                case ("dc", "subject"):
                    Add(element.Markup);
                    break;
                case ("media", "category"):
                    // Without a label it is the path of a catalogue, no word for a reader.
                    Add(element.Attribute("label"));
                    break;
                case ("itunes" or "googleplay", "category"):
                    Add(element.Attribute("text") ?? element.Text);
                    if (depth < 4)
                        AddTags(element, tags, depth + 1);
                    break;
                case ("itunes" or "media", "keywords"):
                    foreach (var word in element.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        Add(word);
                    break;
                case ("media", "group"):
                    AddTags(element, tags, depth + 1);
                    break;
            }
        }

        void Add(string? words)
        {
            if (tags.Count < MostTags && PlainWords.Of(words) is { Length: <= 200 } tag && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
                tags.Add(tag);
        }
    }

    static bool IsLink(LooseElement element) => element.Is("", "link") || element.Is("atom", "link");

    // “dc:date” is that of Dublin Core; without a prefix, the format's own.
    string? Date(LooseElement parent, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            var (vocabulary, local) = colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
            foreach (var element in parent.Elements)
            {
                if ((element.Is(vocabulary, local) || vocabulary.Length == 0 && _atom && element.Is("atom", local)) && FeedDates.Normalize(element.Text) is { } iso)
                    return iso;
            }
        }
        return null;
    }

    static string? Value(LooseElement parent, string name, string vocabulary = "")
    {
        foreach (var element in parent.Elements)
        {
            if (element.Is(vocabulary, name) && Blank(element.Markup) is { } value)
                return value;
        }
        return null;
    }

    // xml:base from the outside in, each relative to the one around it.
    string? Base(LooseElement element)
    {
        List<string>? bases = null;
        for (LooseElement? at = element; at is not null; at = at.Parent)
        {
            if (at.Attribute("xml:base") is { Length: > 0 } own)
                (bases ??= []).Add(own);
        }
        if (bases is null)
            return null;
        var address = _address;
        for (var k = bases.Count - 1; k >= 0; k--)
            address = Addresses.Resolve(bases[k], address);
        return address;
    }

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
