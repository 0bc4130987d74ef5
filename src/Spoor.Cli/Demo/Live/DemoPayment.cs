using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Demo.Live;

/// <summary>A payment of the demonstration.</summary>
internal sealed record DemoPayment
{
    public required DemoChain Chain { get; init; }

    public required Address From { get; init; }

    public required Address To { get; init; }

    public required AssetId Asset { get; init; }

    /// <summary>In whole coins, as the story tells it.</summary>
    public required decimal Coins { get; init; }

    public Amount Amount => new((UInt128)Valuation.Coins.Of(Coins).Units * Power(Decimals - Valuation.Coins.Of(Coins).Decimals));

    /// <summary>At the story's prices.</summary>
    public UsdValue Usd => UsdValue.Of(Valuation.Coins.Of(Coins), DemoPrices.Of(Asset));

    private int Decimals => TokenList.Builtin.TryGet(Asset, out var token) ? token.Decimals : 0;

    private static UInt128 Power(int digits) => Enumerable.Repeat((UInt128)10, digits).Aggregate(UInt128.One, (product, ten) => product * ten);

    public Task<TxHash> SendAsync(CancellationToken cancellation) => Chain.PayAsync(From, To, Asset, Amount, cancellation);
}
