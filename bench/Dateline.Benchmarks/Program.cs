using System.Reflection;
using BenchmarkDotNet.Running;
using Dateline.Benchmarks;
using Dateline.Ingest;

if (args is ["folder", var folder, .. var rest])
    return FolderTiming.Run(folder, rest is [var name] && Enum.TryParse<InputFormat>(name, ignoreCase: true, out var format) ? format : InputFormat.Auto);
if (args is ["stages", var articles])
    return StageTiming.Run(articles);
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
