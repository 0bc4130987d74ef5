using System.Numerics;
using BenchmarkDotNet.Attributes;
using Spoor.Tracing;

namespace Spoor.Benchmarks;

/// <summary>Splitting tainted units over the outputs of a spend, and the multiplication and division inside it.</summary>
[MemoryDiagnoser]
public class ShareSplits
{
    private UInt128[] _weights = [];
    private UInt128[] _parts = [];
    private UInt128 _total;
    private UInt128 _sum;

    [Params(2, 16, 1_000)]
    public int Parts { get; set; }

    /// <summary>Decimal digits of a weight: 9 is a Bitcoin output, 22 a token amount with 18 decimals.</summary>
    [Params(9, 22)]
    public int Digits { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        var scale = (UInt128)BigInteger.Pow(10, Digits - 9);
        _weights = new UInt128[Parts];
        _parts = new UInt128[Parts];
        for (int i = 0; i < Parts; i++)
        {
            _weights[i] = ((UInt128)random.Next(1, 1_000_000_000) * scale) + (UInt128)random.Next(1_000);
            _sum += _weights[i];
        }

        _total = _sum / 7;
    }

    [Benchmark]
    public void Split() => LargestRemainder.Split(_total, _weights, _parts);

    [Benchmark]
    public UInt128 OneShare() => LargestRemainder.MultiplyDivide(_total, _weights[0], _sum).Quotient;

    /// <summary>What one share costs with integers of any length.</summary>
    [Benchmark(Baseline = true)]
    public UInt128 OneShareByBigInteger() =>
        (UInt128)BigInteger.DivRem((BigInteger)_total * _weights[0], _sum, out _);
}
