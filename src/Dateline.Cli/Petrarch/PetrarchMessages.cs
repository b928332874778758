using Dateline.Text;

namespace Dateline.Cli.Petrarch;

/// <summary>Every message about what cannot be taken over from a foreign dictionary: what is wrong; what to do.</summary>
internal static class PetrarchMessages
{
    public static Diagnostic NoDictionary(string folder) =>
        new("DL2301", Severity.Error, "the folder holds no file whose name contains 'verbs', 'actors', 'agents' or 'discards'; name the folder of the dictionaries", folder);

    public static Diagnostic OtherFile(string path, string taken) =>
        new("DL2302", Severity.Warning, $"left out beside {taken}: one dictionary of a kind is taken; move the other away to take this one", path);

    public static Diagnostic Compound(PetrarchLine line) =>
        Left(line, "DL2303", "the pattern asks for a compound ('%'), which has no counterpart, and was left out; parties joined by 'and' are found by syntax");

    public static Diagnostic NoSynset(PetrarchLine line, string name) =>
        Left(line, "DL2304", $"the set of words '&{name}' is not defined and the pattern was left out; define it or correct the name");

    public static Diagnostic NoEvent(PetrarchLine line, string code) =>
        Left(line, "DL2305", $"code '{code}' has no PLOVER event and the verb is none of Dateline's, so the line was left out; write the frame by hand");

    public static Diagnostic SecondCode(PetrarchLine line, string code) =>
        Left(line, "DL2306", $"of the paired code '{code}' only the first was taken; a frame codes one event");

    public static Diagnostic NoVerb(PetrarchLine line) =>
        Left(line, "DL2307", "the line belongs to no verb and was left out; put it under one");

    public static Diagnostic BadCode(PetrarchLine line, string code) =>
        Left(line, "DL2308", $"'{code}' is no code and the line was left out; write two to five letters and digits");

    public static Diagnostic Twice(PetrarchLine line, int first) =>
        Left(line, "DL2309", $"the same pattern stands in line {first} already and was left out; delete one of the two");

    public static Diagnostic Dated(PetrarchLine line, string code) =>
        Left(line, "DL2310", $"the days of '[{code}]' were not taken over; write the office into people.tsv with its days");

    public static Diagnostic NoActorCode(PetrarchLine line) =>
        Left(line, "DL2311", "the name has no code and was left out; give it one in square brackets");

    public static Diagnostic Phrase(PetrarchLine line) =>
        Left(line, "DL2312", "a discard of several words has no counterpart and was left out; take single words");

    public static Diagnostic NoPattern(PetrarchLine line) =>
        Left(line, "DL2313", "the pattern has no '*' for its verb and was left out; put it in");

    private static Diagnostic Left(PetrarchLine line, string code, string message) => new(code, Severity.Warning, message, $"{line.Path}:{line.Number}");
}
