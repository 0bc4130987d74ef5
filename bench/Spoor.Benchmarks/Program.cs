using BenchmarkDotNet.Running;
using Spoor.Benchmarks.Compare;

if (args is ["compare", .. string[] rest])
{
    return await CompareCommand.RunAsync(rest, CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(CompareCommand).Assembly).Run(args);
return 0;
