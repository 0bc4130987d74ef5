using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>The coin of a UTXO chain, as SQL text.</summary>
internal static class UtxoNative
{
    public static readonly ChainId Bitcoin = ChainRegistry.Find("bitcoin").Id;

    /// <exception cref="FormatException">Not a UTXO chain that is known.</exception>
    public static string Asset(ChainId chain) => ChainRegistry.TryGet(chain, out var known) && known is { IsUtxo: true, Native: { } coin }
        ? Sql.Text(coin.Asset.Reference)
        : throw new FormatException(
            $"Expected a UTXO chain such as bitcoin, litecoin, dogecoin or bitcoin-cash for this file, found '{chain}'; name one with --chain.");
}
