namespace Spoor.Storage.Generation;

/// <summary>Numbers that look random and depend on nothing but what they are drawn for: the same on every machine, in any order.</summary>
/// <remarks>The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).</remarks>
internal static class Draw
{
    internal static ulong Of(ulong seed, ulong kind, ulong number) => unchecked(Mix(Mix(seed + (kind * 0x9E3779B97F4A7C15)) + (number * 0xD1342543DE82EF95)));

    /// <summary>A number below a bound, each as likely as the other.</summary>
    internal static long Below(ulong draw, long bound) => (long)Math.BigMul(draw, (ulong)bound, out _);

    /// <summary>A number below a bound, the lower the likelier: the one of rank r comes about as r to the power −2/3.</summary>
    internal static long Popular(ulong draw, long bound)
    {
        ulong square = Math.BigMul(draw, draw, out _);
        return Below(Math.BigMul(square, draw, out _), bound);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
