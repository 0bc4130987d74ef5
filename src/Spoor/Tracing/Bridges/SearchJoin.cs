using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Tracing.Bridges;

/// <summary>Joins legs by recipient, and by time and amount within the windows of Connector (arXiv 2409.04937).</summary>
/// <remarks>
/// Amounts are compared in coins where the decimals of both assets are known, else in units. They are filed by their length in bits and the five
/// bits that follow the first, so that those a small fee apart lie in the same or the next classes.
/// </remarks>
internal sealed class SearchJoin(BridgeWindows windows, TokenList tokens) : IBridgeJoin
{
    private const int Million = 1_000_000;
    private const int Units = 0;
    private const int Coins = 1;
    private const int CommonDecimals = 18;
    private const int ClassBits = 5;

    public BridgeMethod Method => BridgeMethod.Search;

    // A payment that fits may be no payout of a bridge at all.
    public bool Excludes => false;

    public TimeSpan? Window { get; } = windows.SearchWindow > windows.PolygonSearchWindow ? windows.SearchWindow : windows.PolygonSearchWindow;

    public IEnumerable<JoinKey> KeysOf(BridgeLeg payout)
    {
        if (payout is not { Recipient: { } recipient, Amount: { } amount } || amount.IsZero)
        {
            yield break;
        }

        yield return new(Units, null, recipient, ClassOf(amount.Units));
        if (InCoins(payout) is { } coins)
        {
            yield return new(Coins, null, recipient, ClassOf(coins));
        }
    }

    public IEnumerable<JoinKey> KeysFor(BridgeLeg deposit)
    {
        // Most thieves cross to their own address.
        if ((deposit.Recipient ?? deposit.Sender) is not { } recipient || deposit.Amount is not { IsZero: false } amount)
        {
            return [];
        }

        var keys = Classes(amount.Units).Select(number => new JoinKey(Units, null, recipient, number));
        return InCoins(deposit) is { } coins ? keys.Concat(Classes(coins).Select(number => new JoinKey(Coins, null, recipient, number))) : keys;
    }

    public UInt128? Closeness(BridgeLeg deposit, BridgeLeg payout, JoinKey key)
    {
        var window = windows.SearchWindowOn(payout.Chain);
        var delay = payout.Time - deposit.Time;
        bool fits = delay > TimeSpan.Zero && delay <= window && LegAgreement.MayBelong(deposit, payout, windows.Ids)
            && LegAgreement.Agree(deposit.OtherAsset, payout.Asset) && UsesCoins(deposit, payout) == (key.Kind == Coins);
        if (!fits || deposit.Amount is not { } given || payout.Amount is not { } paid)
        {
            return null;
        }

        int? feePpm = key.Kind == Coins ? FeePpm(InCoins(deposit)!.Value, InCoins(payout)!.Value) : FeePpm(given.Units, paid.Units);
        return feePpm is { } fee ? LegAgreement.Nearness(delay, window) * (UInt128)(windows.MaxFeePpm - fee + 1) : null;
    }

    private int? FeePpm(UInt128 given, UInt128 paid)
    {
        if (paid > given)
        {
            return null;
        }

        var (ppm, rest) = LargestRemainder.MultiplyDivide(given - paid, Million, given);
        ppm += rest == UInt128.Zero ? 0u : 1u;
        return ppm <= (UInt128)windows.MaxFeePpm ? (int)ppm : null;
    }

    // Where the decimals are equal, units say the same and cannot overflow.
    private bool UsesCoins(BridgeLeg deposit, BridgeLeg payout) =>
        InCoins(deposit) is not null && InCoins(payout) is not null && DecimalsOf(deposit) != DecimalsOf(payout);

    private int? DecimalsOf(BridgeLeg leg) => leg.Asset is { } asset && tokens.TryGet(asset, out var token) ? token.Decimals : null;

    private UInt128? InCoins(BridgeLeg leg)
    {
        if (leg.Amount is not { } amount || DecimalsOf(leg) is not (>= 0 and <= CommonDecimals and var decimals))
        {
            return null;
        }

        var scaled = amount.Units * BigInteger.Pow(10, CommonDecimals - decimals);
        return scaled <= UInt128.MaxValue ? (UInt128)scaled : null;
    }

    private IEnumerable<UInt128> Classes(UInt128 amount)
    {
        var (fee, _) = LargestRemainder.MultiplyDivide(amount, (UInt128)windows.MaxFeePpm, Million);
        var last = ClassOf(amount);
        for (var number = ClassOf(amount - fee - (amount > fee ? 1u : 0u)); number <= last; number++)
        {
            yield return number;
        }
    }

    private static UInt128 ClassOf(UInt128 amount)
    {
        int shift = Math.Max(0, 128 - (int)UInt128.LeadingZeroCount(amount) - ClassBits - 1);
        return ((UInt128)shift << ClassBits) + (amount >> shift);
    }
}
