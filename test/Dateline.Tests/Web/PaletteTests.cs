using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Web.Hosting;

namespace Dateline.Tests.Web;

/// <summary>The colours of the style sheet against WCAG 2.2 AA: 4.5 to 1 for words (1.4.3), 3 to 1 for lines and edges that mean something (1.4.11).</summary>
public sealed partial class PaletteTests
{
    private static readonly string[] Words = ["ink", "quiet", "link", "doubt", "who", "where", "time", "says"];
    private static readonly string[] Lines = ["edge", "link", "doubt", "ink", "who", "where", "time"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_and_lines_stand_out_from_what_is_behind_them_in_light_and_dark(int scheme)
    {
        var colours = Palettes()[scheme];
        foreach (var ground in (string[])["paper", "raised"])
        {
            Assert.All(Words, word => Assert.True(Ratio(colours[word], colours[ground]) >= 4.5, $"{word} on {ground}: {Ratio(colours[word], colours[ground]):0.00}"));
            Assert.All(Lines, line => Assert.True(Ratio(colours[line], colours[ground]) >= 3, $"{line} on {ground}: {Ratio(colours[line], colours[ground]):0.00}"));
        }

        // Marked words, and words on a button.
        foreach (var (word, ground) in new[] { ("ink", "mark"), ("ink", "chosen"), ("paper", "link") })
            Assert.True(Ratio(colours[word], colours[ground]) >= 4.5, $"{word} on {ground}: {Ratio(colours[word], colours[ground]):0.00}");
    }

    [Fact]
    public void Black_on_white_is_twenty_one_to_one() => Assert.Equal(21, Ratio("#000000", "#ffffff"), 3);

    private static List<Dictionary<string, string>> Palettes()
    {
        using var sheet = new StreamReader(typeof(WebServer).Assembly.GetManifestResourceStream("wwwroot/dateline.css")!);
        var text = sheet.ReadToEnd();
        var schemes = Block().Matches(text).Take(2).Select(block => Colour().Matches(block.Value).ToDictionary(colour => colour.Groups[1].Value, colour => colour.Groups[2].Value)).ToList();
        Assert.Equal(2, schemes.Count);
        return schemes;
    }

    // Relative luminance and contrast ratio as WCAG 2.2 defines them.
    private static double Ratio(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        if (light < dark) (light, dark) = (dark, light);
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);

        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex(@":root\s*\{[^}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"--(\w+): (#[0-9a-f]{6})")]
    private static partial Regex Colour();
}
