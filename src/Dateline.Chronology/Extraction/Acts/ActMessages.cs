using Dateline.Text;
using Dateline.Text.Lexicons;

namespace Dateline.Chronology.Extraction.Acts;

/// <summary>Every message about the lexicon of acts: what is wrong; what to do.</summary>
internal static class ActMessages
{
    public static Diagnostic NoColumn(string path, string column) =>
        new("DL2201", Severity.Error, $"the column '{column}' is missing; add it to the header line", path);

    public static Diagnostic UnknownPos(LexiconRow row, string pos) =>
        row.Error("DL2202", $"'{pos}' is no kind of row; write verb, noun, adj, light, cue, form, class or replace");

    public static Diagnostic UnknownEvent(LexiconRow row, string name) =>
        row.Error("DL2203", $"'{name}' is none of the sixteen PLOVER events; take one of them, or '-' for no event");

    public static Diagnostic UnknownMode(LexiconRow row, string mode, string kind) =>
        row.Error("DL2204", $"'{mode}' is no mode of {kind}; take one of the modes of that event or leave the cell empty");

    public static Diagnostic UnknownContext(LexiconRow row, string context) =>
        row.Error("DL2205", $"'{context}' is no PLOVER context; take one of the 37 or leave the cell empty");

    public static Diagnostic UnknownCode(LexiconRow row, string code) =>
        row.Error("DL2206", $"'{code}' is no CAMEO code of two to four digits between 01 and 20; correct it");

    public static Diagnostic UnknownClass(LexiconRow row, string name) =>
        row.Error("DL2207", $"the word class '@{name}' is not defined above this row; define it in a row of kind 'class' or correct the name");

    public static Diagnostic UnknownFlag(LexiconRow row, string flag) =>
        row.Error("DL2208", $"'{flag}' is no flag; write reciprocal, happening, content, weak, thing, anaphoric or coded (for a cue: its effect, and 'subject')");

    public static Diagnostic TooManyWords(LexiconRow row, string predicate) =>
        row.Error("DL2210", $"'{predicate}' is a verb with more than a particle or a preposition and a noun; write the other words as needs, such as 'obj=siege'");

    public static Diagnostic FrameTwice(LexiconRow row, int first) =>
        row.Error("DL2209", $"the same word with the same needs stands in line {first} already; delete one of the two");
}
