using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Watching;

/// <summary>Asks nodes what the hot and cold wallets held before the first block watched: without it nobody knows what is at risk.</summary>
internal sealed class Openings(WatchList watch, PriceBook prices, TokenList tokens, Action<string> say)
{
    private const string TokenPrefix = "erc20:";

    /// <summary>What the node says, as far as it can; it says aloud what is known now and what is not.</summary>
    public async Task<IReadOnlyList<EvmBalance>> AskAsync(WatchedNode node, BlockHeader? before, CancellationToken cancellation)
    {
        var chain = node.Node.Chain;
        Address[] wallets = [.. WalletsOn(chain.Id)];
        if (wallets.Length == 0 || before is null)
        {
            return [];
        }

        string whose = $"{chain.Name}: {Counted.Of(wallets.Length, "hot or cold wallet", "hot and cold wallets")}";
        if (node.Questions is not { } questions)
        {
            say($"{whose}: its nodes are not asked what was held; what is at risk is known from openings in the watch file, or as far as it is seen to arrive.");
            return [];
        }

        try
        {
            var held = await new EvmBalances(chain, questions).AtAsync(wallets, [.. TokensOf(chain)], before.Height, cancellation);
            Tell(whose, held, before);
            return [.. held.Where(one => one.Amount is not null)];
        }
        catch (NodeException failure)
        {
            say($"{whose}: the node did not say what was held before block {before.Height + 1} ({failure.Message}); what is at risk is not known.");
            return [];
        }
    }

    /// <summary>The watch list with what is known of openings; what the watch file says wins.</summary>
    public static WatchList Completed(WatchList watch, IEnumerable<ChainBeginning> beginnings)
    {
        var held = beginnings.SelectMany(beginning => beginning.Held).Where(one => one.Amount is not null)
            .ToLookup(one => (one.Asset.Chain, one.Holder));
        return new([.. watch.Owners.Select(owner => owner with { Wallets = [.. owner.Wallets.Select(Complete)] })]);

        WatchedWallet Complete(WatchedWallet wallet)
        {
            var opening = wallet.Opening.ToDictionary();
            foreach (var one in held[(wallet.Chain, wallet.Address)])
            {
                opening.TryAdd(one.Asset, one.Amount!.Value);
            }

            return wallet with { Opening = opening };
        }
    }

    /// <summary>Without the wallets that are no longer watched: when one comes back, it holds something else.</summary>
    public static ChainBeginning Pruned(ChainBeginning beginning, WatchList watch)
    {
        var watched = watch.Owners.SelectMany(owner => owner.Wallets).Where(wallet => wallet.Chain == beginning.Chain).Select(wallet => wallet.Address).ToHashSet();
        return beginning with { Held = [.. beginning.Held.Where(held => watched.Contains(held.Holder))] };
    }

    private void Tell(string whose, IReadOnlyList<EvmBalance> held, BlockHeader before)
    {
        var known = held.Where(one => one.Amount is { } amount && !amount.IsZero).ToList();
        var usd = UsdValue.Sum(known.Select(one => WorthOf(one, before.Time)).OfType<UsdValue>());
        int unpriced = known.Where(one => WorthOf(one, before.Time) is null).Select(one => one.Asset).Distinct().Count();
        int unknown = held.Count(one => one.Amount is null);
        say($"{whose} held {UsdText.Of(usd)} USD before block {before.Height + 1}, as the node says"
            + $"{(unpriced > 0 ? $", not counting {Counted.Of(unpriced, "asset", "assets")} without a price" : "")}."
            + (unknown > 0 ? $" {Counted.Of(unknown, "balance", "balances")} of {held.Count} it could not say; these are known only as far as they are seen to arrive." : ""));
    }

    private UsdValue? WorthOf(EvmBalance held, DateTimeOffset at) =>
        tokens.TryGet(held.Asset, out var token) && prices.Quote(NamedAsset.Of(held.Asset), new(at, IsDay: false)).Price is { } price
            ? UsdValue.Of(Coins.Of(held.Amount!.Value, token.Decimals), price.Usd)
            : null;

    private IEnumerable<Address> WalletsOn(ChainId chain) => watch.Owners.SelectMany(owner => owner.Wallets)
        .Where(wallet => wallet.Chain == chain && wallet.Use is WalletUse.Hot or WalletUse.Cold)
        .Select(wallet => wallet.Address).Distinct();

    // Those somebody answers for, and those that an owner says it holds.
    private IEnumerable<Address> TokensOf(Chain chain) => tokens.Tokens.Select(token => token.Asset)
        .Concat(watch.Owners.SelectMany(owner => owner.Wallets).SelectMany(wallet => wallet.Opening.Keys))
        .Where(asset => asset.Chain == chain.Id && asset.Reference.StartsWith(TokenPrefix, StringComparison.Ordinal))
        .Distinct()
        .Select(asset => AddressText.Parse(chain.Id, asset.Reference[TokenPrefix.Length..]));
}
