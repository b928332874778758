using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline agreement</c>: how far coders agree who decided without sight of each other.</summary>
internal static class AgreementCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var store = StoreOption.Create();
        var one = new Option<string?>("--one") { Description = "The first coder to compare by pairs; with --other. Otherwise the two who share the most tellings." };
        var other = new Option<string?>("--other") { Description = "The second." };
        var command = new Command("agreement", "Prints how far coders agree: Krippendorff’s alpha of all, Cohen’s kappa of two, field by field.") { store, one, other };
        command.SetAction(parsed => StoreOption.Guard(() =>
        {
            using var opened = Store.OpenExisting(parsed.GetRequiredValue(store));
            using var reader = opened.OpenReader();
            Print(reader.Agreement(parsed.GetValue(one), parsed.GetValue(other)));
            return 0;
        }));
        return command;
    }

    private static void Print(AgreementReport report)
    {
        foreach (var coder in report.Coders) Console.Out.WriteLine($"{coder.Name}: {coder.Count} tellings");
        if (report.One is null)
        {
            Console.Out.WriteLine("No two coders have decided on the same telling without sight of each other.");
            return;
        }

        Console.Out.WriteLine($"{"field",-10} {"tellings",8} {"alpha",6} {"of two",7} {"agreed",7} {"kappa",6}   (kappa: {report.One} and {report.Other})");
        foreach (var field in report.Fields.Append(report.Overall))
            Console.Out.WriteLine($"{field.Field,-10} {field.Alpha.Units,8} {Figure(field.Alpha.Value),6} {field.Kappa.Units,7} {Figure(field.Kappa.Observed),7} {Figure(field.Kappa.Value),6}");
        foreach (var unit in report.Disagreements)
            Console.Out.WriteLine($"{unit.Field}: {string.Join("; ", unit.Values.Select(value => $"{value.Coder} {value.Value}"))}  “{unit.Line.Trigger.Text}” {unit.Line.Article.Outlet}, {unit.Line.Article.Published} /e/{unit.Line.EventId}");
    }

    private static string Figure(double? value) => value is { } known ? FormattableString.Invariant($"{known:0.000}") : "–";
}
