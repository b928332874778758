using Dateline.Text;

namespace Dateline.Ingest;

/// <summary>Every diagnostic of taking in, each with what is wrong and, after a semicolon, what to do.</summary>
internal static class IngestMessages
{
    public static Diagnostic Empty(string place) =>
        Error("DL1001", "the input is empty; check that it was saved or fetched whole", place);

    public static Diagnostic Binary(string kind, string place) =>
        Error("DL1002", $"the input is {kind}, not text; convert it to text or HTML first", place);

    public static Diagnostic TooLarge(long limit, string place) =>
        Error("DL1003", $"the input is larger than {Size(limit)}; split it, or give one article a line as JSONL", place);

    public static Diagnostic BytesReplaced(int count, string place) =>
        Warning("DL1004", $"{Count(count, "byte sequence")} not valid in UTF-8 became U+FFFD; save the input again as UTF-8 if words look broken", place);

    public static Diagnostic ReadAsWindows1252(string place) =>
        Note("DL1005", "the input is not UTF-8 and was read as windows-1252; save it as UTF-8 if words look broken", place);

    public static Diagnostic UnknownCharset(string label, string place) =>
        Warning("DL1006", $"the charset ‘{Shown(label)}’ is not known and was guessed from the bytes; save the input as UTF-8 if words look broken", place);

    public static Diagnostic TagsTooDeep(int count, int limit, string place) =>
        Warning("DL1007", $"{Count(count, "tag")} nested deeper than {limit} left out, their words kept; check that the page was saved whole", place);

    public static Diagnostic Unrecognised(string what, string place) =>
        Error("DL1008", $"the input looks like {what}, which is not read here; name its format with --as, or convert it", place);

    public static Diagnostic ListOfFeeds(string place) =>
        Error("DL1095", "the input is a list of feeds (OPML) and holds no article itself; add its feeds with 'dateline watch import FILE'", place);

    public static Diagnostic SitemapGiven(string place) =>
        Error("DL1096", "the input is a sitemap and holds no article itself; add its address with 'dateline watch add ADDRESS'", place);

    public static Diagnostic BadCompression(string place) =>
        Error("DL1009", "the compressed input is broken; fetch or pack it again", place);

    public static Diagnostic NotJson(string reason, string place) =>
        Error("DL1010", $"the line is not one JSON object ({Shown(reason)}); write one object a line", place);

    public static Diagnostic MissingField(string field, string place) =>
        Error("DL1011", $"the row has no ‘{field}’; give every row ‘id’ and ‘text’", place);

    public static Diagnostic WrongType(string field, string found, string place) =>
        Error("DL1012", $"‘{field}’ is {found}, not a string; write it in quotation marks", place);

    public static Diagnostic DuplicateId(string id, string place) =>
        Error("DL1013", $"the id ‘{Shown(id)}’ stands in an earlier row; give every row its own", place);

    public static Diagnostic LineTooLong(long limit, string place) =>
        Error("DL1014", $"the line is longer than {Size(limit)}; split the text into several rows", place);

    public static Diagnostic BrokenSurrogate(string field, string place) =>
        Error("DL1015", $"‘{field}’ holds half of a surrogate pair, which is no character; write the row again from its source", place);

    public static Diagnostic BadDate(string value, string place) =>
        Warning("DL1016", $"‘published’ is ‘{Shown(value)}’, no ISO 8601 date, and was left out; write it as 2025-10-05 or 2025-10-05T14:30:00Z", place);

    public static Diagnostic DuplicateField(string field, string place) =>
        Error("DL1017", $"‘{field}’ stands twice in the row; keep one of them", place);

    public static Diagnostic NoArticle(string place) =>
        Warning("DL1020", "no article was found on the page, so all its visible text was taken; check that the page is an article and was saved whole", place);

    public static Diagnostic NoText(string place) =>
        Error("DL1021", "the page shows no text; it may build itself by script: save it from a browser", place);

    public static Diagnostic TextFromMetadata(string place) =>
        Note("DL1022", "the text was taken from the page's own metadata, because the page shows less of it; check that the two agree", place);

    public static Diagnostic BrokenFeed(string place) =>
        Error("DL1030", "the feed is not well-formed and no entry could be saved; fetch it again, or tell its publisher", place);

    public static Diagnostic FeedRepaired(string place) =>
        Warning("DL1031", "the feed is not well-formed and was read after repair, so its last entries may be missing; fetch it again, or tell its publisher", place);

    public static Diagnostic EmptyFeed(string place) =>
        Error("DL1032", "the feed has no entries; check its address, or fetch it later", place);

    public static Diagnostic NoFeedList(string place) =>
        Error("DL1033", "the input is no list of feeds (OPML); export it again from the reader that made it", place);

    public static Diagnostic NoSitemap(string place) =>
        Error("DL1034", "the input is no sitemap; check its address, which the site's robots.txt names", place);

    public static Diagnostic PassedOver(string told, string place) =>
        Note("DL1040", $"not read as articles: {Shown(told, 400)}; nothing to do where that is as expected", place);

    public static Diagnostic NoArticlesInside(string told, string place) =>
        Error("DL1041", $"the input holds no article ({(told.Length == 0 ? "it is empty" : Shown(told, 400))}); check that it was saved or exported whole", place);

    public static Diagnostic ArchiveDamaged(string place) =>
        Error("DL1042", "the archive has bytes between its records that belong to none, so records may be missing; fetch it again", place);

    public static Diagnostic RecordCut(string place) =>
        Warning("DL1043", "the record breaks off or its coding is broken, so the end of the text may be missing; fetch the archive again", place);

    public static Diagnostic RecordUnreadable(string place) =>
        Error("DL1044", "the record breaks off before its content or has no type; fetch the archive again", place);

    public static Diagnostic PackedTooDeep(int limit, string place) =>
        Error("DL1045", $"packed files lie in packed files deeper than {limit}; unpack the outer ones first", place);

    public static Diagnostic TooManyPacked(int limit, string place) =>
        Error("DL1046", $"the packed input holds more than {limit} files; split it", place);

    public static Diagnostic PackedTooMuch(string place) =>
        Error("DL1047", "far more comes out of the packed file than text would give, so it was not read; check where it is from, or unpack it by hand", place);

    public static Diagnostic NoTextColumn(string place) =>
        Error("DL1050", "the table's first row names no column of text; call one ‘text’, ‘body’ or ‘content’", place);

    public static Diagnostic RowWithoutText(string place) =>
        Error("DL1051", "the row's text is empty; fill it in, or remove the row", place);

    public static Diagnostic RowTooLong(int expected, int found, string place) =>
        Error("DL1052", $"the row has {found} fields where the header names {expected}; put fields that hold the separator in quotation marks", place);

    public static Diagnostic QuoteNotClosed(string place) =>
        Error("DL1053", "a quotation mark that opens in the row is never closed; close it, and double those inside a field", place);

    public static Diagnostic NoSuchColumn(string column, string columns, string place) =>
        Error("DL1054", $"the table has no column ‘{Shown(column)}’; name one of its own in the mapping: {Shown(columns, 400)}", place);

    public static Diagnostic MailUnreadable(string place) =>
        Error("DL1060", "the message has no header that can be read; export it again as EML or mbox", place);

    public static Diagnostic MailEncrypted(string place) =>
        Error("DL1061", "the message is encrypted; decrypt it in the mail program and export it again", place);

    public static Diagnostic MailCut(string place) =>
        Warning("DL1062", "the message breaks off before its last part ends, so the end of the text may be missing; export it again", place);

    public static Diagnostic MailTooManyParts(int limit, string place) =>
        Error("DL1063", $"the message claims more than {limit} parts, or a header of more than 1 MiB, and was not taken apart; check where it is from", place);

    public static Diagnostic RecordWithoutBody(string title, string place) =>
        Error("DL1064", $"the record ‘{Shown(title)}’ has no text; export it again with the full text", place);

    public static Diagnostic RecordDateUnread(string date, string place) =>
        Warning("DL1065", $"the record's date ({(date.Length == 0 ? "none" : Shown(date))}) was not understood and was left out; give it by hand", place);

    public static Diagnostic RecordsMissing(int told, int found, string place) =>
        Error("DL1066", $"the export says that it holds {Count(told, "document")} and {found} were found; export it again, or export fewer at once", place);

    public static Diagnostic DocumentBroken(string place) =>
        Error("DL1067", "the Word document's text is broken, locked or missing; open it and save it again as DOCX", place);

    public static Diagnostic DocumentWithoutText(string place) =>
        Error("DL1068", "the Word document holds no text; if it holds pictures of text, run text recognition (OCR) first", place);

    public static Diagnostic ExportRepaired(string place) =>
        Warning("DL1069", "the XML is not well-formed and was read after repair, so its last records may be missing; export it again", place);

    public static Diagnostic PdfLocked(string place) =>
        Error("DL1070", "the PDF is locked with a password; open it and print or save it without one", place);

    public static Diagnostic PdfBroken(string place) =>
        Error("DL1071", "the PDF is broken and cannot be opened; fetch it again, or print it to a new PDF", place);

    public static Diagnostic PdfWithoutText(string place) =>
        Error("DL1072", "the PDF holds pictures of pages and no text; run text recognition (OCR) on it first", place);

    public static Diagnostic PdfGarbled(string place) =>
        Error("DL1073", "the PDF's fonts do not say which letters they show; run text recognition (OCR) on it first", place);

    public static Diagnostic PdfPagesLeft(int read, int count, string place) =>
        Error("DL1074", count == 0 ? "the PDF took too long to open and was not read; print it to a new PDF" : $"{read} of {Count(count, "page")} were read, because the PDF is too long or took too long; split it", place);

    public static Diagnostic PdfPagesWithoutText(string pages, string place) =>
        Warning("DL1075", $"no text stands on page {Shown(pages)}; run text recognition (OCR) where they are pictures of text", place);

    public static Diagnostic PdfPagesBroken(string pages, string place) =>
        Warning("DL1076", $"page {Shown(pages)} could not be read and is left out; print the PDF to a new one", place);

    public static Diagnostic StoryBroken(string reason, string place) =>
        Error("DL1077", $"the JSON breaks off or is broken ({Shown(reason)}), so stories may be missing; fetch it again", place);

    public static Diagnostic StoryWithdrawn(string status, string place) =>
        Warning("DL1078", $"its publisher marks this story as {Shown(status)}; leave it out, or treat what it tells as withdrawn", place);

    public static Diagnostic NoWebAddress(string place) =>
        Error("DL1080", "the address is not one of http or https; give the address of a feed, a sitemap or a page", place);

    public static Diagnostic ClosedAddress(string host, string place) =>
        Error("DL1081", $"‘{Shown(host)}’ leads to no address of the open internet; allow the host by name if it is your own", place);

    public static Diagnostic RobotsForbid(string place) =>
        Error("DL1082", "the site's robots.txt forbids this address; ask its owner, or save the page from a browser and import it", place);

    public static Diagnostic RobotsUnreachable(string place) =>
        Error("DL1083", "the site's robots.txt could not be read, so nothing is fetched from it; wait until the site answers again", place);

    public static Diagnostic TooManyRedirects(int limit, string place) =>
        Error("DL1084", $"the address redirects more than {limit} times; open it in a browser and give the address that it ends at", place);

    public static Diagnostic LeadsNowhere(string place) =>
        Error("DL1085", "the address redirects to no web address; open it in a browser and give the address that it ends at", place);

    public static Diagnostic Downgraded(string next, string place) =>
        Warning("DL1086", $"the address redirects from https to ‘{Shown(next)}’, which anybody on the way can alter; look for an https address of the site", place);

    public static Diagnostic BodyTooLarge(long limit, string place) =>
        Error("DL1087", $"the answer is larger than {Size(limit)}; check that the address is a feed or a page", place);

    public static Diagnostic TooSlow(int seconds, string place) =>
        Error("DL1088", $"the answer was not complete after {seconds} s; try again later", place);

    public static Diagnostic CutShort(string place) =>
        Error("DL1089", "the answer broke off before its end; try again later", place);

    public static Diagnostic UnknownCoding(string coding, string place) =>
        Error("DL1090", $"the answer is packed as ‘{Shown(coding)}’, which was not asked for; tell the site's owner", place);

    public static Diagnostic NoTrust(string place) =>
        Error("DL1091", "the site's certificate is not valid for it; check the address, or tell the site's owner", place);

    public static Diagnostic NoSuchHost(string place) =>
        Error("DL1092", "the host has no address; check how it is written, and that this machine is online", place);

    public static Diagnostic Unreachable(string reason, string place) =>
        Error("DL1093", $"the site could not be reached ({Shown(reason)}); try again later", place);

    public static Diagnostic BadStatus(int status, string place) =>
        Error("DL1094", status switch
        {
            404 or 410 => $"the site says that nothing is there ({status}); check the address",
            401 or 403 or 451 => $"the site does not show this to programs ({status}); ask its owner, or save the page from a browser and import it",
            429 => "the site asks for fewer requests (429); wait, and fetch it less often",
            _ => $"the site answered with status {status}; try again later",
        }, place);

    static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes";

    static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    // Quoted input stays short and on one line: diagnostics are printed one a line.
    static string Shown(string text, int longest = 80)
    {
        var cut = text.Length > longest ? text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…" : text;
        return string.Create(cut.Length, cut, static (buffer, source) =>
        {
            for (var k = 0; k < buffer.Length; k++)
                buffer[k] = char.IsControl(source[k]) ? ' ' : source[k];
        });
    }

    static Diagnostic Note(string code, string message, string place) => new(code, Severity.Note, message, place);

    static Diagnostic Warning(string code, string message, string place) => new(code, Severity.Warning, message, place);

    static Diagnostic Error(string code, string message, string place) => new(code, Severity.Error, message, place);
}
