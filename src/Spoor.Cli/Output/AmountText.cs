using Spoor.Reporting;
using Spoor.Transfers;

namespace Spoor.Cli.Output;

/// <summary>Amounts for a reader of a page: whole coins where the token is known, else smallest units.</summary>
internal sealed class AmountText(TokenList tokens)
{
    private readonly CoinText _coins = new(tokens);

    public bool Knows(AssetId asset) => _coins.Knows(asset);

    /// <summary>The symbol, or the asset's CAIP-19 name.</summary>
    public string NameOf(AssetId asset) => _coins.NameOf(asset);

    /// <summary>The symbol, or the end of the asset's name that fits a column.</summary>
    public string ShortNameOf(AssetId asset) => _coins.ShortNameOf(asset);

    /// <summary>The number without its symbol, cut after a millionth.</summary>
    public string Of(AssetId asset, Amount amount) => _coins.Of(asset, amount);

    /// <summary>The number with two decimals at most, for columns side by side.</summary>
    public string Brief(AssetId asset, Amount amount) => _coins.Brief(asset, amount);

    /// <summary>The number and what it is a number of.</summary>
    public string WithName(AssetId asset, Amount amount) => _coins.WithName(asset, amount);

    /// <summary>A part of a whole in per cent with one digit.</summary>
    public static string Share(Amount part, Amount whole) => CoinText.Share(part, whole);
}
