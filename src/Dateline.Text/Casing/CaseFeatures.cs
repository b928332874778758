using Dateline.Text.Models;

namespace Dateline.Text.Casing;

/// <summary>What the model of case sees of a word: itself, its beginning and ending, its neighbours, as rows of a table.</summary>
internal static class CaseFeatures
{
    /// <summary>The most features a word has.</summary>
    public const int Most = 20;

    /// <summary>Those that do not ask for neighbours; they come first.</summary>
    public const int OwnCount = 8;

    /// <summary>Writes the features of the word at <paramref name="index"/> and returns their number.</summary>
    /// <param name="text">The text; its case is not looked at.</param>
    /// <param name="words">Its words.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="before">The form given to the word before, where that one belongs to the same run.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="features">Receives the rows; at least <see cref="Most"/> long.</param>
    public static int Of(ReadOnlySpan<char> text, List<CaseWord> words, int index, CaseForm before, int rows, Span<int> features)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        var word = words[index];
        ReadOnlySpan<char> folded = buffer[..WordFeatures.Fold(word.In(text), buffer)];
        var own = WordFeatures.Hash(folded, 1);
        var count = 0;
        Add(features, ref count, rows, own);
        for (var n = 2; n <= 4; n++) Add(features, ref count, rows, WordFeatures.Hash(folded[^Math.Min(n, folded.Length)..], (ulong)(n + 10)));
        for (var n = 2; n <= 3; n++) Add(features, ref count, rows, WordFeatures.Hash(folded[..Math.Min(n, folded.Length)], (ulong)(n + 20)));
        Add(features, ref count, rows, WordFeatures.Hash([(char)Math.Min(folded.Length, 9), (char)Math.Min(Vowels(folded), 4)], 30));
        Add(features, ref count, rows, WordFeatures.Hash([word.Before, word.After, (char)Math.Min(folded.Length, 6)], 31));

        var previous = index > 0 && word.Before == ' ' ? HashAt(text, words, index - 1, 40) : word.Before;
        var next = index + 1 < words.Count && word.After == ' ' ? HashAt(text, words, index + 1, 41) : word.After;
        var state = word.Before == ' ' ? (ulong)before + 1 : 0;
        Add(features, ref count, rows, previous ^ 0x51);
        Add(features, ref count, rows, next ^ 0x52);
        Add(features, ref count, rows, (previous ^ own) * 31);
        Add(features, ref count, rows, (next ^ own) * 37);
        Add(features, ref count, rows, state + 0x5300);
        Add(features, ref count, rows, own ^ ((state + 7) << 40));
        Add(features, ref count, rows, next ^ ((state + 17) << 40));
        Add(features, ref count, rows, (previous ^ (next * 3)) + 0x54);
        if (index > 1 && word.Before == ' ' && words[index - 1].Before == ' ') Add(features, ref count, rows, HashAt(text, words, index - 2, 42) ^ (previous * 5));
        if (index + 2 < words.Count && word.After == ' ' && words[index + 1].After == ' ') Add(features, ref count, rows, HashAt(text, words, index + 2, 43));
        return count;
    }

    private static ulong HashAt(ReadOnlySpan<char> text, List<CaseWord> words, int index, ulong seed)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        return WordFeatures.Hash(buffer[..WordFeatures.Fold(words[index].In(text), buffer)], seed);
    }

    private static int Vowels(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word) count += c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or > '\u00bf' ? 1 : 0;
        return count;
    }

    private static void Add(Span<int> features, ref int count, int rows, ulong hash)
    {
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        features[count++] = (int)((hash >> 16) % (ulong)rows);
    }
}
