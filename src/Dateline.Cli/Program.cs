using System.CommandLine;

var root = new RootCommand("Reads news and writes a sourced, contested chronology: who did what to whom, where, when, and who says so.");
return await root.Parse(args).InvokeAsync();
