using Dateline.Chronology;
using Dateline.Cli.Pipeline;
using Dateline.Tests.House;
using Dateline.Text;

namespace Dateline.Tests.Chronology.Gathering;

/// <summary>The whole reader, opened once, on sentences of our own.</summary>
internal static class OwnReader
{
    private static readonly Lazy<Reader> Reader = new(() => ReaderFolder.Open(Repository.Root));

    public static Reading Read(string text, string id = "a", string published = "2025-05-06") =>
        Reader.Value.Read(new Article { Id = id, Text = text, Published = published, PublishedBasis = "given", Language = "en" });
}
