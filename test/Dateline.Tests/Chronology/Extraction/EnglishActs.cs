using Dateline.Chronology.Extraction.Acts;
using Dateline.Tests.House;

namespace Dateline.Tests.Chronology.Extraction;

/// <summary>The shipped lexicon of English acts, read once.</summary>
internal static class EnglishActs
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "lexicons", "en", "acts.tsv");

    public static ActLexicon Lexicon { get; } = Read();

    private static ActLexicon Read()
    {
        using var reader = File.OpenText(Path);
        return ActLexicon.Read(reader, "acts.tsv");
    }
}
