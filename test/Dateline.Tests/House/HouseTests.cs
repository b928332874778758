using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dateline.Tests.House;

public sealed partial class HouseTests
{
    private sealed record Floor(string Project, string[] Projects, string[] Packages);

    private static readonly string[] BannedNames = ["Source", "Statement", "Item", "Data", "Info", "Helper", "Util", "Manager", "Processor", "Common", "Base"];

    private static readonly Floor[] Floors = [.. File.ReadLines(Path.Combine(Repository.Root, "house.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(':', ';'))
        .Select(parts => new Floor(parts[0].Trim(), Words(parts[1]), Words(parts[2])))];

    public static TheoryData<string> Projects => new(Floors.Select(floor => floor.Project));

    [Fact]
    public void Every_project_under_src_has_a_floor() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(),
            Floors.Select(floor => floor.Project).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_floor_allows(string project)
    {
        var floor = Floors.Single(candidate => candidate.Project == project);
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var projects = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        var packages = file.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

        Assert.Empty(projects.Except(floor.Projects));
        Assert.Empty(packages.Except(floor.Packages));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_file_uses_only_what_its_floor_allows(string project)
    {
        var floor = Floors.Single(candidate => candidate.Project == project);
        var allowed = floor.Projects.Append(project).ToHashSet();
        var wrong =
            from file in SourcesOf(project)
            from Match match in HouseName().Matches(File.ReadAllText(file))
            where Floors.Any(other => other.Project == match.Value) && !allowed.Contains(match.Value)
            select $"{Path.GetRelativePath(Repository.Root, file)}: {match.Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_is_named_for_nothing_in_particular()
    {
        var wrong =
            from floor in Floors
            from file in SourcesOf(floor.Project)
            let name = Path.GetFileNameWithoutExtension(file)
            where BannedNames.Contains(name) || name.EndsWith("Helper", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal)
                || name.EndsWith("Util", StringComparison.Ordinal) || name.EndsWith("Utils", StringComparison.Ordinal) || name.EndsWith("Processor", StringComparison.Ordinal)
            select Path.GetRelativePath(Repository.Root, file);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_left_open_in_the_sources()
    {
        var wrong =
            from floor in Floors
            from file in SourcesOf(floor.Project)
            where OpenWork().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(Repository.Root, file);

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> SourcesOf(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal));

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\bDateline\.[A-Z][A-Za-z]+")]
    private static partial Regex HouseName();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex OpenWork();
}
