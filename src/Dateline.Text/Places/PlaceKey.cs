namespace Dateline.Text.Places;

/// <summary>
/// The form under which a place name is looked up: lower case, Latin letters without their marks, hyphens and white space as one
/// space, apostrophes and points left out. “N’Djamena” and “Ndjamena”, “Ménaka” and “Menaka” have one key.
/// </summary>
internal static class PlaceKey
{
    /// <summary>The longest name that is looked up, in characters.</summary>
    public const int Longest = 64;

    // The letter without its mark, for U+00C0 to U+024F and U+1E00 to U+1EFF; a question mark where there is none.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
            + "hhhhiiiiiiiiii??jjkkkllllll??llnnnnnn?nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?????????"
            + "???????e????????????????oo?????????????uu????????????????????????????aaiioouuuuuuuuuu?aaaaaa??ggkkoo"
            + "oo??j???gg??nnaaaaooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
            + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy????s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
            + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    /// <summary>Writes the key of <paramref name="name"/>; returns its length, or -1 when it does not fit.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        foreach (var c in name)
        {
            char folded;
            switch (c)
            {
                case '\'' or '’' or '‘' or 'ʼ' or 'ʽ' or '`' or '.':
                    continue;
                case '-' or '–' or '_' or '/':
                    folded = ' ';
                    break;
                case >= '\u00C0' and < '\u0250':
                    folded = Latin[c - 0xC0] is var plain && plain != '?' ? plain : char.ToLowerInvariant(c);
                    break;
                case >= '\u1E00' and < '\u1F00':
                    folded = LatinAdditional[c - 0x1E00] is var bare && bare != '?' ? bare : char.ToLowerInvariant(c);
                    break;
                case >= '\u0300' and < '\u0370':
                    continue;
                default:
                    folded = char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c);
                    break;
            }

            if (folded == ' ' && (length == 0 || key[length - 1] == ' ')) continue;
            if (length == key.Length) return -1;
            key[length++] = folded;
        }

        return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>The key as a string, or null when the name is too long or empty.</summary>
    public static string? Of(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[Longest];
        var length = Fold(name, key);
        return length <= 0 ? null : new string(key[..length]);
    }
}
