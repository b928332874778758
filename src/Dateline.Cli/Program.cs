using System.CommandLine;
using Dateline.Cli.Commands;

var root = new RootCommand("Reads news and writes a sourced, contested chronology: who did what to whom, where, when, and who says so.");
root.Subcommands.Add(ReadCommand.Create());
root.Subcommands.Add(GatherCommand.Create());
root.Subcommands.Add(GatherCommand.CreateChronicle());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(WatchCommand.Create());
root.Subcommands.Add(ServeCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(StateCommand.Create());
root.Subcommands.Add(SnapshotCommand.Create());
root.Subcommands.Add(SnapshotCommand.CreateDiff());
root.Subcommands.Add(AgreementCommand.Create());
root.Subcommands.Add(ExportCommand.Create());
root.Subcommands.Add(CheckCommand.Create());
root.Subcommands.Add(BackupCommand.Create());
root.Subcommands.Add(ParseCommand.Create());
root.Subcommands.Add(LexiconCommand.Create());
root.Subcommands.Add(GazetteerCommand.Create());
root.Subcommands.Add(EvalCommand.Create());
root.Subcommands.Add(TrainCommand.Create());
root.Subcommands.Add(CaseCommand.Create());
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();

// 1 says that some inputs failed; a command line that cannot be understood is another matter for whoever scripts this.
return parsed.Errors.Count > 0 ? 2 : code;
