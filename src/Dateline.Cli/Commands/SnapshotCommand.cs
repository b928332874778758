using System.CommandLine;
using System.Globalization;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline snapshot</c> and <c>dateline diff</c>: moments of a store with a number, and what changed between two.</summary>
internal static class SnapshotCommand
{
    /// <summary><c>dateline snapshot</c>: gives this moment a number, or lists those that have one.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var note = new Option<string?>("--note") { Description = "What it is taken for, at most 200 characters." };
        var list = new Option<bool>("--list") { Description = "Lists the snapshots there are, and takes none." };
        var command = new Command("snapshot", "Gives this moment of a store a number, so that what was known can be asked for later; nothing is copied.") { store, note, list };
        note.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: > Snapshot.LongestNote }) result.AddError("--note takes at most 200 characters.");
        });
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            if (!parsed.GetValue(list))
            {
                Print(opened.TakeSnapshot(parsed.GetValue(note)));
                return 0;
            }

            using var reader = opened.OpenReader();
            foreach (var snapshot in reader.Snapshots()) Print(snapshot);
            return 0;
        }));
        return command;
    }

    /// <summary><c>dateline diff</c>: what changed between two moments, and why.</summary>
    public static Command CreateDiff()
    {
        var before = new Argument<string>("A") { Description = "The earlier moment: a snapshot’s number, or a day for its end, such as 2025-11-20." };
        var after = new Argument<string>("B") { Description = "The later moment; none for now.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => StoreReader.Now };
        var store = StoreOption.Create();
        var claims = new Option<bool>("--claims") { Description = "Lists the claims too, not only their counts." };
        var command = new Command("diff", "Prints what changed between two moments of a store: events, states and claims added, changed and withdrawn, each with why.") { before, after, store, claims };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var reader = opened.OpenReader();
            var (from, to) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            if (reader.SnapshotOf(from) is not { } old) return NoSuch(from);
            if (reader.SnapshotOf(to) is not { } now) return NoSuch(to);
            Print(reader.Difference(old, now), parsed.GetValue(claims));
            return 0;
        }));
        return command;
    }

    private static int NoSuch(string name)
    {
        Console.Error.WriteLine(CliMessages.NoSnapshot(name));
        return 2;
    }

    private static void Print(Snapshot snapshot) => Console.Out.WriteLine(
        $"{snapshot.Name}  {snapshot.TakenAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC  {snapshot.Documents} readings, {snapshot.Decisions} decisions{(snapshot.Note is null ? null : "  " + snapshot.Note)}");

    private static void Print(SnapshotDifference difference, bool withClaims)
    {
        Count("events", difference.EventCounts);
        foreach (var change in difference.Events)
        {
            var told = change.Event;
            Console.Out.WriteLine($"{Sign(change.Sort)} {told.Edtf ?? "undated"}  {told.Kind}: {string.Join(", ", told.Actors)} “{told.Words.ReplaceLineEndings(" ")}” {string.Join(", ", told.Recipients)}  /e/{told.Id}");
            if (change.With is { } with) Console.Out.WriteLine($"    {(change.Sort == ChangeSort.Added ? "was part of" : "is part of")} /e/{with}");
            Print(change.Fields, change.Causes);
        }

        Count("states", difference.StateCounts);
        foreach (var change in difference.States)
        {
            Console.Out.WriteLine($"{Sign(change.Sort)} {change.Fact.Subject.Name} – {StateCommand.Say(change.Fact.Relation)} – {change.Fact.Object.Name}");
            Print(change.Fields, change.Causes);
        }

        Count("claims", difference.ClaimCounts);
        if (!withClaims) return;
        foreach (var change in difference.Claims)
            Console.Out.WriteLine($"{Sign(change.Sort)} {change.Aspect} “{change.Words.ReplaceLineEndings(" ")}” {change.Value.Before ?? "–"} → {change.Value.After ?? "–"}  ({Say(change.Cause)})");
    }

    private static void Print(IReadOnlyList<FieldDifference> fields, IReadOnlyList<ChangeCause> causes)
    {
        foreach (var field in fields) Console.Out.WriteLine($"    {field.Name}: {field.Before ?? "not told"} → {field.After ?? "not told"}");
        Console.Out.WriteLine($"    because: {string.Join("; ", causes.Select(Say))}");
    }

    private static void Count(string what, ChangeCounts counts) =>
        Console.Out.WriteLine($"{what}: {counts.Added} added, {counts.Changed} changed, {counts.Withdrawn} withdrawn");

    private static char Sign(ChangeSort sort) => sort switch { ChangeSort.Added => '+', ChangeSort.Changed => '~', _ => '-' };

    private static string Say(ChangeCause cause) => cause.Reason switch
    {
        ChangeReason.NewArticle => $"new article {cause.Article}",
        ChangeReason.NewVersion => $"new version of article {cause.Article}",
        ChangeReason.NewReading => $"article {cause.Article} read anew{(cause.Detail is null ? null : " with other " + cause.Detail)}",
        ChangeReason.Decision => $"a person’s decision: {cause.Detail}",
        _ => "gathered otherwise with what else came in",
    };
}
