namespace Dateline.Text.Models;

/// <summary>
/// What a model sees of a word: its folded form, its character n-grams, its affixes and its shape, as hashes.
/// </summary>
/// <remarks>
/// Hashed n-grams after Bojanowski et al. 2017. Words longer than <see cref="MaxLength"/> keep their beginning and
/// end, so that the work for one word is bounded.
/// </remarks>
internal static class WordFeatures
{
    /// <summary>Characters of a word that are looked at.</summary>
    internal const int MaxLength = 30;

    /// <summary>The most n-grams a word can have.</summary>
    internal const int MaxGrams = 3 * (MaxLength + 2);

    /// <summary>The most affixes a word can have, shape included.</summary>
    internal const int MaxAffixes = 10;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Lower case, digits as 0, typographic quotes and dashes as plain ones; returns the length.</summary>
    internal static int Fold(ReadOnlySpan<char> form, Span<char> folded)
    {
        var length = Math.Min(form.Length, MaxLength);
        for (var i = 0; i < length; i++)
        {
            var c = form.Length > MaxLength && i >= MaxLength / 2 ? form[form.Length - MaxLength + i] : form[i];
            folded[i] = c switch
            {
                >= 'a' and <= 'z' => c,
                >= '0' and <= '9' => '0',
                '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
                '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
                '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }

        return length;
    }

    /// <summary>A hash of 64 bits (FNV-1a with a last mixing); the same on every machine.</summary>
    internal static ulong Hash(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = Offset ^ (seed * 0x9E3779B97F4A7C15);
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    /// <summary>A hash of a word as it stands, except that all apostrophes are one.</summary>
    internal static ulong HashOfForm(ReadOnlySpan<char> form, ulong seed)
    {
        var hash = Offset ^ ((seed + 64) * 0x9E3779B97F4A7C15);
        foreach (var c in form) hash = (hash ^ (c is '\u2018' or '\u2019' or '\u02BC' ? '\'' : c)) * Prime;
        return Mix(hash);
    }

    /// <summary>The n-grams of three to five characters of a folded word with its borders, as rows of a table.</summary>
    internal static int Grams(ReadOnlySpan<char> folded, int rows, Span<int> grams)
    {
        Span<char> bounded = stackalloc char[MaxLength + 2];
        bounded[0] = '\u0002';
        folded.CopyTo(bounded[1..]);
        bounded[folded.Length + 1] = '\u0003';
        bounded = bounded[..(folded.Length + 2)];
        var count = 0;
        for (var i = 0; i < bounded.Length; i++)
        {
            var hash = Offset;
            for (var n = 0; n < 5 && i + n < bounded.Length; n++)
            {
                hash = (hash ^ bounded[i + n]) * Prime;
                if (n >= 2) grams[count++] = (int)(Mix(hash) % (ulong)rows);
            }
        }

        return count;
    }

    /// <summary>Beginnings, endings and the shape of a word, as rows of a table.</summary>
    internal static int Affixes(ReadOnlySpan<char> form, ReadOnlySpan<char> folded, int rows, Span<int> affixes)
    {
        var count = 0;
        for (var n = 1; n <= 4 && n <= folded.Length; n++)
            affixes[count++] = (int)(Hash(folded[^n..], (ulong)n) % (ulong)rows);
        for (var n = 1; n <= 3 && n <= folded.Length; n++)
            affixes[count++] = (int)(Hash(folded[..n], 8 + (ulong)n) % (ulong)rows);
        Span<char> shape = stackalloc char[8];
        affixes[count++] = (int)(Hash(shape[..Shape(form, shape)], 16) % (ulong)rows);
        affixes[count++] = (int)(Hash([(char)Math.Min(form.Length, 12)], 17) % (ulong)rows);
        return count;
    }

    /// <summary>The kinds of character of a word in order, runs as one: “Xx” for Bamako, “X” for AU, “d-x” for 12-year.</summary>
    internal static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var count = 0;
        var last = '\0';
        var run = 0;
        for (var i = 0; i < Math.Min(form.Length, 2 * MaxLength) && count < shape.Length; i++)
        {
            var c = form[i];
            var kind = char.IsAsciiDigit(c) ? 'd' : char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsLetter(c) ? 'l' : c < 128 ? c : 's';
            run = kind == last ? run + 1 : 1;
            // One capital alone says something else than a run of them.
            if (kind != last || (kind == 'X' && run == 2)) shape[count++] = kind;
            last = kind;
        }

        return count;
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
