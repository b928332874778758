using System.Text;

namespace Dateline.Ingest.Rows;

/// <summary>The rows of a delimited text by RFC 4180: quoted fields may hold separators, line ends and doubled quotation marks.</summary>
/// <remarks>No packaged reader is used, because a row that breaks the rules must become a failed row with its line and stop nothing.</remarks>
internal static class DelimitedRows
{
    /// <summary>The rows with the line each begins on, from 1; blank lines are passed over. An open quotation is <c>Open</c>.</summary>
    public static IEnumerable<(List<string> Fields, int Line, bool Open)> Read(string text, char separator)
    {
        var position = 0;
        var line = 1;
        var field = new StringBuilder();
        while (position < text.Length)
        {
            var first = line;
            List<string> fields = [];
            var ended = false;
            var open = false;
            while (!ended)
            {
                field.Clear();
                if (position < text.Length && text[position] == '"')
                {
                    position++;
                    open = true;
                    while (position < text.Length)
                    {
                        var c = text[position++];
                        if (c == '"')
                        {
                            if (position >= text.Length || text[position] != '"')
                            {
                                open = false;
                                break;
                            }
                            position++;
                        }
                        else if (c == '\n')
                        {
                            line++;
                        }
                        field.Append(c);
                    }
                }
                // What stands after the closing mark is kept, as spreadsheets do.
                while (position < text.Length && text[position] != separator && text[position] is not ('\n' or '\r'))
                    field.Append(text[position++]);
                fields.Add(field.ToString());
                ended = position >= text.Length || text[position] != separator;
                if (!ended)
                    position++;
            }
            if (position < text.Length && text[position] == '\r')
                position++;
            if (position < text.Length && text[position] == '\n')
                position++;
            line++;
            if (fields.Count > 1 || fields[0].Length > 0)
                yield return (fields, first, open);
        }
    }
}
