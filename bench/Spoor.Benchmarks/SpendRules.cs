using BenchmarkDotNet.Attributes;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Benchmarks;

/// <summary>One receipt, then one spend of one to three outputs, in the books of a holding under each rule.</summary>
[MemoryDiagnoser]
public class SpendRules
{
    private const int Steps = 1_000;

    private readonly List<TakenLot> _taken = [];
    private (Lot Receipt, Amount[] Outputs)[] _steps = [];

    [ParamsSource(nameof(Rules))]
    public TaintRule Rule { get; set; } = TaintRule.Fifo;

    public static IEnumerable<TaintRule> Rules => TaintRule.All;

    [GlobalSetup]
    public void WriteScript()
    {
        var random = new Random(1);
        var balance = UInt128.Zero;
        _steps = new (Lot, Amount[])[Steps];
        for (int i = 0; i < Steps; i++)
        {
            // Half of the receipts are clean; the others come from two thefts.
            var received = (UInt128)random.NextInt64(1, long.MaxValue) * 1_000;
            balance += received;
            var outputs = new Amount[random.Next(1, 4)];
            for (int j = 0; j < outputs.Length; j++)
            {
                outputs[j] = new(balance / (UInt128)random.Next(4, 40));
                balance -= outputs[j].Units;
            }

            _steps[i] = (new(new(received), Math.Max(0, random.Next(-1, 3))), outputs);
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public Amount ReceiveAndSpend()
    {
        var books = Rule.Open();
        foreach (var (receipt, outputs) in _steps)
        {
            books.Receive(receipt);
            _taken.Clear();
            books.Spend(outputs, _taken);
        }

        return books.Tainted;
    }
}
