using Dateline.Learning.Corpora;

namespace Dateline.Learning.Scoring;

/// <summary>
/// Scores tags, lemmas and trees against a treebank.
/// </summary>
/// <remarks>
/// <para>Where tokens and sentences are those of the gold, shares of all syntactic words: UPOS; UFeats (the universal features of the CoNLL
/// 2018 shared task) and Feats (the whole column); Lemma (a gold <c>_</c> is always right); UAS (the head); LAS (head and
/// relation without subtype) and LAS+subtype; attachments also over words that are not PUNCT in the gold.</para>
/// <para>Otherwise F1 as in that task (Zeman et al. 2018, conll18_ud_eval): tokens and sentences by their characters, words by
/// <see cref="WordAlignment"/>, the rest over aligned words, an attachment being right when the heads align too. CLAS is LAS
/// without function words and punctuation.</para>
/// </remarks>
public static class TreeScorer
{
    private static readonly HashSet<string> UniversalFeatures = new(
        ("PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood "
        + "Tense Aspect Voice Evident Polarity Person Polite").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Functional = ["aux", "cop", "mark", "det", "clf", "case", "cc", "punct"];

    private static readonly string[] Attachments = ["UAS", "LAS", "LAS+subtype"];

    private delegate bool Test(int gold, int found);

    /// <summary>Compares two analyses of one text.</summary>
    /// <exception cref="InvalidDataException">The two are not of the same text.</exception>
    public static ScoreSheet Score(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> found)
    {
        var (wanted, read) = (new TreebankText(gold), new TreebankText(found));
        if (wanted.Characters != read.Characters)
        {
            var at = wanted.Characters.AsSpan().CommonPrefixLength(read.Characters);
            throw new InvalidDataException($"the characters of gold and output differ at {at}: ‘{Around(wanted.Characters, at)}’ against ‘{Around(read.Characters, at)}’; both must be of the same text");
        }

        var (g, f) = (wanted.Words, read.Words);
        var isGiven = wanted.Sentences.SequenceEqual(read.Sentences) && wanted.Tokens.SequenceEqual(read.Tokens)
            && g.Select(word => word.Word.Form).SequenceEqual(f.Select(word => word.Word.Form));
        var pairs = isGiven ? [.. Enumerable.Range(0, g.Count).Select(i => (i, i))] : WordAlignment.Of(g, f);
        var goldOf = new int[f.Count];
        Array.Fill(goldOf, PlacedWord.NoHead);
        foreach (var (i, j) in pairs) goldOf[j] = i;

        var tests = new (string Name, Test Test)[]
        {
            ("UPOS", (i, j) => g[i].Word.Upos == f[j].Word.Upos),
            ("UFeats", (i, j) => Universal(g[i].Word.Feats) == Universal(f[j].Word.Feats)),
            ("Feats", (i, j) => g[i].Word.Feats == f[j].Word.Feats),
            ("Lemma", (i, j) => g[i].Word.Lemma == "_" || g[i].Word.Lemma == f[j].Word.Lemma),
            ("UAS", IsAttached),
            ("LAS", (i, j) => IsAttached(i, j) && g[i].Relation == f[j].Relation),
            ("LAS+subtype", (i, j) => IsAttached(i, j) && g[i].Word.Relation == f[j].Word.Relation),
        };
        var sheet = new ScoreSheet();
        if (isGiven) AddShares(sheet, g, pairs, tests);
        else AddTallies(sheet, wanted, read, pairs, tests);
        AddConfusions(sheet, "UPOS", pairs.Select(pair => (g[pair.Gold].Word.Upos, f[pair.Found].Word.Upos)));
        AddConfusions(sheet, "relation", pairs.Select(pair => (g[pair.Gold].Relation, f[pair.Found].Relation)));
        return sheet;

        bool IsAttached(int i, int j)
        {
            var head = f[j].Head;
            return head != PlacedWord.NoHead && (head < 0 ? head : goldOf[head]) == g[i].Head;
        }
    }

    private static void AddShares(ScoreSheet sheet, List<PlacedWord> gold, List<(int Gold, int Found)> pairs, (string Name, Test Test)[] tests)
    {
        foreach (var (name, test) in tests) sheet.Share(name, pairs.Count(pair => test(pair.Gold, pair.Found)), gold.Count);
        var content = pairs.FindAll(pair => gold[pair.Gold].Word.Upos != "PUNCT");
        foreach (var (name, test) in tests.Where(test => Attachments.Contains(test.Name)))
            sheet.Share($"{name} without punctuation", content.Count(pair => test(pair.Gold, pair.Found)), content.Count);
    }

    private static void AddTallies(ScoreSheet sheet, TreebankText gold, TreebankText found, List<(int Gold, int Found)> pairs, (string Name, Test Test)[] tests)
    {
        sheet.Tally("Tokens").Add(gold.Tokens.ToHashSet().Intersect(found.Tokens).Count(), found.Tokens.Count, gold.Tokens.Count);
        sheet.Tally("Sentences").Add(gold.Sentences.ToHashSet().Intersect(found.Sentences).Count(), found.Sentences.Count, gold.Sentences.Count);
        sheet.Tally("Words").Add(pairs.Count, found.Words.Count, gold.Words.Count);
        foreach (var (name, test) in tests) sheet.Tally(name).Add(pairs.Count(pair => test(pair.Gold, pair.Found)), found.Words.Count, gold.Words.Count);
        var labelled = Array.Find(tests, test => test.Name == "LAS").Test;
        sheet.Tally("CLAS").Add(
            pairs.Count(pair => IsContent(gold.Words[pair.Gold]) && labelled(pair.Gold, pair.Found)), found.Words.Count(IsContent), gold.Words.Count(IsContent));
    }

    private static void AddConfusions(ScoreSheet sheet, string what, IEnumerable<(string Gold, string Found)> pairs)
    {
        foreach (var confusion in pairs.Where(pair => pair.Gold != pair.Found).CountBy(pair => pair).OrderByDescending(entry => entry.Value))
            sheet.Error(what, $"{confusion.Value} × gold {confusion.Key.Gold} read as {confusion.Key.Found}");
    }

    private static bool IsContent(PlacedWord word) => !Functional.Contains(word.Relation);

    private static string Universal(string feats) => feats == "_" ? string.Empty
        : string.Join('|', feats.Split('|').Where(feature => UniversalFeatures.Contains(feature.Split('=')[0])).Order(StringComparer.Ordinal));

    private static string Around(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)];
}
