using System.Globalization;
using Dateline.Text;

namespace Dateline.Learning.Corpora;

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html), one sentence at a time.</summary>
public static class ConlluReader
{
    /// <summary>The sentences of <paramref name="reader"/> in order; lines that are no CoNLL-U are left out and reported.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="place">The file's name, for diagnostics.</param>
    /// <param name="report">Gets what was wrong with the input; null to leave it unsaid.</param>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string place = "-", Action<Diagnostic>? report = null)
    {
        var comments = new List<string>();
        var words = new List<ConlluWord>();
        var ranges = new List<ConlluRange>();
        var empty = new List<ConlluRange>();
        var number = 0;
        while (true)
        {
            var line = reader.ReadLine();
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                if (words.Count > 0)
                {
                    yield return new ConlluSentence { Comments = comments.ToArray(), Words = words.ToArray(), Ranges = ranges.ToArray(), EmptyNodes = empty.ToArray() };
                    comments.Clear();
                    words.Clear();
                    ranges.Clear();
                    empty.Clear();
                }

                if (line is null) yield break;
                continue;
            }

            if (line[0] == '#')
            {
                comments.Add(line);
                continue;
            }

            var columns = line.Split('\t');
            if (columns.Length < 2)
            {
                report?.Invoke(new Diagnostic("DL3101", Severity.Warning, "the line has no second column; separate the ten columns by tabs", $"{place}:{number}"));
                continue;
            }

            if (columns.Length < 10)
            {
                var given = columns.Length;
                Array.Resize(ref columns, 10);
                Array.Fill(columns, "_", given, 10 - given);
            }

            var id = columns[0].AsSpan();
            if (id.IndexOf('-') is > 0 and var dash && Position(id[..dash]) is { } first && Position(id[(dash + 1)..]) is { } last)
            {
                ranges.Add(new ConlluRange(first, last, line));
            }
            else if (id.IndexOf('.') is > 0 and var dot && Position(id[..dot]) is { } before)
            {
                empty.Add(new ConlluRange(before, before, line));
            }
            else if (Position(id) is { } position && position == words.Count + 1)
            {
                words.Add(new ConlluWord(columns[1], columns[2], columns[3], columns[4], columns[5], Position(columns[6]) ?? -1, columns[7], columns[9]));
            }
            else
            {
                report?.Invoke(new Diagnostic("DL3102", Severity.Warning, $"'{columns[0]}' is not the number of the next word; number the words of a sentence 1, 2, …", $"{place}:{number}"));
            }
        }
    }

    private static int? Position(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
