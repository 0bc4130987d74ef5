using Spoor.Detection;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Workspace.Watching;

/// <summary>What a watch cannot speak of, in words, with what to do about it.</summary>
public static class BlindnessText
{
    private const int MostNamed = 5;

    public static IEnumerable<string> Sentences(Blindness blindness, WatchList watch, TokenList tokens)
    {
        bool isBlind = blindness.IsWithoutPrices && blindness.Unopened.Count == blindness.Wallets;
        if (isBlind)
        {
            yield return $"This watch cannot tell of any outflow{UnlessOrdered(watch)}: nothing that it watches has a price, and of no hot wallet it is known what it holds.";
        }

        if (blindness.Unpriced.Count > 0)
        {
            yield return $"No price: {Named(blindness.Unpriced, tokens)}. What leaves in {It(blindness.Unpriced)} reaches no floor and has no usual size; name prices with --prices FILE.";
        }

        if (blindness.Void.Count > 0)
        {
            yield return $"Prices that are void, more than {PriceBook.StaleDays} days from the last block: {Named(blindness.Void, tokens)}. "
                + $"What leaves in {It(blindness.Void)} is not valued until a price file is brought up to date; it is read again as it is.";
        }

        if (blindness.Unopened.Count > 0)
        {
            yield return $"Nothing is known to be held in {NumberText.Of(blindness.Unopened.Count, "hot wallet", "hot wallets")} of {blindness.Wallets} ({Named(blindness.Unopened)}): "
                + "no share of a holding can be told there; state opening balances in the watch file.";
        }
    }

    public static string NameOf(AssetId asset, TokenList tokens) => tokens.TryGet(asset, out var token)
        ? $"{token.Symbol} on {NameOf(asset.Chain)}"
        : asset.ToString();

    private static string NameOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    private static string UnlessOrdered(WatchList watch) =>
        watch.Owners.Any(owner => owner.Policy.ReconcilesWithdrawals) ? " but by the withdrawal log" : "";

    private static string It(IReadOnlyList<AssetId> assets) => assets.Count == 1 ? "it" : "them";

    private static string Named(IReadOnlyList<AssetId> assets, TokenList tokens) => Listed([.. assets.Select(asset => NameOf(asset, tokens))]);

    private static string Named(IReadOnlyList<AccountOnChain> accounts) =>
        Listed([.. accounts.Select(account => $"{AddressText.Render(account.Chain, account.Address)} on {NameOf(account.Chain)}")]);

    private static string Listed(List<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");
}
