namespace Spoor.Screening.Grounds;

/// <summary>Sums that stop at the largest number: what a made-up token moves must not end a screening.</summary>
internal static class Saturated
{
    public static UInt128 Add(UInt128 left, UInt128 right) =>
        right > UInt128.MaxValue - left ? UInt128.MaxValue : left + right;
}
