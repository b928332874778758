using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Dateline.Ingest.Feeds;

/// <summary>
/// Reads XML as feeds have it. A sound document gives the same tree as a strict reader; a broken one gives what can be had:
/// junk before the root, bare ampersands, entities of HTML, control characters, naked markup, unquoted attributes, ends that
/// are missing or do not match, and a tear in the middle are all read over.
/// </summary>
/// <remarks>
/// Linear in the text, bounded in depth. A document type is passed over and its entities are never expanded, so that neither
/// a bomb nor an outside file can come in.
/// </remarks>
internal sealed class LooseXml
{
    // Deeper than any feed; what is deeper keeps its words and loses its tags.
    const int Deepest = 256;
    const int MostAttributes = 100;

    static readonly SearchValues<char> Unwanted = SearchValues.Create(
        "&\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n><");

    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>=<\"'");

    readonly string _xml;
    readonly Dictionary<string, string> _vocabularies = new(StringComparer.Ordinal);
    readonly Stack<(LooseElement Element, string Written, List<(string Prefix, string? Before)>? Undo)> _open = new();
    LooseElement? _root;
    int _tooDeep;

    LooseXml(string xml) => _xml = xml;

    /// <summary>Whether anything had to be read over.</summary>
    public bool Repaired { get; private set; }

    /// <summary>The root element; null when the text has none.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="repaired">Whether it was not well-formed.</param>
    public static LooseElement? Read(string xml, out bool repaired)
    {
        var reader = new LooseXml(xml);
        reader.Scan();
        repaired = reader.Repaired;
        return reader._root;
    }

    void Scan()
    {
        var position = Math.Max(0, _xml.IndexOf('<', StringComparison.Ordinal));
        Repaired = _xml.AsSpan(0, position).ContainsAnyExcept(" \t\r\n\uFEFF");
        while (position < _xml.Length)
        {
            var next = _xml.AsSpan(position).IndexOf('<');
            var end = next < 0 ? _xml.Length : position + next;
            if (end > position)
                AddText(_xml.AsSpan(position, end - position));
            if (next < 0)
                break;
            position = ReadMarkup(end);
            if (_root is { Closed: true })
            {
                // One document: what stands behind the root is comments or junk.
                break;
            }
        }
        Repaired |= _open.Count > 0;
    }

    // Returns where to go on.
    int ReadMarkup(int start)
    {
        var rest = _xml.AsSpan(start);
        if (rest.StartsWith("<!--"))
            return After(start, "-->", 4);
        if (rest.StartsWith("<![CDATA["))
        {
            var end = rest.IndexOf("]]>");
            Repaired |= end < 0;
            AddCData(end < 0 ? rest[9..] : rest[9..end]);
            return end < 0 ? _xml.Length : start + end + 3;
        }
        if (rest.StartsWith("<?"))
            return After(start, "?>", 2);
        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return AfterDocumentType(start);
        if (rest.Length > 1 && rest[1] == '/')
            return ReadEnd(start);
        if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] is '_'))
            return ReadStart(start);
        Repaired = true;
        AddText("<");
        return start + 1;
    }

    int After(int start, string mark, int skip)
    {
        var end = _xml.AsSpan(start + skip).IndexOf(mark);
        Repaired |= end < 0;
        return end < 0 ? _xml.Length : start + skip + end + mark.Length;
    }

    int AfterDocumentType(int start)
    {
        var rest = _xml.AsSpan(start);
        var end = rest.IndexOf('>');
        var inner = rest.IndexOf('[');
        if (inner >= 0 && inner < end)
        {
            var close = rest[inner..].IndexOf(']');
            if (close < 0)
                return _xml.Length;
            end = rest[(inner + close)..].IndexOf('>');
            return end < 0 ? _xml.Length : start + inner + close + end + 1;
        }
        return end < 0 ? _xml.Length : start + end + 1;
    }

    int ReadStart(int start)
    {
        var rest = _xml.AsSpan(start + 1);
        var length = rest.IndexOfAny(NameEnds);
        if (length <= 0)
        {
            Repaired = true;
            return _xml.Length;
        }
        var written = rest[..length].ToString();
        List<(string Name, string Value)>? attributes = null;
        var position = ReadAttributes(start + 1 + length, ref attributes, out var empty);
        if (_open.Count >= Deepest)
        {
            Repaired = true;
            if (!empty)
                _tooDeep++;
            return position;
        }
        var undo = Declare(attributes);
        var (prefix, name) = Split(written);
        var element = new LooseElement(VocabularyOf(prefix), name, _open.Count > 0 ? _open.Peek().Element : null) { Closed = empty };
        foreach (var (own, value) in attributes ?? [])
            element.AddAttribute(own, value);
        if (_open.Count > 0)
            _open.Peek().Element.Add(new LooseNode(null, element));
        else
            _root ??= element;
        if (empty)
            Undo(undo);
        else
            _open.Push((element, written, undo));
        return position;
    }

    int ReadAttributes(int position, ref List<(string Name, string Value)>? attributes, out bool empty)
    {
        empty = false;
        while (position < _xml.Length)
        {
            var c = _xml[position];
            if (c == '>')
                return position + 1;
            if (c == '<')
            {
                // The tag was never closed.
                Repaired = true;
                return position;
            }
            if (c is '/')
            {
                empty = position + 1 < _xml.Length && _xml[position + 1] == '>';
                position++;
                continue;
            }
            if (char.IsWhiteSpace(c) || c is '"' or '\'' or '=')
            {
                position++;
                continue;
            }
            var length = _xml.AsSpan(position).IndexOfAny(NameEnds);
            if (length < 0)
                return _xml.Length;
            var name = _xml.Substring(position, length);
            position += length;
            var value = ReadValue(ref position);
            if (attributes is null || attributes.Count < MostAttributes)
                (attributes ??= []).Add((name, value));
        }
        return position;
    }

    string ReadValue(ref int position)
    {
        while (position < _xml.Length && char.IsWhiteSpace(_xml[position]))
            position++;
        if (position >= _xml.Length || _xml[position] != '=')
        {
            Repaired = true;
            return "";
        }
        position++;
        while (position < _xml.Length && char.IsWhiteSpace(_xml[position]))
            position++;
        if (position < _xml.Length && _xml[position] is '"' or '\'')
        {
            var end = _xml.AsSpan(position + 1).IndexOf(_xml[position]);
            if (end >= 0)
            {
                var value = Decode(_xml.AsSpan(position + 1, end));
                position += end + 2;
                return value;
            }
            Repaired = true;
            position++;
        }
        var length = _xml.AsSpan(position).IndexOfAny(ValueEnds);
        length = length < 0 ? _xml.Length - position : length;
        Repaired = true;
        // <a href=x/>: the slash closes the tag.
        if (length > 0 && position + length < _xml.Length && _xml[position + length] == '>' && _xml[position + length - 1] == '/')
            length--;
        var unquoted = Decode(_xml.AsSpan(position, length));
        position += length;
        return unquoted;
    }

    int ReadEnd(int start)
    {
        var rest = _xml.AsSpan(start + 2);
        var end = rest.IndexOf('>');
        var name = (end < 0 ? rest : rest[..end]).Trim();
        if (_tooDeep > 0)
        {
            _tooDeep--;
        }
        else if (_open.Count > 0 && name.SequenceEqual(_open.Peek().Written))
        {
            Close(whole: true);
        }
        else
        {
            Repaired = true;
            var depth = 0;
            foreach (var (_, written, _) in _open)
            {
                depth++;
                if (!name.Equals(written, StringComparison.OrdinalIgnoreCase))
                    continue;
                while (depth-- > 1)
                    Close(whole: true);
                Close(whole: true);
                break;
            }
        }
        return end < 0 ? _xml.Length : start + 2 + end + 1;
    }

    void Close(bool whole)
    {
        var (element, _, undo) = _open.Pop();
        element.Closed = whole;
        Undo(undo);
    }

    List<(string Prefix, string? Before)>? Declare(List<(string Name, string Value)>? attributes)
    {
        List<(string Prefix, string? Before)>? undo = null;
        foreach (var (name, value) in attributes ?? [])
        {
            if (!name.StartsWith("xmlns", StringComparison.Ordinal) || name.Length > 5 && name[5] != ':')
                continue;
            var prefix = name.Length > 6 ? name[6..] : "";
            (undo ??= []).Add((prefix, _vocabularies.GetValueOrDefault(prefix)));
            _vocabularies[prefix] = Vocabularies.Declared(prefix, value);
        }
        return undo;
    }

    void Undo(List<(string Prefix, string? Before)>? undo)
    {
        for (var k = (undo?.Count ?? 0) - 1; k >= 0; k--)
        {
            if (undo![k].Before is { } before)
                _vocabularies[undo[k].Prefix] = before;
            else
                _vocabularies.Remove(undo[k].Prefix);
        }
    }

    string VocabularyOf(string prefix) => _vocabularies.TryGetValue(prefix, out var known) ? known : Vocabularies.Undeclared(prefix);

    static (string Prefix, string Name) Split(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 || colon == written.Length - 1 ? ("", written.TrimStart(':')) : (written[..colon], written[(colon + 1)..]);
    }

    void AddText(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0)
            _open.Peek().Element.Add(new LooseNode(Decode(text), null));
    }

    void AddCData(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0)
            _open.Peek().Element.Add(new LooseNode(Decode(text, entities: false), null, IsCData: true));
    }

    string Decode(ReadOnlySpan<char> text, bool entities = true)
    {
        var stop = text.IndexOfAny(Unwanted);
        if (stop < 0)
            return text.ToString();
        var decoded = new StringBuilder(text.Length);
        while (stop >= 0)
        {
            decoded.Append(text[..stop]);
            text = text[stop..];
            var taken = 1;
            if (text[0] != '&')
                Repaired = true;
            else if (entities && Entity(text, out taken) is { } meant)
                decoded.Append(meant);
            else
            {
                Repaired |= entities;
                decoded.Append('&');
                taken = 1;
            }
            text = text[taken..];
            stop = text.IndexOfAny(Unwanted);
        }
        return decoded.Append(text).ToString();
    }

    /// <summary>What an entity at the beginning of the text stands for, or null when it is none or stands for nothing allowed.</summary>
    internal static string? Entity(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
        if (end < 2)
            return null;
        length = end + 1;
        var name = text[1..end];
        if (name[0] == '#')
        {
            var hex = name.Length > 1 && name[1] is 'x' or 'X';
            if (!int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                return null;
            // Numbers of windows-1252 are meant where those of control characters are written, as HTML has it.
            if (code is >= 0x80 and <= 0x9F)
                return Bytes.Charsets.Windows1252.GetString([(byte)code]);
            return code is '\t' or '\n' or '\r' || code >= ' ' && Rune.IsValid(code) && code is not 0xFFFE and not 0xFFFF ? new Rune(code).ToString() : code < ' ' ? "" : null;
        }
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return null;
        }
        return name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => HtmlEntityProvider.Resolver.GetSymbol(name.ToString() + ";"),
        };
    }
}
