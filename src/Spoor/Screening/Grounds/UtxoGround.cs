using Spoor.Screening.Walks;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>A UTXO chain: transactions, and the outputs between them.</summary>
internal sealed class UtxoGround : ChainGround
{
    private readonly UtxoEdge[] _edges;
    private readonly UtxoMark[] _transactions;
    private readonly AssetId? _coin;
    private readonly Groups _inputs;
    private readonly Groups _outputs;
    private readonly Groups _owned;
    private readonly int[] _selves;

    internal UtxoGround(ChainId chain, AddressNumbers addresses, UtxoEdge[] edges, UtxoMark[] transactions, AssetId? coin)
        : base(chain, addresses)
    {
        (_edges, _transactions, _coin) = (edges, transactions, coin);
        _inputs = Groups.Of(transactions.Length, edges.Length, edge => edges[edge].Spender);
        _outputs = Groups.Of(transactions.Length, edges.Length, edge => edges[edge].Maker);
        _owned = Groups.Of(addresses.Count, edges.Length, edge => edges[edge].Owner);
        _selves = [.. Enumerable.Range(0, addresses.Count)];
        SumBusy(addresses.Count);
        Highest = transactions.Length == 0 ? 0 : transactions.Max(transaction => transaction.Block);
    }

    public override long Count => _edges.Length;

    // One coin, so that an address is its own holding.
    public override ReadOnlySpan<int> HoldingsOf(int address) => _selves.AsSpan(address, 1);

    public override AssetId AssetOf(int holding) => _coin!.Value;

    public override bool IsListed(int holding) => true;

    public override int PaymentsOf(int holding, ExposureSide side) => _owned.Of(holding).Length;

    public override ReadOnlySpan<int> PaymentEdgesOf(int holding, ExposureSide side) => _owned.Of(holding);

    public override (Share Share, bool IsPriced)? PaidBy(int edge, ExposureSide side)
    {
        ref readonly var output = ref _edges[edge];
        long micros = side == ExposureSide.Incoming ? output.MicrosMade : output.MicrosSpent;
        return NextOf(edge, side) < 0 || output.Amount == UInt128.Zero
            ? null
            : (new(output.Amount, micros < 0 ? UInt128.Zero : (UInt128)micros), micros >= 0);
    }

    public override int SenderOf(int edge) => _edges[edge].Maker;

    public override void Arrange(List<(int Edge, Share Share)> roots, ExposureSide side)
    {
        int sign = side == ExposureSide.Incoming ? -1 : 1;
        roots.Sort((one, other) => (sign * NextOf(one.Edge, side), one.Edge).CompareTo((sign * NextOf(other.Edge, side), other.Edge)));
    }

    /// <summary>The transaction that an output came from, or went into; below zero where the data show none.</summary>
    public int NextOf(int edge, ExposureSide side) => side == ExposureSide.Incoming ? _edges[edge].Maker : _edges[edge].Spender;

    public ref readonly UtxoEdge At(int edge) => ref _edges[edge];

    public ReadOnlySpan<int> InputsOf(int transaction) => _inputs.Of(transaction);

    public ReadOnlySpan<int> OutputsOf(int transaction) => _outputs.Of(transaction);

    public override int CounterpartiesOf(int address, int least)
    {
        HashSet<int> others = [];
        foreach (int edge in _owned.Of(address))
        {
            AddOwners(others, _edges[edge].Maker < 0 ? [] : _inputs.Of(_edges[edge].Maker), address);
            AddOwners(others, _edges[edge].Spender < 0 ? [] : _outputs.Of(_edges[edge].Spender), address);
            if (others.Count >= least)
            {
                break;
            }
        }

        return others.Count;
    }

    public override void Walk(int holding, ExposureSide side, WalkTally tally) =>
        new UtxoWalk(this, tally, side).Run(new WalkRoots(this, holding, side, tally).List());

    public override IReadOnlyList<TrailStep> StepsOf(WalkEnd end, ExposureSide side)
    {
        List<int> edges = [end.Edge];
        for (var step = end.Way; step is not null; step = step.Next)
        {
            edges.Add(step.Edge);
        }

        if (side == ExposureSide.Outgoing)
        {
            edges.Reverse();
        }

        return [.. edges.Zip(edges.Skip(1), StepOf)];
    }

    public override long BlockOf(WalkEnd end, ExposureSide side) =>
        _transactions[side == ExposureSide.Incoming ? _edges[end.Edge].Spender : _edges[end.Edge].Maker].Block;

    // An output that is spent, and one that the same transaction makes: a payment between their owners.
    private TrailStep StepOf(int spent, int made)
    {
        ref readonly var output = ref _edges[made];
        var transaction = _transactions[output.Maker];
        return new(
            transaction.Tx, new(transaction.Block, transaction.Transaction, Phase.Value, output.Index), transaction.Time,
            OwnerOf(spent), OwnerOf(made), new(output.Amount));
    }

    private Address? OwnerOf(int edge) => _edges[edge].Owner is >= 0 and var owner ? Addresses[owner] : null;

    private void AddOwners(HashSet<int> others, ReadOnlySpan<int> edges, int but)
    {
        foreach (int edge in edges)
        {
            if (_edges[edge].Owner is >= 0 and var owner && owner != but)
            {
                others.Add(owner);
            }
        }
    }
}
