using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Tests.Ingest;

/// <summary>Counts which assertions of another parser's suite hold here.</summary>
internal sealed partial class SuiteTally(IReadOnlyDictionary<string, string> differences)
{
    readonly List<string> _broken = [];
    int _held;
    int _different;

    /// <summary>Records one assertion; strings are compared by what a reader sees, without markup.</summary>
    public void Check(string place, string what, object? expected, object? read)
    {
        var holds = expected is string || read is string ? Visible(expected as string) == Visible(read as string) : Equals(expected, read);
        if (holds)
            _held++;
        else if (differences.Keys.Any(d => $"{place} {what}".EndsWith(d, StringComparison.Ordinal)))
            _different++;
        else
            _broken.Add($"{place} {what}: expected ‘{expected}’, read ‘{read}’");
    }

    /// <summary>Prints the tally and asserts the share, deliberate differences left out.</summary>
    public void AssertShare(double least)
    {
        var report = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{_held} of {_held + _broken.Count} assertions hold ({100.0 * _held / (_held + _broken.Count):F1} %), {_different} differ on purpose:");
        foreach (var (name, reason) in differences)
            report.Append(CultureInfo.InvariantCulture, $"\n  {name}: {reason}");
        foreach (var line in _broken)
            report.Append("\nbroken  ").Append(line);
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(_held >= least * (_held + _broken.Count), report.ToString());
    }

    static string Visible(string? text)
    {
        var plain = text ?? "";
        for (var round = 0; round < 3; round++)
            plain = Tags().Replace(System.Net.WebUtility.HtmlDecode(plain), "");
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex("</?(p|div|b|a|code|tag|example|strong|em|i|span|BIGCO|br|u)( [^>]*)?/?>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();
}
