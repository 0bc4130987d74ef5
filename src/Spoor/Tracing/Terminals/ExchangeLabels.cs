using Spoor.Labels;

namespace Spoor.Tracing.Terminals;

/// <summary>Which labels are of exchanges that keep their customers' coins, and which of a customer's address there.</summary>
internal static class ExchangeLabels
{
    private static readonly string[] Kinds = ["exchange", "exchanges", "cex"];

    // Explorers file the wallets of an exchange under its name.
    private static readonly string[] Names =
    [
        "binance", "bitfinex", "bitget", "bithumb", "bitmart", "bitstamp", "bittrex", "bybit", "coinbase", "ftx", "gate", "gemini", "hitbtc", "hotbit", "htx",
        "huobi", "kraken", "kucoin", "mexc", "okex", "okx", "poloniex", "upbit",
    ];

    // Exchanges without custody have no customers whom they know.
    private static readonly string[] NoCustody = ["dex", "router", "pool", "amm", "pair", "token", "deployer"];

    private static readonly string[] NamesWithoutCustody = ["1inch", "balancer", "curve", "etherdelta", "idex", "kyber", "pancakeswap", "paraswap", "sushiswap", "uniswap"];

    private static readonly string[] Deposits = ["deposit", "deposits"];

    public static bool IsExchange(Label label)
    {
        var said = LabelTerms.Of([label.Category, .. label.Concepts]);
        return LabelNatures.Of(label) == LabelNature.Service
            && !IsWithoutCustody(label)
            && (said.HasAny(Kinds) || said.HasAny(Names) || LabelTerms.Of([label.Name]).HasAny(Names));
    }

    /// <summary>Whether somebody stands behind it who keeps coins of others and can hold them: whom a letter reaches.</summary>
    public static bool KeepsCoins(Label label) => LabelNatures.Of(label) == LabelNature.Service && !IsWithoutCustody(label);

    /// <summary>Whether money goes through it and is nobody's there: pools, routers, exchanges without custody.</summary>
    public static bool IsWithoutCustody(Label label)
    {
        var said = LabelTerms.Of([label.Name, label.Category, .. label.Concepts]);
        return (said.HasAny(NoCustody) && !said.HasAny(["mining"])) || said.HasAny(NamesWithoutCustody);
    }

    public static bool IsDeposit(Label label) =>
        LabelNatures.Of(label) == LabelNature.Service && LabelTerms.Of([label.Name, label.Category, .. label.Concepts]).HasAny(Deposits);
}
