using System.Numerics;
using Spoor.Tracing.Swaps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tracing.Engine;

/// <summary>What each of several assets on one side of an exchange counts.</summary>
/// <remarks>
/// By its worth at the time, where every one of them has a price. Without prices what is a cost and no part is set aside, and the rest counts
/// the same: a pool holds its assets in equal worth.
/// </remarks>
internal sealed class SideWeighing(RunContext run)
{
    /// <summary>Less than one of so many parts of a coin beside a token is a tip or a fee.</summary>
    private const int TipParts = 100;

    /// <summary>One of so many parts of what others moved of an asset in the same transaction is what was left of it.</summary>
    private const int LeftoverParts = 20;

    /// <param name="sides">The assets and amounts of one side, in order of asset.</param>
    /// <returns>Those that count, and what each does; no weights where one is left, or all are taken for equal.</returns>
    public (List<ConvertedAmount> Sides, IReadOnlyList<UInt128> Weights) Of(List<ConvertedAmount> sides, Transfer first, Address address)
    {
        if (sides.Count < 2)
        {
            return (sides, []);
        }

        if (WorthOf(sides, first.Time) is { } worth)
        {
            return (sides, worth);
        }

        var parts = sides.FindAll(side => !IsTip(side, sides) && !IsLeftover(side, first, address));
        return (parts.Count > 0 ? parts : sides, []);
    }

    private UInt128[]? WorthOf(List<ConvertedAmount> sides, DateTimeOffset time)
    {
        var prices = run.Request.Prices;
        var worth = prices is null ? [] : sides.ConvertAll(side => WorthOf(prices, side, time));
        if (worth.Count == 0 || worth.Exists(value => value is null) || worth.TrueForAll(value => value!.Value.IsZero))
        {
            return null;
        }

        // Millionths of a dollar: this is some eighteen million millions of dollars.
        return [.. worth.Select(value => (UInt128)BigInteger.Min(value!.Value.Micros, ulong.MaxValue))];
    }

    private UsdValue? WorthOf(PriceBook prices, ConvertedAmount side, DateTimeOffset time) =>
        run.Request.Tokens.TryGet(side.Asset, out var token) && prices.Quote(NamedAsset.Of(side.Asset), new(time, IsDay: false)).Price is { } price
            ? UsdValue.Of(Coins.Of(side.Amount, token.Decimals), price.Usd)
            : null;

    private bool IsTip(ConvertedAmount side, List<ConvertedAmount> sides) =>
        RunContext.IsCoin(side.Asset)
        && sides.Exists(other => !RunContext.IsCoin(other.Asset))
        && run.Request.Tokens.TryGet(side.Asset, out var coin)
        && TipParts * (BigInteger)side.Amount.Units < BigInteger.Pow(10, coin.Decimals);

    private bool IsLeftover(ConvertedAmount side, Transfer first, Address address) =>
        run.Histories.TransactionOf(first.Chain, first.Tx).Any(row => row.Asset == side.Asset && row.From != address && row.To != address
            && row.Kind != TransferKind.Fee && (BigInteger)row.Amount.Units >= LeftoverParts * (BigInteger)side.Amount.Units);
}
