using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>A transfer as an account ground keeps it; holdings are numbers.</summary>
internal struct Movement
{
    public UInt128 Amount;

    /// <summary>What the payer's holding had before it, what it must have had from the beginning counted in.</summary>
    public UInt128 PoolBefore;

    /// <summary>What the payee's holding had after it.</summary>
    public UInt128 PoolAfter;

    public TxHash Tx;

    public Position Position;

    /// <summary>Seconds since the Unix epoch.</summary>
    public long Time;

    /// <summary>Millionths of a dollar on its day; below zero without a price.</summary>
    public long Micros;

    /// <summary>The holding; below zero where there is nobody.</summary>
    public int From;

    public int To;
}
