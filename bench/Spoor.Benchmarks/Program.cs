using BenchmarkDotNet.Running;
using Spoor.Benchmarks;
using Spoor.Benchmarks.Compare;
using Spoor.Benchmarks.Growth;
using Spoor.Benchmarks.Serving;

if (args is ["compare", .. string[] rest])
{
    return await CompareCommand.RunAsync(rest, CancellationToken.None);
}

if (args is ["growth", .. string[] store])
{
    return await IndexTrace.RunAsync(store, CancellationToken.None);
}

if (args is ["unions", .. string[] rounds])
{
    return UnionRace.Run(rounds);
}

if (args is ["closure", .. string[] shape])
{
    return ClosureTimes.Run(shape);
}

if (args is ["detection", .. string[] size])
{
    return DetectionThroughput.Run(size);
}

if (args is ["latency", .. string[] thefts])
{
    return await AlertLatency.RunAsync(thefts);
}

if (args is ["compensation", .. string[] customersAndAssets])
{
    return CompensationTree.Run(customersAndAssets);
}

if (args is ["screening", .. string[] screened])
{
    return ScreeningLoad.Run(screened);
}

if (args is ["serve-load", .. string[] load])
{
    return await ServeLoad.RunAsync(load);
}

if (args is ["viewers", .. string[] minutes])
{
    return await ViewerLoad.RunAsync(minutes);
}

if (args is ["clickhouse", .. string[] storeAndSize])
{
    return await ClickHouseAppending.RunAsync(storeAndSize);
}

BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args);
return 0;
