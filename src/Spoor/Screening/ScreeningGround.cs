using Spoor.Screening.Grounds;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Screening;

/// <summary>Takes transfers, chain by chain and each chain's in order, for a <see cref="ScreeningBook"/>.</summary>
public sealed class ScreeningGround
{
    private readonly SortedDictionary<ChainId, (IGroundBuilder Builder, Position Last)> _chains = [];
    private readonly PriceByDay _prices;

    public ScreeningGround(PriceBook prices, TokenList tokens) => _prices = new(prices, tokens);

    /// <exception cref="ArgumentException">It comes before one that was taken already.</exception>
    public void Add(Transfer transfer)
    {
        var chain = transfer.Chain;
        if (!_chains.TryGetValue(chain, out var known))
        {
            known = (BuilderOf(chain), default);
        }
        else if (transfer.Position < known.Last)
        {
            throw new ArgumentException($"Expected the transfers of {chain} in order, found {transfer.Position} after {known.Last}.", nameof(transfer));
        }

        known.Builder.Add(transfer);
        _chains[chain] = (known.Builder, transfer.Position);
    }

    /// <summary>Takes transfers in whatever order they are.</summary>
    public ScreeningGround AddAll(IEnumerable<Transfer> transfers)
    {
        foreach (var transfer in transfers.Order(TransferOrder.Instance))
        {
            Add(transfer);
        }

        return this;
    }

    internal IReadOnlyList<ChainGround> Build() => [.. _chains.Values.Select(chain => chain.Builder.Build())];

    private IGroundBuilder BuilderOf(ChainId chain) => ChainRegistry.TryGet(chain, out var known) && known.IsUtxo
        ? new UtxoGroundBuilder(chain, _prices)
        : new AccountGroundBuilder(chain, _prices);
}
