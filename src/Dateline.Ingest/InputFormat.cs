namespace Dateline.Ingest;

/// <summary>How an input is to be read.</summary>
public enum InputFormat
{
    /// <summary>Decided by the content; the name plays no part.</summary>
    Auto,

    /// <summary>Plain text: one article, or a page that holds several.</summary>
    Text,

    /// <summary>A page in HTML or XHTML.</summary>
    Html,

    /// <summary>One JSON object a line, each with <c>id</c> and <c>text</c>.</summary>
    Jsonl,

    /// <summary>A feed: RSS 0.9x, 1.0 or 2.0, Atom, or JSON Feed; one article an entry.</summary>
    Rss,

    /// <summary>A web archive: WARC 1.0 and 1.1, or ARC version 1, gzipped or not; one article a captured page.</summary>
    Warc,

    /// <summary>A ZIP of inputs of any other format, or a WACZ.</summary>
    Zip,

    /// <summary>A WordPress export (WXR); one article a published post or page.</summary>
    Wxr,

    /// <summary>A table with a header row, separated by commas, semicolons or tabs; one article a row.</summary>
    Csv,

    /// <summary>Newsletters: one message (EML, RFC 5322), or a mailbox of them (mbox).</summary>
    Mail,

    /// <summary>An export of a press database: LexisNexis, Nexis Uni, Factiva (with indexing) or ProQuest; one article a record.</summary>
    Press,

    /// <summary>A Word document (DOCX): its text, or the records of a Nexis Uni export.</summary>
    Docx,

    /// <summary>A PDF with a text layer.</summary>
    Pdf,

    /// <summary>News in JSON (IPTC ninjs 1–3): one story, a list, or one a line.</summary>
    Ninjs,

    /// <summary>NewsML-G2, or NITF alone.</summary>
    NewsMl,
}
