using System.Numerics;

namespace Spoor.Detection.Baselines;

/// <summary>How many different ones there were, to about 3 %, in a kilobyte.</summary>
/// <remarks>
/// Flajolet, Fusy, Gandouet and Meunier, <em>HyperLogLog</em>, AofA 2007, with 2^10 registers: standard error 1.04 / 32 = 3.25 %.
/// The harmonic sum is kept in whole numbers, so the order in which values come leaves no trace.
/// </remarks>
public sealed class DistinctCount
{
    private const int Bits = 10;
    private const int Registers = 1 << Bits;
    private const int MostRank = 53;
    private const double Bias = 0.7213 / (1 + (1.079 / Registers));

    private readonly byte[] _ranks = new byte[Registers];

    // Sum of 2^-rank, in units of 2^-53.
    private ulong _sum = (ulong)Registers << MostRank;
    private int _empty = Registers;

    public long Estimate
    {
        get
        {
            double raw = Bias * Registers * Registers / (_sum / (double)(1UL << MostRank));
            return (long)Math.Round(raw <= 2.5 * Registers && _empty > 0 ? Registers * Logarithm.Natural(Registers / (double)_empty) : raw);
        }
    }

    /// <param name="hash">Of good quality in all its bits.</param>
    public void Add(ulong hash)
    {
        int register = (int)(hash >> (64 - Bits));
        int rank = Math.Min(BitOperations.LeadingZeroCount((hash << Bits) | 1) + 1, MostRank);
        int before = _ranks[register];
        if (rank > before)
        {
            _empty -= before == 0 ? 1 : 0;
            _sum = _sum - (1UL << (MostRank - before)) + (1UL << (MostRank - rank));
            _ranks[register] = (byte)rank;
        }
    }

    public void CopyTo(DistinctCount other)
    {
        _ranks.CopyTo(other._ranks, 0);
        (other._sum, other._empty) = (_sum, _empty);
    }

    internal void Write(ref StateWriter to)
    {
        foreach (byte rank in _ranks)
        {
            to.Byte(rank);
        }
    }

    internal static DistinctCount Read(ref StateReader from)
    {
        var read = new DistinctCount { _sum = 0, _empty = 0 };
        for (int i = 0; i < Registers; i++)
        {
            read._ranks[i] = (byte)from.Count(MostRank);
            read._sum += 1UL << (MostRank - read._ranks[i]);
            read._empty += read._ranks[i] == 0 ? 1 : 0;
        }

        return read;
    }
}
