using Dateline.Learning.Corpora;

namespace Dateline.Learning.Training;

/// <summary>
/// Makes new documents of those whose names are known by putting other names in their place: a finder that has seen each
/// sentence with the names of many countries learns the sentence and not the names.
/// </summary>
/// <remarks>A word is replaced by the same word throughout a document, so that a surname alone still fits its full name.</remarks>
internal sealed class NameMixer(NamePools pools, Random random)
{
    private static readonly int Person = Array.IndexOf(NameCorpora.Labels, "B-person");
    private static readonly int Place = Array.IndexOf(NameCorpora.Labels, "B-place");
    private static readonly int Nationality = Array.IndexOf(NameCorpora.Labels, "B-nationality");

    internal NamedDocument Mix(NamedDocument document, HashSet<string> countries, HashSet<string> adjectives)
    {
        var forms = document.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Form).ToArray();
        var others = new Dictionary<string, string>();
        bool persons = random.NextDouble() < 0.8, places = random.NextDouble() < 0.7, nations = random.NextDouble() < 0.5;
        // Longer names first: they tell which word is the given and which the family name.
        foreach (var (first, end, label) in document.Names().OrderByDescending(name => name.End - name.First).ThenBy(name => name.First))
        {
            if (label == Person && persons) Persons(forms, first, end, others);
            else if (label == Place && places && end - first == 1 && IsWord(forms[first]))
                others.TryAdd(forms[first], NamePools.Pick(countries.Contains(forms[first]) ? pools.Countries : pools.Towns, random));
            else if (label == Place && places && end - first == 2 && IsWord(forms[first]) && IsWord(forms[first + 1]) && !others.ContainsKey(forms[first]) && !others.ContainsKey(forms[first + 1]))
            {
                var town = NamePools.Pick(pools.LongTowns, random).Split(' ');
                others.Add(forms[first], town[0]);
                others.TryAdd(forms[first + 1], town[1]);
            }
            else if (label == Nationality && nations && end - first == 1 && IsWord(forms[first]))
                others.TryAdd(forms[first], NamePools.Pick(forms[first].EndsWith('s') ? pools.Peoples : pools.Adjectives, random));
        }

        // Countries inside the names of bodies go with the rest.
        var row = 0;
        var sentences = new List<ConlluSentence>(document.Sentences.Count);
        foreach (var sentence in document.Sentences)
        {
            var words = new ConlluWord[sentence.Words.Count];
            for (var i = 0; i < words.Length; i++, row++)
            {
                var word = sentence.Words[i];
                words[i] = (document.Allowed[row] & 1) == 0 && others.TryGetValue(word.Form, out var other) ? word with { Form = other } : word;
            }

            sentences.Add(new ConlluSentence { Comments = sentence.Comments, Words = words, Ranges = sentence.Ranges, EmptyNodes = sentence.EmptyNodes });
        }

        return new NamedDocument(sentences, document.Allowed);
    }

    private void Persons(string[] forms, int first, int end, Dictionary<string, string> others)
    {
        var region = random.Next(pools.Regions);
        for (var i = first; i < end; i++)
        {
            if (!IsWord(forms[i]) || others.ContainsKey(forms[i])) continue;
            var family = end - first == 1 ? random.NextDouble() < 0.6 : i == end - 1;
            others.Add(forms[i], family ? pools.Family(region, random) : pools.Given(region, random));
        }
    }

    private static bool IsWord(string form) => form.Length > 2 && char.IsUpper(form[0]) && !form.All(char.IsUpper) && form.All(char.IsLetter);
}
