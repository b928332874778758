using System.Text;

namespace Dateline.Ingest.Rows;

/// <summary>The rows of a delimited text by RFC 4180, one at a time: quoted fields may hold separators, line ends and doubled quotation marks.</summary>
/// <remarks>
/// No packaged reader is used, because a row that breaks the rules must become a failed row with its line and stop nothing: where a quotation
/// is never closed, reading goes on at the line under it, a few times. Memory is bounded by the longest row.
/// </remarks>
internal sealed class DelimitedRows(TextReader text, char separator, int limit)
{
    const int MostReturns = 8;

    readonly char[] _buffer = new char[1 << 15];
    readonly StringBuilder _field = new();

    // What was read of the row since its first line ended, for a return to there.
    readonly StringBuilder _since = new();
    string _again = "";
    int _at;
    int _start;
    int _end;
    int _line = 1;
    int _length;
    int _returns;
    bool _isInside;

    /// <summary>The rows; blank lines are passed over.</summary>
    public IEnumerable<DelimitedRow> Read()
    {
        while (Peek() >= 0)
        {
            var row = ReadRow();
            if (row.IsOpen || row.IsTooLong || row.Fields.Count > 1 || row.Fields[0].Length > 0)
                yield return row;
        }
    }

    DelimitedRow ReadRow()
    {
        var first = _line;
        List<string> fields = [];
        _length = 0;
        _since.Clear();
        while (true)
        {
            _field.Clear();
            if (Peek() == '"')
            {
                Next();
                var isClosed = ReadQuoted();
                // A mark that closes nothing but opens the field of a later row.
                var isStray = isClosed && _since.Length > 0 && Peek() is not (-1 or '\n' or '\r') && Peek() != separator;
                if (isStray || !isClosed && (_since.Length > 0 || Peek() < 0))
                {
                    Return(first);
                    return new DelimitedRow(fields, first, IsOpen: true, IsTooLong: false);
                }
            }
            // What stands after the closing mark is kept, as spreadsheets do.
            while (Peek() is >= 0 and var c && c != separator && c is not ('\n' or '\r') && _length <= limit)
                _field.Append((char)Next());
            if (_length > limit)
            {
                PassLine();
                return new DelimitedRow(fields, first, IsOpen: false, IsTooLong: true);
            }
            fields.Add(_field.ToString());
            if (Peek() != separator)
                break;
            Next();
        }
        EndLine();
        return new DelimitedRow(fields, first, IsOpen: false, IsTooLong: false);
    }

    bool ReadQuoted()
    {
        _isInside = true;
        while (Peek() >= 0 && _length <= limit)
        {
            var c = (char)Next();
            if (c == '"')
            {
                if (Peek() != '"')
                {
                    _isInside = false;
                    return true;
                }
                Next();
            }
            else if (c == '\n')
            {
                _line++;
            }
            _field.Append(c);
        }
        _isInside = false;
        return false;
    }

    // Back to the line under the one where the row began.
    void Return(int first)
    {
        if (_since.Length == 0 || _returns++ >= MostReturns)
        {
            PassLine();
            return;
        }
        _again = string.Concat(_since.ToString(1, _since.Length - 1), _again.AsSpan(_at));
        _at = 0;
        _line = first + 1;
    }

    void PassLine()
    {
        while (Peek() is >= 0 and not '\n')
            Skip();
        EndLine();
    }

    void EndLine()
    {
        if (Peek() == '\r')
            Skip();
        if (Peek() == '\n')
            Skip();
        _line++;
    }

    int Peek()
    {
        if (_at < _again.Length)
            return _again[_at];
        if (_start == _end)
        {
            _start = 0;
            _end = text.Read(_buffer, 0, _buffer.Length);
        }
        return _end <= 0 ? -1 : _buffer[_start];
    }

    int Skip()
    {
        var c = Peek();
        if (_at < _again.Length)
            _at++;
        else if (c >= 0)
            _start++;
        return c;
    }

    int Next()
    {
        var c = Skip();
        _length++;
        if (_since.Length > 0)
            _since.Append((char)c);
        else if (_isInside && c == '\n')
            _since.Append('\n');
        return c;
    }
}
