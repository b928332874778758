using System.Buffers;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Dateline.Text;

namespace Dateline.Ingest.Feeds;

/// <summary>XML as feeds have it: document types are passed over, HTML entities are known, and a torn file is read as far as its last whole entry.</summary>
internal static class FeedXml
{
    // Deeper than any feed; the tree is walked by recursion in places.
    const int Deepest = 500;

    /// <summary>The document, or null when not even one entry can be saved.</summary>
    public static XDocument? Load(string xml, string place, List<Diagnostic> diagnostics)
    {
        var start = xml.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
            return null;
        if (Parse(xml[start..]) is { } sound)
            return sound;
        var repaired = Repair(xml.AsSpan(start));
        if (Parse(repaired) is { } mended)
        {
            diagnostics.Add(IngestMessages.FeedRepaired(place));
            return mended;
        }
        foreach (var (entry, close) in (ReadOnlySpan<(string, string)>)[("</item>", "</channel></rss>"), ("</item>", "</rdf:RDF>"), ("</entry>", "</feed>"), ("</item>", "</rss>")])
        {
            var end = repaired.LastIndexOf(entry, StringComparison.OrdinalIgnoreCase);
            if (end > 0 && Parse(repaired[..(end + entry.Length)] + close) is { } saved)
            {
                diagnostics.Add(IngestMessages.FeedRepaired(place));
                return saved;
            }
        }
        return null;
    }

    static XDocument? Parse(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersFromEntities = 1 };
        try
        {
            using var probe = XmlReader.Create(new StringReader(xml), settings, Prefixes());
            while (probe.Read())
            {
                if (probe.Depth > Deepest)
                    return null;
            }
            using var reader = XmlReader.Create(new StringReader(xml), settings, Prefixes());
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // A declared prefix with an empty name and the like.
            return null;
        }
    }

    // Prefixes that feeds use without declaring them.
    static XmlParserContext Prefixes()
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, address) in (ReadOnlySpan<(string, string)>)[("content", "http://purl.org/rss/1.0/modules/content/"), ("dc", "http://purl.org/dc/elements/1.1/"),
            ("media", "http://search.yahoo.com/mrss/"), ("atom", "http://www.w3.org/2005/Atom"), ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("slash", "http://purl.org/rss/1.0/modules/slash/"), ("wfw", "http://wellformedweb.org/CommentAPI/"),
            ("georss", "http://www.georss.org/georss"), ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"), ("xhtml", "http://www.w3.org/1999/xhtml"),
            ("sy", "http://purl.org/rss/1.0/modules/syndication/"), ("thr", "http://purl.org/syndication/thread/1.0"), ("dcterms", "http://purl.org/dc/terms/")])
        {
            names.AddNamespace(prefix, address);
        }
        return new XmlParserContext(null, names, null, XmlSpace.None);
    }

    // Entities of HTML and bare ampersands are the usual faults; control characters the next.
    static string Repair(ReadOnlySpan<char> xml)
    {
        var text = new StringBuilder(xml.Length + 64);
        var cdata = false;
        while (!xml.IsEmpty)
        {
            var stop = xml.IndexOfAny(Suspect);
            if (stop < 0)
                break;
            text.Append(xml[..stop]);
            xml = xml[stop..];
            if (xml[0] == '<')
            {
                cdata |= xml.StartsWith("<![CDATA[");
                text.Append('<');
                xml = xml[1..];
            }
            else if (xml[0] == ']')
            {
                cdata &= !xml.StartsWith("]]>");
                text.Append(']');
                xml = xml[1..];
            }
            else if (xml[0] == '&')
            {
                var end = xml[..Math.Min(xml.Length, 12)].IndexOf(';');
                var entity = end > 1 ? xml[..(end + 1)] : [];
                var known = entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;";
                if (cdata || known)
                    text.Append('&');
                else if (end > 1 && WebUtility.HtmlDecode(entity.ToString()) is { Length: <= 2 } character && character[0] is >= ' ' and not '&' and not '<')
                {
                    text.Append(character);
                    xml = xml[end..];
                }
                else
                    text.Append("&amp;");
                xml = xml[1..];
            }
            else
            {
                xml = xml[1..];
            }
        }
        return text.Append(xml).ToString();
    }

    static readonly SearchValues<char> Suspect = SearchValues.Create("<&]\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");
}
