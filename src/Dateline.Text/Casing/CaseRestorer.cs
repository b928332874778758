using System.Buffers.Binary;
using System.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Text.Casing;

/// <summary>
/// Gives text that is written in one case, all capitals or all small, the case it would have in print, so that what was learned from
/// print can read it.
/// </summary>
/// <remarks>
/// Old wires, teletypes and many headlines are capitals only, many archives keep small letters only, and capitals are most of what
/// tells a name and where a sentence begins. A linear model (Collins
/// 2002, averaged perceptron) says for each word whether it is small, capital or an acronym; a word that stands several times in
/// a text is decided by all its places together. Every character keeps its place: only case changes, so that spans of the restored
/// text are spans of the text. Immutable and safe for any number of threads. Linear in the length of the text.
/// </remarks>
public sealed class CaseRestorer
{
    internal const int Forms = 3;

    private const ulong Magic = 0x3145_5341_434C_44; // “DLCASE1”
    private const int HeaderLength = 16;
    private const int FewestWords = 4;

    // Print has a capital for every twenty to forty letters; notes in a few words may have none.
    private const int FewestSmallWords = 12;
    private const int SmallPerCapital = 100;
    private const int LongestName = 8;
    private const int LongestKey = 100;

    private readonly sbyte[] _weights;
    private readonly int _rows;
    private readonly ActorLexicon _actors;

    private CaseRestorer(sbyte[] weights, ActorLexicon actors)
    {
        _weights = weights;
        _rows = weights.Length / Forms;
        _actors = actors;
    }

    /// <summary>Opens a model of case.</summary>
    /// <param name="bytes">The whole file, LANGUAGE.case.</param>
    /// <param name="actors">Whose acronyms are known for certain.</param>
    /// <exception cref="InvalidDataException">The bytes are no model of case.</exception>
    public static CaseRestorer Open(ReadOnlySpan<byte> bytes, ActorLexicon actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]) is var rows && (rows <= 0 || bytes.Length != HeaderLength + ((long)rows * Forms)))
            throw new InvalidDataException("The file is no model of case of this version; take the file of a release or train it anew.");
        var weights = new sbyte[bytes.Length - HeaderLength];
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes[HeaderLength..]).CopyTo(weights);
        return new CaseRestorer(weights, actors);
    }

    /// <summary>The file of a model with these weights.</summary>
    internal static byte[] ToFile(ReadOnlySpan<sbyte> weights)
    {
        var bytes = new byte[HeaderLength + weights.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), weights.Length / Forms);
        System.Runtime.InteropServices.MemoryMarshal.Cast<sbyte, byte>(weights).CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>The text in the case of print; the very same string when nothing in it is written in one case only.</summary>
    /// <remarks>
    /// A text that is capitals, or small letters, nearly throughout is restored as a whole; in any other text only lines of capitals are.
    /// What has a capital among small letters keeps its case.
    /// </remarks>
    public string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isSmall = IsSmall(text);
        var stretches = isSmall ? [(0, text.Length)] : Stretches(text);
        if (stretches.Count == 0) return text;
        var words = new List<CaseWord>();
        foreach (var (start, end) in stretches) words.AddRange(CaseScanner.Scan(text, start, end));
        var forms = Decide(text, words);
        return string.Create(text.Length, (text, words, forms, isSmall), static (result, state) =>
        {
            state.text.CopyTo(result);
            for (var i = 0; i < state.words.Count; i++)
            {
                var word = state.words[i];
                if (state.isSmall)
                {
                    Raise(result.Slice(word.Start, word.Length), state.forms[i], word.OpensSentence);
                    continue;
                }

                Write(result.Slice(word.Start, word.Length), state.forms[i], word.OpensSentence);
                if (word.Tail > 0) Write(result.Slice(word.Start + word.Length, word.Tail), CaseForm.Small, opens: false);
            }
        });
    }

    private CaseForm[] Decide(string text, List<CaseWord> words)
    {
        var scores = new int[words.Count * Forms];
        var sums = new Dictionary<string, (int Small, int Capital, int Acronym, int Count)>(StringComparer.OrdinalIgnoreCase);
        var lookup = sums.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> features = stackalloc int[CaseFeatures.Most];
        var before = CaseForm.Small;
        for (var i = 0; i < words.Count; i++)
        {
            var count = CaseFeatures.Of(text, words, i, before, _rows, features);
            var own = scores.AsSpan(i * Forms, Forms);
            foreach (var feature in features[..count])
            {
                for (var form = 0; form < Forms; form++) own[form] += _weights[feature * Forms + form];
            }

            before = Best(own);
            var word = words[i].In(text);
            lookup.TryGetValue(word, out var sum);
            lookup[word] = (sum.Small + own[0], sum.Capital + own[1], sum.Acronym + own[2], sum.Count + 1);
        }

        var forms = new CaseForm[words.Count];
        Span<int> joint = stackalloc int[Forms];
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].In(text);
            if (_actors.IsAcronym(word))
            {
                forms[i] = CaseForm.Acronym;
                continue;
            }

            var sum = lookup[word];
            joint[0] = scores[i * Forms] + (2 * sum.Small / sum.Count);
            joint[1] = scores[i * Forms + 1] + (2 * sum.Capital / sum.Count);
            joint[2] = scores[i * Forms + 2] + (2 * sum.Acronym / sum.Count);
            forms[i] = Best(joint);
        }

        WriteNames(text, words, forms);
        return forms;
    }

    // What a lexicon knows as a name is written as the lexicon writes it, whatever its words are elsewhere: “Shining Path”.
    private void WriteNames(string text, List<CaseWord> words, CaseForm[] forms)
    {
        var key = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            key.Clear();
            string? written = null;
            var count = 0;
            for (var k = i; k < words.Count && k - i < LongestName && (k == i || (words[k].Before == ' ' && words[k - 1].Tail == 0)); k++)
            {
                if (k > i) key.Append(' ');
                key.Append(Folding.Fold(words[k].In(text)));
                if (key.Length <= LongestKey && _actors.WrittenForm(key.ToString()) is { } found) (written, count) = (found, k - i + 1);
            }

            if (written is null) continue;
            var at = 0;
            for (var k = i; k < i + count; k++)
            {
                var end = written.IndexOf(' ', at);
                if (end < 0) end = written.Length;
                var word = written.AsSpan(at, end - at);
                forms[k] = word.Length == 0 || !char.IsUpper(word[0]) ? CaseForm.Small : word.Length > 1 && char.IsUpper(word[^1]) ? CaseForm.Acronym : CaseForm.Capital;
                at = Math.Min(end + 1, written.Length);
            }

            i += count - 1;
        }
    }

    private static CaseForm Best(ReadOnlySpan<int> scores) =>
        scores[1] > scores[0] ? scores[2] > scores[1] ? CaseForm.Acronym : CaseForm.Capital : scores[2] > scores[0] ? CaseForm.Acronym : CaseForm.Small;

    private static void Write(Span<char> word, CaseForm form, bool opens)
    {
        if (form == CaseForm.Acronym) return;
        for (var i = form == CaseForm.Capital || opens || (word.Length == 1 && word[0] == 'I') ? 1 : 0; i < word.Length; i++) word[i] = char.ToLowerInvariant(word[i]);
    }

    private static void Raise(Span<char> word, CaseForm form, bool opens)
    {
        var count = form == CaseForm.Acronym ? word.Length : form == CaseForm.Capital || opens || word is "i" ? 1 : 0;
        for (var i = 0; i < count; i++) word[i] = char.ToUpperInvariant(word[i]);
    }

    private static List<(int Start, int End)> Stretches(string text)
    {
        var stretches = new List<(int, int)>();
        if (IsCapitals(text, 0, text.Length))
        {
            stretches.Add((0, text.Length));
            return stretches;
        }

        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (IsCapitals(text, start, end)) stretches.Add((start, end));
            start = end + 1;
        }

        return stretches;
    }

    // A few letters of another case (“McDONALD”, a note of the editor) do not make a text of capitals one of print.
    private static bool IsCapitals(string text, int start, int end)
    {
        int capitals = 0, small = 0, words = 0, run = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (!char.IsLetter(c))
            {
                run = 0;
                continue;
            }

            if (char.IsUpper(c)) capitals++;
            else if (char.IsLower(c)) small++;
            if (++run == 3) words++;
        }

        return words >= FewestWords && small * 20 < capitals;
    }

    // A text of small letters; the few capitals are those of a line that somebody put above it.
    private static bool IsSmall(string text)
    {
        int capitals = 0, small = 0, words = 0, run = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                run = 0;
                continue;
            }

            if (char.IsUpper(c)) capitals++;
            else if (char.IsLower(c)) small++;
            if (++run == 3) words++;
        }

        return words >= FewestSmallWords && capitals * SmallPerCapital < small;
    }
}
