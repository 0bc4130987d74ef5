using Spoor.Tracing.Engine;
using Spoor.Transfers;

namespace Spoor.Tracing.Bounds;

/// <summary>The part of a network that is drawn on UTXO chains: a node for each transaction, an arc for each output it spends.</summary>
internal sealed class UtxoNetwork(NetworkContext context, Action<DueStep> enqueue)
{
    private readonly Dictionary<(ChainId, Outpoint), OpenOutput> _open = [];
    private readonly HashSet<(ChainId, TxHash)> _settled = [];

    /// <summary>Takes up a claim on an output: all of it is stolen.</summary>
    public void Claim(Transfer row)
    {
        var units = row.Amount.Units;
        int hop = 0;
        if (_open.Remove((row.Chain, row.Output!.Value), out var open))
        {
            context.Network.Connect(open.Node, context.Ends.Elsewhere(row.Asset), open.Most);
            (units, hop) = (open.Units, Math.Min(hop, open.Hop));
        }

        context.Begin(row.Asset, context.Claims.ClaimOn(row)!.Value.Theft, row.Time);
        Follow(new(row, context.Network.AddSource(row.Asset, units), units, units, hop));
    }

    /// <summary>Settles a transaction that spends (backward: created) an output with stolen value.</summary>
    public void Settle(IReadOnlyList<Transfer> rows)
    {
        var transaction = new UtxoTransaction(rows, context.Orientation, UnitsOf);
        if (!transaction.Paid.Exists(row => UnitsOf(row) is not null) || !_settled.Add((rows[0].Chain, rows[0].Tx)))
        {
            return;
        }

        int node = context.Network.AddNode();
        var (balance, most, hop) = Receive(transaction, node);
        balance += context.Orientation.Forward ? UInt128.Zero : transaction.Fee.Units;
        foreach (var (row, amount) in transaction.Created.Zip(transaction.CreatedAmounts))
        {
            Deliver(new(row, node, UInt128.Min(amount.Units, most), amount.Units, hop + 1));
            balance -= UInt128.Min(balance, amount.Units);
        }

        // Forward the rest is the fee; backward it is what no input accounts for: newly issued coins.
        var asset = transaction.Paid[0].Asset;
        context.Network.Connect(
            node, context.Orientation.Forward ? context.Ends.Elsewhere(asset) : context.Ends.Of(null, asset), UInt128.Min(balance, most));
    }

    /// <summary>Lets end what lies in outputs that nothing has taken on.</summary>
    public void Close()
    {
        foreach (var open in _open.Values)
        {
            End(open);
        }
    }

    private (UInt128 Balance, UInt128 Most, int Hop) Receive(UtxoTransaction transaction, int node)
    {
        var (balance, most, hop) = (UInt128.Zero, UInt128.Zero, int.MaxValue);
        foreach (var (row, amount) in transaction.Paid.Zip(transaction.PaidAmounts))
        {
            if (!_open.Remove((row.Chain, row.Output!.Value), out var open))
            {
                balance += amount.Units;
                continue;
            }

            context.Network.Connect(open.Node, node, open.Most);
            (balance, most, hop) = (balance + open.Units, most + open.Most, Math.Min(hop, open.Hop));
        }

        return (balance, UInt128.Min(most, context.Network.Supplied(transaction.Paid[0].Asset)), hop);
    }

    private void Deliver(OpenOutput created)
    {
        if (created.Most == UInt128.Zero)
        {
            return;
        }

        bool claimed = context.Claims.ClaimOn(created.Row) is not null;
        if (context.Frontier.Of(created.Row, OwnerOf(created.Row), created.Hop, followed: false, claimed) == Onward.Stops)
        {
            End(created);
            return;
        }

        Follow(created);
    }

    private void End(OpenOutput open) =>
        context.Network.Connect(open.Node, context.Ends.Of(OwnerOf(open.Row), open.Row.Asset), open.Most);

    private void Follow(OpenOutput open)
    {
        var output = open.Row.Output!.Value;
        _open[(open.Row.Chain, output)] = open;
        var next = context.Histories.NextOf(open.Row.Chain, output);
        if (next.Count > 0 && !_settled.Contains((open.Row.Chain, next[0].Tx)))
        {
            enqueue(new(Orientation.SettlingRow(next), null, next));
        }
    }

    // An input names whose output it spends, an output whom it pays.
    private static Address? OwnerOf(Transfer row) => row.To ?? row.From;

    private Amount? UnitsOf(Transfer row) =>
        _open.TryGetValue((row.Chain, row.Output!.Value), out var open) ? new(open.Units) : null;

    /// <summary>An output that stolen value can be in, not spent so far.</summary>
    private sealed record OpenOutput(Transfer Row, int Node, UInt128 Most, UInt128 Units, int Hop);
}
