using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;
using Dateline.Benchmarks;
using Dateline.Ingest;

if (args is ["folder", var folder, .. var rest])
    return FolderTiming.Run(folder, rest is [var name] && Enum.TryParse<InputFormat>(name, ignoreCase: true, out var format) ? format : InputFormat.Auto);
if (args is ["stages", var articles])
    return StageTiming.Run(articles);
if (args is ["generate", var number, var target])
    return GeneratedArticles.Run(int.Parse(number, CultureInfo.InvariantCulture), target);
if (args is ["scale", var count, var store, .. var order])
    return ScaleTiming.Run(int.Parse(count, CultureInfo.InvariantCulture), store, order is ["--shuffled", var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : null);
if (args is ["shuffle", var size, var times, var into])
    return ShuffledOrders.Run(int.Parse(size, CultureInfo.InvariantCulture), int.Parse(times, CultureInfo.InvariantCulture), into);
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
