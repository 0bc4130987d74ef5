using BenchmarkDotNet.Attributes;
using Spoor.Detection.Baselines;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Benchmarks;

/// <summary>One outflow judged and then learnt, by a wallet that has seen as many as given.</summary>
[MemoryDiagnoser]
public class WalletHabits
{
    private const int Steps = 10_000;

    private readonly HabitOutflow[] _outflows = new HabitOutflow[Steps];
    private WalletHabit _habit = new();

    [Params(1_000, 100_000)]
    public int Seen { get; set; }

    [GlobalSetup]
    public void Learn()
    {
        var random = new Random(1);
        _habit = new();
        for (int i = 0; i < Seen; i++)
        {
            _habit.Learn(Outflow(random, i));
        }

        for (int i = 0; i < Steps; i++)
        {
            _outflows[i] = Outflow(random, Seen + i);
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public long JudgeAndLearn()
    {
        long known = 0;
        foreach (var outflow in _outflows)
        {
            known += _habit.Judge(outflow).PaidBefore;
            _habit.Learn(outflow);
        }

        return known;
    }

    [Benchmark]
    public WalletHabit Clone() => _habit.Clone();

    // Ten an hour, log-normal about 1,000 dollars; two of five to one of 200 customers, the others nearly always to somebody new.
    private static HabitOutflow Outflow(Random random, int number)
    {
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        byte[] to = new byte[20];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(to, random.Next(5) < 2 ? random.Next(200) : random.Next());
        return new(
            DateTimeOffset.UnixEpoch.AddDays(19_000).AddMinutes(number * 6L),
            new UsdValue((long)(Math.Pow(10, 3 + (0.6 * normal)) * 1e6)), new Address(AddressKind.Account20, to), new Amount((UInt128)random.Next(10, 30) * 1_000_000_000));
    }
}
