using Dateline.Chronology.Extraction.Acts;
using Dateline.Tests.House;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>The shipped lexicon of French acts, read once.</summary>
internal static class FrenchActs
{
    public static ActLexicon Lexicon { get; } = Read();

    private static ActLexicon Read()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, "lexicons", "fr", "acts.tsv"));
        return ActLexicon.Read(reader, "acts.tsv");
    }
}
