using System.Globalization;

namespace Dateline.Ingest.Dates;

/// <summary>Finds full calendar dates (day, month and year) in short runs of text such as header lines.</summary>
/// <remarks>Linear in the text, stateless. Dates without a year are left to the reader of times, who knows the document's own date.</remarks>
internal static class WrittenDates
{
    // Nothing that was published carries an earlier date, and later ones are misprints or tokens of another kind.
    const int FirstYear = 1600;
    const int LastYear = 2100;

    /// <summary>The first date in the text, or null.</summary>
    /// <param name="text">A line or less.</param>
    /// <param name="monthFirst">Whether 05/10/2025 is May 10.</param>
    public static WrittenDate? Find(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        for (var k = 0; k < text.Length; k++)
        {
            if (k > 0 && char.IsLetterOrDigit(text[k - 1]) || !char.IsLetterOrDigit(text[k]))
                continue;
            if (TryRead(text[k..], monthFirst, out var date))
                return date with { Start = k };
        }
        return null;
    }

    /// <summary>Whether the text is a date and nothing else but white space, brackets and a closing point.</summary>
    public static WrittenDate? Whole(ReadOnlySpan<char> text, bool monthFirst = false)
    {
        var start = text.Length - text.TrimStart(" \t\u00A0([").Length;
        if (!TryRead(text[start..], monthFirst, out var date) || !text[(start + date.Length)..].Trim(" \t\u00A0)].,").IsEmpty)
            return null;
        return date with { Start = start };
    }

    /// <summary>Reads the date at the very beginning of the text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, bool monthFirst, out WrittenDate date)
    {
        date = default;
        var cursor = new Cursor(text);
        cursor.SkipWeekday();
        var mark = cursor.Position;
        if (!TryYearFirst(ref cursor, out var year, out var month, out var day))
        {
            cursor.Position = mark;
            if (!TryDayFirst(ref cursor, out year, out month, out day))
            {
                cursor.Position = mark;
                if (!TryMonthFirst(ref cursor, out year, out month, out day))
                {
                    cursor.Position = mark;
                    if (!TryNumbers(ref cursor, monthFirst, out year, out month, out day, out var byHabit))
                        return false;
                    date = date with { DayFirst = byHabit };
                }
            }
        }
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        var iso = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
        var end = cursor.Position;
        if (ClockTimes.TryRead(text[end..], out var clock, out var length))
        {
            iso += clock;
            end += length;
        }
        date = new WrittenDate(iso, 0, end, date.DayFirst);
        return true;
    }

    // 2025-10-05, 2025/10/5, 2025.10.05, 20251005, 2025年10月5日, 2025년 10월 5일
    static bool TryYearFirst(ref Cursor cursor, out int year, out int month, out int day)
    {
        month = day = 0;
        if (!cursor.TryNumber(out year, out var digits))
            return false;
        if (digits == 8)
        {
            (year, month, day) = (year / 10000, year / 100 % 100, year % 100);
            return year is >= 1900 and <= LastYear && !cursor.AtLetterOrDigit;
        }
        if (digits != 4)
            return false;
        if (cursor.TakeAny("年년"))
        {
            cursor.SkipSpaces();
            if (!cursor.TryNumber(out month, out _) || !cursor.TakeAny("月월"))
                return false;
            cursor.SkipSpaces();
            return cursor.TryNumber(out day, out _) && cursor.TakeAny("日일");
        }
        var separator = cursor.Current;
        if (separator is not ('-' or '/' or '.'))
            return false;
        cursor.Position++;
        cursor.SkipSpaces();
        if (!cursor.TryNumber(out month, out digits) || digits > 2 || !cursor.Take(separator))
            return false;
        cursor.SkipSpaces();
        if (!cursor.TryNumber(out day, out digits) || digits > 2)
            return false;
        if (separator == '.')
            cursor.Take('.');
        return true;
    }

    // 5 October 2025, 5th of October, 2025, 1er octobre 2025, 5. Oktober 2025, 5 de octubre de 2025, 05-Oct-2025
    static bool TryDayFirst(ref Cursor cursor, out int year, out int month, out int day)
    {
        year = month = 0;
        if (!cursor.TryNumber(out day, out var digits) || digits > 2)
            return false;
        cursor.TakeOrdinal();
        cursor.Take('.');
        cursor.SkipSpaces();
        cursor.Take('-');
        if (!cursor.TryWordAfterParticle(out month))
            return false;
        return cursor.TryYear(out year);
    }

    // October 5, 2025; Oct. 5th 2025
    static bool TryMonthFirst(ref Cursor cursor, out int year, out int month, out int day)
    {
        year = day = 0;
        if (!cursor.TryMonth(out month))
            return false;
        cursor.SkipSpaces();
        if (!cursor.TryNumber(out day, out var digits) || digits > 2)
            return false;
        cursor.TakeOrdinal();
        return cursor.TryYear(out year);
    }

    // 05/10/2025, 5.10.2025, 10-5-25
    static bool TryNumbers(ref Cursor cursor, bool monthFirst, out int year, out int month, out int day, out bool byHabit)
    {
        year = month = day = 0;
        byHabit = false;
        if (!cursor.TryNumber(out var first, out var digits) || digits > 2)
            return false;
        var separator = cursor.Current;
        if (separator is not ('-' or '/' or '.'))
            return false;
        cursor.Position++;
        cursor.SkipSpaces();
        if (!cursor.TryNumber(out var second, out digits) || digits > 2 || !cursor.Take(separator))
            return false;
        cursor.SkipSpaces();
        if (!cursor.TryNumber(out year, out digits) || digits is not (2 or 4) || cursor.AtLetterOrDigit)
            return false;
        if (digits == 2)
        {
            // Two digits with points or dashes are as often a version, a score or a telephone number.
            if (separator != '/')
                return false;
            year += year < 70 ? 2000 : 1900;
        }
        byHabit = first <= 12 && second <= 12 && first != second;
        if (second > 12 || monthFirst && first <= 12 && separator != '.')
            (month, day) = (first, second);
        else
            (day, month) = (first, second);
        return true;
    }

    ref struct Cursor(ReadOnlySpan<char> text)
    {
        readonly ReadOnlySpan<char> _text = text;

        public int Position { get; set; }

        public readonly char Current => Position < _text.Length ? _text[Position] : '\0';

        public readonly bool AtLetterOrDigit => char.IsLetterOrDigit(Current);

        public bool Take(char c)
        {
            if (Current != c)
                return false;
            Position++;
            return true;
        }

        public bool TakeAny(string set)
        {
            if (Position >= _text.Length || !set.Contains(Current, StringComparison.Ordinal))
                return false;
            Position++;
            return true;
        }

        // White space of any kind but line ends, at most a handful: a date does not sprawl.
        public void SkipSpaces()
        {
            for (var k = 0; k < 4 && Position < _text.Length && char.IsWhiteSpace(Current) && Current is not ('\n' or '\r'); k++)
                Position++;
        }

        public bool TryNumber(out int value, out int digits)
        {
            value = digits = 0;
            while (digits < 9 && char.IsAsciiDigit(Current))
            {
                value = value * 10 + (Current - '0');
                Position++;
                digits++;
            }
            return digits > 0 && !char.IsAsciiDigit(Current);
        }

        public void TakeOrdinal()
        {
            var rest = _text[Position..];
            foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "ème", "º", "ª", "°"])
            {
                if (rest.StartsWith(suffix, StringComparison.OrdinalIgnoreCase) && (rest.Length == suffix.Length || !char.IsLetter(rest[suffix.Length])))
                {
                    Position += suffix.Length;
                    return;
                }
            }
        }

        public bool TryMonth(out int month)
        {
            var word = Word();
            month = MonthNames.Find(word);
            if (month == 0)
                return false;
            Position += word.Length;
            Take('.');
            return true;
        }

        // “5 of October”, “5 de octubre”
        public bool TryWordAfterParticle(out int month)
        {
            SkipSpaces();
            var word = Word();
            if (word.Length is 1 or 2 && (word is "of" or "de" or "d"))
            {
                Position += word.Length;
                if (!Take('\''))
                    Take('’');
                SkipSpaces();
            }
            return TryMonth(out month);
        }

        public bool TryYear(out int year)
        {
            SkipSpaces();
            if (!Take(','))
                Take('-');
            SkipSpaces();
            var word = Word();
            if (word is "de" or "del")
            {
                Position += word.Length;
                SkipSpaces();
            }
            if (!TryNumber(out year, out var digits) || AtLetterOrDigit)
                return false;
            if (digits == 2 && _text.Length > Position - 3 && Position >= 3 && _text[Position - 3] is '-')
                year += year < 70 ? 2000 : 1900;
            // RFC 822 wrote “05 Oct 25 10:00:00”: the clock tells that two digits are a year.
            else if (digits == 2 && Position + 3 < _text.Length && _text[Position] == ' ' && char.IsAsciiDigit(_text[Position + 1]) && _text[Position + 3] == ':')
                year += year < 70 ? 2000 : 1900;
            else if (digits != 4)
                return false;
            return true;
        }

        // “Wednesday, ”, “mercredi ”, “Mi., ”: a word with at most a point and a comma before the date proper.
        public void SkipWeekday()
        {
            var mark = Position;
            var word = Word();
            if (word.Length is < 2 or > 12 || MonthNames.Find(word) != 0)
                return;
            if (!Weekdays.Contains(word))
                return;
            Position += word.Length;
            if (!Take('.'))
                Take('-');
            SkipSpaces();
            if (!Take(','))
                Take('|');
            SkipSpaces();
            var article = Word();
            if (article.Length is 2 or 3 && (article is "le" or "the" or "den" or "el"))
            {
                Position += article.Length;
                SkipSpaces();
            }
            if (Position == mark + word.Length)
                Position = mark;
        }

        readonly ReadOnlySpan<char> Word()
        {
            var end = Position;
            // Marks belong to letters of Arabic and of decomposed Latin.
            while (end < _text.Length && end - Position < 20
                && (char.IsLetter(_text[end]) || char.GetUnicodeCategory(_text[end]) == UnicodeCategory.NonSpacingMark))
            {
                end++;
            }
            return _text[Position..end];
        }
    }
}
