using System.CommandLine;
using Dateline.Chronology.Gathering;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline state</c>: what held on a day, as far as the store knew by another day.</summary>
internal static class StateCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Create()
    {
        var subject = new Argument<string?>("SUBJECT") { Description = "A part of a name; none for everybody.", Arity = ArgumentArity.ZeroOrOne };
        var store = StoreOption.Create();
        var at = new Option<DateOnly?>("--at") { Description = "The day in question, such as 2023-06-01; none for all states whenever they held." };
        var known = new Option<DateOnly?>("--known") { Description = "Only what had been taken in, and decided by people, by the end of this day." };
        var command = new Command("state", "Prints which memberships, suspensions, sanctions and holdings held on a day, and in whose words.") { subject, store, at, known };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var reader = opened.OpenReader();
            var states = reader.States(new StateQuery { Name = parsed.GetValue(subject), At = parsed.GetValue(at), Known = parsed.GetValue(known) }).States;
            foreach (var state in states) Print(state);
            if (states.Count == 0) Console.Out.WriteLine("Nothing is told of such a state.");
            return 0;
        }));
        return command;
    }

    /// <summary>A relation in words, subject before and object behind.</summary>
    internal static string Say(StateRelation relation) => relation switch
    {
        StateRelation.Member => "member of",
        StateRelation.Suspended => "suspended by",
        StateRelation.Sanctioned => "under sanctions of",
        _ => "holds",
    };

    private static void Print(StateLine state)
    {
        var fact = state.Fact;
        var answer = state.Answer switch { StateAnswer.Held => "held: ", StateAnswer.Unknown => "unknown: ", _ => string.Empty };
        Console.Out.WriteLine($"{answer}{fact.Subject.Name} – {Say(fact.Relation)} – {fact.Object.Name}");
        Console.Out.WriteLine($"    from {EdtfOf(fact.Openings) ?? "a day that is not told"} until {EdtfOf(fact.Closings) ?? "a day that is not told"}");
        foreach (var line in state.Openings.Concat(state.Closings))
            Console.Out.WriteLine($"    “{line.Evidence.Text.ReplaceLineEndings(" ")}” — {line.Article.Outlet ?? "unknown outlet"}, {line.Article.Published ?? "undated"}");
    }

    private static string? EdtfOf(IReadOnlyList<Event> events) => events.FirstOrDefault(happening => happening.Bounds is { First: not null, Last: not null })?.Edtf;
}
