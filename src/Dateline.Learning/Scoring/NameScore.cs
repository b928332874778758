using System.Globalization;
using Dateline.Learning.Corpora;
using Dateline.Text.Annotators;
using Dateline.Text.Mentions;

namespace Dateline.Learning.Scoring;

/// <summary>Names found in a file of BIO columns with given tokens: exact borders and kinds.</summary>
/// <param name="Right">Names found with borders and kind.</param>
/// <param name="Found">Names found.</param>
/// <param name="Gold">Names in the file.</param>
public sealed record NameScore(int Right, int Found, int Gold)
{
    /// <summary>Reads the file with <paramref name="annotator"/> and compares persons, organisations, places and nationalities; found names that overlap gold ones of other types are left out.</summary>
    public static NameScore Of(LanguageModelAnnotator annotator, string language, string path)
    {
        var sentences = new List<ConlluSentence>();
        var tags = new List<string>();
        var words = new List<ConlluWord>();
        foreach (var line in File.ReadLines(path).Append(string.Empty))
        {
            var columns = line.Split('\t');
            if (columns.Length < 2)
            {
                if (words.Count > 0) sentences.Add(new ConlluSentence { Comments = [], Words = words.ToArray(), Ranges = [], EmptyNodes = [] });
                words.Clear();
                continue;
            }

            words.Add(new ConlluWord(columns[0], "_", "X", "_", "_", -1, "dep", "_"));
            tags.Add(columns[1]);
        }

        var document = ConlluDocument.Of(sentences, language);
        annotator.Annotate(document);
        var starts = document.Tokens.Sentences.ToArray().Select(sentence => sentence.First).ToHashSet();
        var gold = new HashSet<(int, int, MentionKind)>();
        var other = new HashSet<int>();
        for (var i = 0; i < tags.Count; i++)
        {
            if (!tags[i].StartsWith("B-", StringComparison.Ordinal)) continue;
            var end = i + 1;
            while (end < tags.Count && tags[end] == "I-" + tags[i][2..] && !starts.Contains(end)) end++;
            MentionKind? kind = tags[i][2..] switch
            {
                "Person" => MentionKind.Person,
                "Organization" => MentionKind.Organisation,
                "Location" => MentionKind.Place,
                "NORP" => MentionKind.Nationality,
                _ => null,
            };
            if (kind is { } known) gold.Add((i, end - i, known));
            else other.UnionWith(Enumerable.Range(i, end - i));
        }

        var found = document.Names.Where(name => !Enumerable.Range(name.First, name.Count).Any(other.Contains)).Select(name => (name.First, name.Count, name.Kind)).ToArray();
        return new NameScore(found.Count(gold.Contains), found.Length, gold.Count);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"names P {100.0 * Right / Math.Max(1, Found):F1} R {100.0 * Right / Math.Max(1, Gold):F1} F1 {200.0 * Right / Math.Max(1, Found + Gold):F1}");
}
