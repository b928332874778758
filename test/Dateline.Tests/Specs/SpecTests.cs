using Dateline.Chronology;
using Dateline.Cli.Pipeline;

namespace Dateline.Tests.Specs;

public sealed class SpecTests
{
    private static readonly Lazy<Reader> SharedReader = new(() => ReaderFolder.Open(AppContext.BaseDirectory));

    private static readonly Spec[] All = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Spec.ReadAll)];

    public static TheoryData<string> Names => new(All.Select(spec => spec.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_passage_gives_the_records_of_its_table(string name)
    {
        var (expected, actual) = All.Single(spec => spec.Name == name).Compare(SharedReader.Value);

        Assert.Equal(expected, actual);
    }
}
