using System.Globalization;
using Dateline.Text;

namespace Dateline.Cli.Petrarch;

/// <summary>Turns a dictionary of actors into a table of names with their codes.</summary>
internal sealed class PetrarchActors(List<Diagnostic> remarks)
{
    private readonly List<Entry> _entries = [];

    /// <summary>How many actors were made.</summary>
    public int Count => _entries.Count(entry => entry.Code is not null);

    /// <summary>Reads a dictionary.</summary>
    public void Read(List<PetrarchLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Text[0] == '[')
            {
                if (_entries.Count > 0) Take(_entries[^1], line);
                continue;
            }

            if (line.Text[0] == '+')
            {
                if (_entries.Count == 0) continue;
                _entries[^1].Names.AddRange(NamesOf(line.Head()[1..]));
                if (line.Code() is not null) Take(_entries[^1], line);
                continue;
            }

            var entry = new Entry(line, [.. NamesOf(line.Head())]);
            if (entry.Names.Count == 0) continue;
            _entries.Add(entry);
            if (line.Code() is not null) Take(entry, line);
        }

        foreach (var entry in _entries)
        {
            if (entry.Code is null) remarks.Add(PetrarchMessages.NoActorCode(entry.Line));
        }
    }

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write("key\tkind\tname\tcode\tcountry\taliases_en\taliases_fr\tfrom\tuntil\torigin\n");
        foreach (var entry in _entries)
        {
            if (entry.Code is not { } code) continue;
            var key = entry.Names[0].ToLowerInvariant().Replace(' ', '-');
            writer.Write($"{key}-{entry.Line.Number.ToString(CultureInfo.InvariantCulture)}\torganisation\t{entry.Names[0]}\t{PetrarchCode.Spaced(code)}\t\t{string.Join('|', entry.Names.Skip(1))}\t\t\t\tdictionary\n");
        }
    }

    // The code without days is what somebody is by default; where all have days, the last.
    private void Take(Entry entry, PetrarchLine line)
    {
        var code = line.Code()!;
        var blocks = code.Split([' ', '<', '>', '-'], StringSplitOptions.RemoveEmptyEntries);
        var isDated = code.AsSpan().IndexOfAny("<>") >= 0 || (blocks.Length > 1 && char.IsAsciiDigit(blocks[1][0]));
        if (blocks.Length == 0 || !blocks[0].All(char.IsAsciiLetterOrDigit)) return;
        if (isDated)
        {
            remarks.Add(PetrarchMessages.Dated(line, code));
            if (entry.HasPlainCode) return;
        }

        entry.Code = blocks[0].Split('/')[0].ToUpperInvariant();
        entry.HasPlainCode |= !isDated;
    }

    // Dictionaries shout; text does not. Short names are taken as they stand as well, for they are acronyms as often as not.
    private static IEnumerable<string> NamesOf(string text)
    {
        var name = text.Replace('_', ' ').Trim();
        while (name.Contains("  ", StringComparison.Ordinal)) name = name.Replace("  ", " ", StringComparison.Ordinal);
        if (name.Length == 0) yield break;
        var title = string.Join(' ', name.Split(' ').Select(Title));
        yield return title;
        if (name.Length <= 6 && name != title) yield return name;
    }

    private static string Title(string word) => word.Contains('.', StringComparison.Ordinal) || word.Length < 2
        ? word
        : string.Join('-', word.Split('-').Select(part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));

    private sealed class Entry(PetrarchLine line, List<string> names)
    {
        public PetrarchLine Line => line;

        public List<string> Names => names;

        public string? Code { get; set; }

        public bool HasPlainCode { get; set; }
    }
}
