using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Is it an address that nobody has a key for, or one made by a generator whose keys were broken?</summary>
/// <remarks>
/// Source: algorithms.md §2.4 (4). Nobody has a key for the zero account, <c>0x…dead</c>, precompiles, or a pattern: a bit string that
/// is chosen rather than hashed. Limits: 16 equal hex digits in a row happen once in 16¹⁵ · 1/25 addresses, a period of 8
/// digits never. 7 or more equal digits at either end come from a vanity generator; keys of Profanity could be computed
/// (1inch, September 2022), which is said and not counted against it. A few zeros in front, such as 0x0004a7…, are chance.
/// </remarks>
internal sealed class BurnOrVanityCheck : ICounterCheck
{
    private const int Digits = 40;
    private const int ChosenRun = 16;
    private const int ChosenPeriod = 8;
    private const int VanityRun = 7;

    private static readonly string[] Chosen = ["dead000000000000000042069420694206942069", "123456789012345678901234567890", "0123456789abcdef0123456789abcdef"];

    public string Name => "burn-or-vanity";

    public int Version => 1;

    public bool AppliesTo(LinkCandidate candidate) => candidate.PivotAddress is not null;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        string hex = Convert.ToHexStringLower(candidate.PivotAddress!.Value.ToBytes());
        if (IsChosen(hex))
        {
            return this.Failed("Its digits were chosen, not hashed from a key: nobody can spend from it, and anybody can send there.");
        }

        return hex.Length == Digits && (RunAtStart(hex) >= VanityRun || RunAtStart(string.Concat(hex.Reverse())) >= VanityRun)
            ? this.NotChecked("It looks made by a vanity generator; keys of one such, Profanity, could be computed, and whether this is one could not be checked.")
            : this.Passed("Its digits look hashed: no burn address, no pattern.");
    }

    private static bool IsChosen(string hex) =>
        LongestRun(hex) >= ChosenRun || Enumerable.Range(1, ChosenPeriod).Any(period => HasPeriod(hex, period)) || Array.Exists(Chosen, hex.Contains);

    private static bool HasPeriod(string hex, int period) => !hex.Where((digit, i) => i >= period && digit != hex[i - period]).Any();

    private static int RunAtStart(string hex) => hex.TakeWhile(digit => digit == hex[0]).Count();

    private static int LongestRun(string hex)
    {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < hex.Length; i++)
        {
            run = i > 0 && hex[i] == hex[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
