namespace Spoor.Chains.Evm;

/// <summary>A value as a call names it.</summary>
/// <param name="Amount">The largest there is where the value is larger.</param>
/// <param name="IsTooLarge">It is 2^128 or more: more than there is of any coin, so only a call that fails can name it.</param>
internal readonly record struct NamedValue(UInt128 Amount, bool IsTooLarge)
{
    public static readonly NamedValue TooLarge = new(UInt128.MaxValue, IsTooLarge: true);
}
