namespace Spoor.Tracing.Evaluation;

/// <summary>A stream of numbers that is the same for a seed on every machine and in every version.</summary>
/// <remarks>Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i> (2014). Not for secrets.</remarks>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)BelowLong(limit);

    // The high half of a 64 × 64 product: uneven by less than limit / 2^64.
    public long BelowLong(long limit) => (long)(((UInt128)Next() * (UInt128)limit) >> 64);
}
