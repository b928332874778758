namespace Dateline.Cli.Output;

/// <summary>
/// Colours for a terminal, or none: for a pipe, with NO_COLOR set (no-color.org), or on a terminal called “dumb”.
/// </summary>
/// <param name="IsColoured">Whether to colour at all.</param>
internal readonly record struct Palette(bool IsColoured)
{
    /// <summary>The palette for what standard output is now.</summary>
    public static Palette ForOutput() => new(
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb");

    /// <summary>For what the eye should find first.</summary>
    public string Strong(string words) => Wrap(words, "1");

    /// <summary>For what may be passed over.</summary>
    public string Faint(string words) => Wrap(words, "2");

    /// <summary>For dates.</summary>
    public string Date(string words) => Wrap(words, "36");

    /// <summary>For the act.</summary>
    public string Act(string words) => Wrap(words, "33");

    /// <summary>For what is denied, negated or uncertain.</summary>
    public string Doubt(string words) => Wrap(words, "35");

    private string Wrap(string words, string code) => IsColoured && words.Length > 0 ? $"\e[{code}m{words}\e[0m" : words;
}
