using Dateline.Text.Casing;
using Dateline.Text.Lexicons;

namespace Dateline.Learning.Training;

/// <summary>Learns from print how words are written, for texts that are written in capitals (averaged perceptron, Collins 2002).</summary>
public sealed class CaseTrainer
{
    private const int Rows = 1 << 18;
    private const int Epochs = 6;

    private readonly List<string> _texts = [];
    private readonly List<string> _names = [];
    private readonly float[] _weights = new float[Rows * CaseRestorer.Forms];
    private readonly double[] _sums = new double[Rows * CaseRestorer.Forms];
    private long _step = 1;

    /// <summary>Adds running text. Lines in which nearly every word is a capital are headings and teach nothing.</summary>
    public void AddText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int words = 0, capitals = 0;
        foreach (var word in CaseScanner.Scan(text, 0, text.Length))
        {
            words++;
            if (char.IsUpper(text[word.Start])) capitals++;
        }

        if (words > 2 && capitals * 2 < words + 4) _texts.Add(text);
    }

    /// <summary>Adds a name as a lexicon spells it; it teaches its own letters and nothing about neighbours.</summary>
    public void AddName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > 1) _names.Add(name);
    }

    /// <summary>Trains and returns the file of the model.</summary>
    /// <param name="log">Told after each pass.</param>
    public byte[] Run(Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var random = new Random(20);
        var all = _texts.Select(text => (Text: text, IsName: false)).Concat(_names.Select(name => (Text: name, IsName: true))).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(all);
            long right = 0, seen = 0;
            foreach (var (text, isName) in all)
            {
                var (good, count) = Learn(text, isName);
                if (isName) continue;
                right += good;
                seen += count;
            }

            log(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pass {epoch + 1}: {100.0 * right / Math.Max(1, seen):F2} % of {seen} words right while learning"));
        }

        return CaseRestorer.ToFile(Quantized());
    }

    /// <summary>Share of words, sentence openers left out, that get their own case back when a text is put into capitals.</summary>
    public static double Measure(byte[] model, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var restorer = CaseRestorer.Open(model, ActorLexicon.Empty);
        long right = 0, seen = 0;
        foreach (var text in texts)
        {
            var restored = restorer.Restore(text.ToUpperInvariant());
            if (restored.Length != text.Length) continue;
            foreach (var word in CaseScanner.Scan(text, 0, text.Length))
            {
                if (word.OpensSentence) continue;
                seen++;
                if (word.In(text).SequenceEqual(word.In(restored))) right++;
            }
        }

        return seen == 0 ? 0 : 100.0 * right / seen;
    }

    private (int Right, int Seen) Learn(string text, bool isName)
    {
        var words = CaseScanner.Scan(text, 0, text.Length);
        Span<int> features = stackalloc int[CaseFeatures.Most];
        Span<float> scores = stackalloc float[CaseRestorer.Forms];
        var before = CaseForm.Small;
        int right = 0, seen = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].OpensSentence && !isName)
            {
                before = CaseForm.Small;
                continue;
            }

            var count = CaseFeatures.Of(text, words, i, before, Rows, features);
            if (isName) count = CaseFeatures.OwnCount - 1;
            scores.Clear();
            foreach (var feature in features[..count])
            {
                for (var form = 0; form < scores.Length; form++) scores[form] += _weights[feature * CaseRestorer.Forms + form];
            }

            var truth = FormOf(words[i].In(text));
            var best = 0;
            for (var form = 1; form < scores.Length; form++)
            {
                if (scores[form] > scores[best]) best = form;
            }

            // A margin keeps rare words from hanging on one side by a hair.
            var second = float.MinValue;
            for (var form = 0; form < scores.Length; form++)
            {
                if (form != (int)truth) second = Math.Max(second, scores[form]);
            }

            seen++;
            if (best == (int)truth) right++;
            if (scores[(int)truth] < second + 2)
            {
                var rival = best != (int)truth ? best : (int)truth == 0 ? (scores[1] >= scores[2] ? 1 : 2) : (int)truth == 1 ? (scores[0] >= scores[2] ? 0 : 2) : scores[0] >= scores[1] ? 0 : 1;
                foreach (var feature in features[..count])
                {
                    Update((feature * CaseRestorer.Forms) + (int)truth, 1);
                    Update((feature * CaseRestorer.Forms) + rival, -1);
                }
            }

            _step++;
            // Reading meets its own mistakes: now and then learning does as well.
            before = (_step & 3) == 0 ? (CaseForm)best : truth;
        }

        return (right, seen);
    }

    private void Update(int at, int by)
    {
        _weights[at] += by;
        _sums[at] += (double)by * _step;
    }

    private static CaseForm FormOf(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0])) return CaseForm.Small;
        if (word.Length == 1) return CaseForm.Capital;
        foreach (var c in word)
        {
            if (char.IsLower(c)) return CaseForm.Capital;
        }

        return CaseForm.Acronym;
    }

    private sbyte[] Quantized()
    {
        var averages = new double[_weights.Length];
        for (var i = 0; i < averages.Length; i++) averages[i] = _weights[i] - (_sums[i] / _step);
        var sorted = averages.Select(Math.Abs).Order().ToArray();
        var largest = Math.Max(1e-6, sorted[(int)(sorted.Length * 0.9999)]);
        return [.. averages.Select(value => (sbyte)Math.Clamp(Math.Round(value * 127 / largest), -127, 127))];
    }
}
