using Spoor.Attribution.Linking;

namespace Spoor.Attribution.Checks;

/// <summary>Is it an address that nobody has a key for, or one made by a generator whose keys were broken?</summary>
/// <remarks>
/// Source: docs/methods/burn-or-vanity.md. Nobody has a key for the zero account, a precompile, <c>0x…dead</c>, or digits that repeat
/// within eight: they were chosen, not hashed. A run of 16 equal digits was chosen too (by chance once in 16¹⁵/25
/// addresses), but whether a key stands behind is not known. 7 or more equal digits at an end come from a vanity
/// generator; keys of Profanity could be computed (1inch, September 2022). An address that acted has a holder, whatever
/// it looks like. A few zeros in front, such as 0x0004a7…, are chance. Elsewhere the text was
/// chosen, not the digits: see <see cref="ChosenText"/>.
/// </remarks>
internal sealed class BurnOrVanityCheck : ICounterCheck
{
    private const int Digits = 40;
    private const int ChosenRun = 16;
    private const int ChosenPeriod = 8;
    private const int VanityRun = 7;

    // Precompiles of EVM chains (EIP-2537 ends at 0x11, RIP-7212 is 0x100) and of Arbitrum; system contracts of BNB Smart Chain and Polygon.
    private static readonly IReadOnlyList<(int First, int Last)> SystemNumbers = [(0, 0x11), (0x64, 0x70), (0xc8, 0xc8), (0x100, 0x100), (0x1000, 0x10ff), (0x2000, 0x20ff)];

    private static readonly string[] BurnDigits = ["dead000000000000000042069420694206942069", "123456789012345678901234567890", "0123456789abcdef0123456789abcdef"];

    public string Name => "burn-or-vanity";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => candidate.PivotAddress is not null;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        string hex = Convert.ToHexStringLower(candidate.PivotAddress!.Value.ToBytes());
        bool acted = ground.PivotLife(candidate).Signed.Any();
        if (!acted && (IsBurn(hex) || ChosenText.IsBurn(candidate.PivotAddress.Value)))
        {
            return this.Failed("Its digits were chosen, not hashed from a key: nobody can spend from it, and anybody can send there.");
        }

        if (!acted && (LongestRun(hex) >= ChosenRun || ChosenText.LooksChosen(candidate.PivotAddress.Value)))
        {
            return this.NotChecked("Its digits look chosen rather than hashed; whether anybody has a key for it could not be checked.");
        }

        if (!acted && candidate.PivotAddress.Value.Kind != Transfers.AddressKind.Account20)
        {
            return this.NotChecked("It is no burn address that is known, and its text shows no pattern; whether words were chosen in it could not be checked.");
        }

        return hex.Length == Digits && LongestRun(hex) < ChosenRun && (RunAtStart(hex) >= VanityRun || RunAtStart(string.Concat(hex.Reverse())) >= VanityRun)
            ? this.NotChecked("It looks made by a vanity generator; keys of one such, Profanity, could be computed, and whether this is one could not be checked.")
            : this.Passed(acted ? "It acted, so it is no burn address." : "Its digits look hashed: no burn address, no pattern.");
    }

    private static bool IsBurn(string hex) =>
        IsSystemNumber(hex)
        || (LongestRun(hex) >= ChosenRun && (hex.StartsWith("dead", StringComparison.Ordinal) || hex.EndsWith("dead", StringComparison.Ordinal)))
        || Enumerable.Range(1, ChosenPeriod).Any(period => HasPeriod(hex, period))
        || Array.Exists(BurnDigits, hex.Contains);

    private static bool IsSystemNumber(string hex) =>
        hex.Length == Digits && hex.AsSpan(0, Digits - 4).IndexOfAnyExcept('0') < 0
        && int.Parse(hex.AsSpan(Digits - 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture) is var number
        && SystemNumbers.Any(range => number >= range.First && number <= range.Last);

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
