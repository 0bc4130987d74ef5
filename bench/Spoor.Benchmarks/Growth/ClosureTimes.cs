using System.Globalization;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks.Growth;

/// <summary>The closure of a few hops in a large graph at hand: <c>Spoor.Benchmarks closure [TRANSFERS ADDRESSES HOPS ROUNDS]</c>.</summary>
internal static class ClosureTimes
{
    public static int Run(string[] args)
    {
        int[] sizes = args.Length == 4 ? [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [20_000_000, 2_500_000, 4, 9];
        var chain = new SyntheticChain(sizes[0], sizes[1], 1);
        var load = new Timings();
        var graph = TransferGraph.Of([]);
        load.Take(() => (graph = TransferGraph.Of(chain.All())).PaymentCount);
        var seed = graph.AddressAt(0);
        var closure = new Timings();
        for (int round = 0; round < sizes[3]; round++)
        {
            closure.Take(() => Closure.From(graph, [seed], sizes[2]).Numbers.Length);
        }

        Console.WriteLine($"{{\"transfers\":{sizes[0]},\"addresses\":{graph.AddressCount},\"hops\":{sizes[2]},\"closure\":{closure.Found},\"load\":{load},\"time\":{closure}}}");
        return 0;
    }
}
