using System.Text;

namespace Dateline.Ingest.Bytes;

/// <summary>Encodings by the labels that pages use, with the replacements of the WHATWG Encoding Standard (latin1 is windows-1252, and so on).</summary>
internal static class Charsets
{
    /// <summary>The encoding for a label, or null when the label is not known.</summary>
    public static Encoding? Find(string label)
    {
        var name = label.Trim().Trim('"', '\'').ToLowerInvariant();
        name = name switch
        {
            "utf8" or "utf-8" or "unicode-1-1-utf-8" or "unicode11utf8" or "utf8mb4" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "iso88591" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "cp1252"
                or "x-cp1252" or "ansi" or "win1252" => "windows-1252",
            "iso-8859-9" or "iso8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "cp1251" or "win-1251" or "win1251" or "x-cp1251" => "windows-1251",
            "cp1250" or "x-cp1250" or "win1250" => "windows-1250",
            "cp1256" or "x-cp1256" => "windows-1256",
            "gb2312" or "gb_2312-80" or "gbk" or "x-gbk" or "chinese" => "gb18030",
            "ks_c_5601-1987" or "ksc5601" or "korean" or "euc_kr" or "windows-949" => "euc-kr",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "windows-31j" => "shift_jis",
            "x-euc-jp" or "eucjp" => "euc-jp",
            "big5-hkscs" or "x-x-big5" or "cn-big5" => "big5",
            "koi8r" or "koi" => "koi8-r",
            "utf-16" or "utf16" or "unicode" or "ucs-2" or "utf-16le" => "utf-16le",
            "utf16be" => "utf-16be",
            "x-mac-roman" or "macroman" => "macintosh",
            "x-user-defined" => "windows-1252",
            _ => name,
        };
        // UTF-7 is left out on purpose: browsers refuse it, since it lets markup hide in plain letters.
        if (name.Length is 0 or > 40 || name == "utf-7")
            return null;
        if (name == "utf-8")
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What broken UTF-8 on a Western page nearly always is.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
