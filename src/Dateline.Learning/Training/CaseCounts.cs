using System.Text.Json;
using Dateline.Learning.Corpora;
using Dateline.Text.Models;

namespace Dateline.Learning.Training;

/// <summary>How running text writes words inside sentences: with a small letter or a capital.</summary>
internal sealed class CaseCounts
{
    private const int MostWords = 14_000;
    private readonly Dictionary<string, (int Small, int Capital)> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts the words of plain text or of JSON lines with a text.</summary>
    internal void AddFile(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith('{'))
            {
                using var json = JsonDocument.Parse(line);
                Add(json.RootElement.GetProperty("text").GetString()!);
            }
            else Add(line);
        }
    }

    internal void Add(IEnumerable<ConlluSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            for (var i = 1; i < sentence.Words.Count; i++)
            {
                if (char.IsLetter(sentence.Words[i].Form[0]) && char.IsLetter(sentence.Words[i - 1].Form[^1])) Count(sentence.Words[i].Form);
            }
        }
    }

    /// <summary>Words that are nearly always small.</summary>
    internal ulong[] Everyday() => Chosen(count => count.Small >= 6 && count.Capital * 8 <= count.Small, count => count.Small);

    /// <summary>Words that nearly always have a capital.</summary>
    internal ulong[] Proper() => Chosen(count => count.Capital >= 5 && count.Small * 40 <= count.Capital, count => count.Capital);

    private ulong[] Chosen(Func<(int Small, int Capital), bool> fits, Func<(int Small, int Capital), int> often) =>
        [.. _counts.Where(pair => fits(pair.Value)).OrderByDescending(pair => often(pair.Value)).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostWords)
            .Select(pair => WordFeatures.Hash(pair.Key)).Order()];

    private void Add(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '-' or '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
            // The word before on the same line, with nothing but a blank between: the inside of a sentence.
            if (i > 1 && text[i - 1] == ' ' && (char.IsLetter(text[i - 2]) || text[i - 2] == ',')) Count(text[i..end]);
            i = end;
        }
    }

    private void Count(string word)
    {
        if (word.Length < 2 || word.Skip(1).Any(char.IsUpper)) return;
        var folded = Vocabulary.Folded(word);
        var (small, capital) = _counts.GetValueOrDefault(folded);
        _counts[folded] = char.IsUpper(word[0]) ? (small, capital + 1) : (small + 1, capital);
    }
}
