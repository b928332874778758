using System.Globalization;
using Dateline.Text;

namespace Dateline.Cli.Petrarch;

/// <summary>Turns a dictionary of agents into a table of roles.</summary>
internal sealed class PetrarchAgents(List<Diagnostic> remarks)
{
    private readonly List<(int Line, string Words, string Plural, string Sector)> _rows = [];
    private readonly Dictionary<string, string[]> _sets = new(StringComparer.Ordinal);

    /// <summary>How many roles were made.</summary>
    public int Count => _rows.Count;

    /// <summary>Reads a dictionary.</summary>
    public void Read(List<PetrarchLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Text[0] == '!' && line.Text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                _sets[line.Text[..equals].Trim()] = [.. line.Text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
                continue;
            }

            if (line.Code() is not { } code)
            {
                remarks.Add(PetrarchMessages.NoActorCode(line));
                continue;
            }

            var words = Expand(line.Head()).Select(Words).Where(word => word.Length > 0);
            var plural = line.Braced() is { } forms ? string.Join('|', forms.Select(Words)) : string.Empty;
            _rows.Add((line.Number, string.Join('|', words), plural, PetrarchCode.Spaced(code)));
        }
    }

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write("key\twords\tplural\tnumber\tsector\tkind\tunique\trefers\torigin\n");
        foreach (var (line, words, plural, sector) in _rows)
        {
            if (words.Length > 0) writer.Write($"agent-{line.ToString(CultureInfo.InvariantCulture)}\t{words}\t{plural}\t\t{sector}\tgroup\t\t\tdictionary\n");
        }
    }

    private IEnumerable<string> Expand(string text)
    {
        foreach (var (name, members) in _sets)
        {
            if (text.Contains(name, StringComparison.Ordinal)) return members.Select(member => text.Replace(name, member, StringComparison.Ordinal));
        }

        return [text];
    }

    private static string Words(string text) => text.Replace('_', ' ').Replace('|', ' ').Trim().ToLowerInvariant();
}
