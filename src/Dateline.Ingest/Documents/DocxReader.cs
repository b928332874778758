using System.Text;
using System.Xml;
using Dateline.Ingest.Archives;
using Dateline.Ingest.Press;

namespace Dateline.Ingest.Documents;

/// <summary>Word documents (DOCX) to articles: an export of Nexis Uni gives its records, any other document what its paragraphs give as plain text.</summary>
internal static class DocxReader
{
    const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string StrictWords = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Where the text of a Word document lies in its ZIP.</summary>
    public const string Part = "word/document.xml";

    /// <summary>Reads the document.</summary>
    /// <param name="part">The part with the text, unpacked.</param>
    /// <param name="id">What the document is called.</param>
    /// <param name="limits">How much is taken.</param>
    public static IEnumerable<IntakeResult> Read(BudgetStream part, string id, IntakeLimits limits)
    {
        var text = Text(part, limits.PageBytes);
        if (part.Exceeded)
            return [new IntakeResult(id, IngestMessages.PackedTooMuch(id))];
        if (text is null || part.Broken)
            return [new IntakeResult(id, IngestMessages.DocumentBroken(id))];
        if (string.IsNullOrWhiteSpace(text))
            return [new IntakeResult(id, IngestMessages.DocumentWithoutText(id))];
        return TextInputs.Read(PressText.Recognise(text) ? InputFormat.Press : InputFormat.Text, text, id, [], limits);
    }

    // A pull reader keeps no tree, so depth costs nothing; a document type is refused, and with it all entities.
    static string? Text(Stream part, int limit)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limit, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false };
        var text = new StringBuilder();
        var any = false;
        try
        {
            using var reader = XmlReader.Create(part, settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "Fallback" or "del" or "moveFrom" && !reader.IsEmptyElement)
                {
                    // Said a second time for older programs, or no longer said.
                    var depth = reader.Depth;
                    while (reader.Read() && reader.Depth > depth)
                    {
                    }
                    continue;
                }
                if (reader.NamespaceURI is not (Words or StrictWords))
                    continue;
                if (reader.NodeType == XmlNodeType.Element)
                {
                    any = true;
                    Append(reader, text);
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
                    text.Append("\n\n");
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return null;
        }
        return any ? text.ToString() : null;
    }

    static void Append(XmlReader reader, StringBuilder text)
    {
        switch (reader.LocalName)
        {
            case "t" when !reader.IsEmptyElement:
                if (reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                    text.Append(reader.Value);
                break;
            case "tab":
                text.Append('\t');
                break;
            case "br" or "cr":
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('\u2011');
                break;
        }
    }
}
