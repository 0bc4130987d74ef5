using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The part of a run that is played on UTXO chains: taint lives in outputs, and a transaction spends them whole.</summary>
/// <remarks>
/// A transaction's inputs are received in input order into fresh books, its outputs are spent in output order and the
/// fee takes what is left (docs/methods/fifo.md). Backward, all of that is mirrored: the fee and the outputs are received in
/// reverse, the inputs spent in reverse.
/// </remarks>
internal sealed class UtxoRun(RunContext run, Action<Due> enqueue)
{
    private readonly Dictionary<(ChainId, Outpoint), TaintedOutput> _outputs = [];
    private readonly HashSet<(ChainId, TxHash)> _settled = [];

    /// <summary>Takes up a claim on an output.</summary>
    public void Claim(Transfer row)
    {
        bool known = _outputs.Remove((row.Chain, row.Output!.Value), out var output);
        List<TakenLot> lots = known ? output!.Lots : [new(0, Lot.Clean(row.Amount))];
        int theft = run.Claims.ClaimOn(row)!.Value.Theft;
        run.Ledger.Claim(lots, theft, row, OwnerOf(row));
        var claimed = lots.FindAll(taken => taken.Lot.Theft == theft);
        if (claimed.Count > 0)
        {
            run.Ledger.Note(row, claimed);
            run.Ledger.Receive(OwnerOf(row), row.Asset, 0, row.Time, claimed.Tainted());
        }

        Follow(row, 0, lots);
    }

    /// <summary>Puts what came out of a bridge into the output that it paid.</summary>
    /// <returns>What was there of the payer's own.</returns>
    public List<TakenLot> Arrive(Transfer row, List<TakenLot> lots, int hop)
    {
        List<TakenLot> own = _outputs.Remove((row.Chain, row.Output!.Value), out var paid) ? paid.Lots : [];
        if (own.Count > 0)
        {
            run.Ledger.Send(OwnerOf(row), row.Asset, row.Time, own.Tainted());
        }

        run.Ledger.Note(row, lots);
        run.Ledger.Receive(OwnerOf(row), row.Asset, hop, row.Time, lots.Tainted());
        if (run.Stops.Of(row, OwnerOf(row), hop, followed: false, claimed: false, lots) is { } stop)
        {
            run.Ledger.Stop(OwnerOf(row), row.Asset, stop, lots);
            return own;
        }

        Follow(row, hop, lots);
        return own;
    }

    /// <summary>Settles a transaction that spends (backward: created) a tainted output.</summary>
    public void Settle(IReadOnlyList<Transfer> rows)
    {
        var transaction = new UtxoTransaction(rows, run.Orientation, HeldAt);
        if (!transaction.Paid.Exists(row => HeldAt(row) is not null) || !_settled.Add((rows[0].Chain, rows[0].Tx)))
        {
            return;
        }

        var books = run.Request.Rule.Open();
        if (!run.Orientation.Forward)
        {
            books.Receive(Lot.Clean(transaction.Fee));
        }

        int hop = Receive(books, transaction);
        OpenIfShort(books, transaction);
        Deliver(books, transaction, hop + 1);
        SpendRest(books, transaction.Paid[0]);
        run.CountOvercount(books);
    }

    /// <summary>Counts what lies in outputs that nothing has taken on.</summary>
    public void Close()
    {
        foreach (var output in _outputs.Values)
        {
            foreach (var (_, lot) in output.Lots.Where(taken => taken.Lot.IsTainted))
            {
                run.Ledger.Hold(OwnerOf(output.Row), output.Row.Asset, lot);
            }
        }
    }

    // An input names whose output it spends, an output whom it pays.
    private static Address? OwnerOf(Transfer row) => row.To ?? row.From;

    private Amount? HeldAt(Transfer row) =>
        _outputs.TryGetValue((row.Chain, row.Output!.Value), out var output)
            ? output.Lots.Aggregate(Amount.Zero, (sum, taken) => sum + taken.Lot.Amount)
            : null;

    private int Receive(ITaint books, UtxoTransaction transaction)
    {
        int hop = int.MaxValue;
        for (int i = 0; i < transaction.Paid.Count; i++)
        {
            var row = transaction.Paid[i];
            if (!_outputs.Remove((row.Chain, row.Output!.Value), out var output))
            {
                books.Receive(Lot.Clean(transaction.PaidAmounts[i]));
                continue;
            }

            output.Lots.ForEach(taken => books.Receive(taken.Lot));
            run.Ledger.Note(row, output.Lots);
            run.Ledger.Send(OwnerOf(output.Row), row.Asset, row.Time, output.Lots.Tainted());
            hop = Math.Min(hop, output.Hop);
        }

        return hop;
    }

    private void OpenIfShort(ITaint books, UtxoTransaction transaction)
    {
        var needed = transaction.CreatedAmounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
        if (books.Balance < needed)
        {
            var row = transaction.Paid[0];
            books.Open(Lot.Clean(needed - books.Balance));
            run.Ledger.Openings.Add(new(row.Asset, row.From ?? row.To, needed - books.Balance, row.Position, row.Time, Lot.NoTheft));
        }
    }

    private void Deliver(ITaint books, UtxoTransaction transaction, int hop)
    {
        var taken = new List<TakenLot>();
        books.Spend([.. transaction.CreatedAmounts], taken);
        foreach (var ofOutput in taken.GroupBy(one => one.Output).OrderBy(group => group.Key))
        {
            List<TakenLot> lots = [.. ofOutput];
            var tainted = lots.Tainted();
            if (tainted.IsZero)
            {
                continue;
            }

            var row = transaction.Created[ofOutput.Key];
            var address = OwnerOf(row);
            run.Ledger.Note(row, lots);
            run.Ledger.Receive(address, row.Asset, hop, row.Time, tainted);
            if (run.Stops.Of(row, address, hop, followed: false, claimed: run.Claims.ClaimOn(row) is not null, lots) is { } stop)
            {
                run.Ledger.Stop(address, row.Asset, stop, lots);
                continue;
            }

            Follow(row, hop, lots);
        }
    }

    // Forward the rest is the fee; backward it is what no input accounts for: newly issued coins.
    private void SpendRest(ITaint books, Transfer row)
    {
        var taken = new List<TakenLot>();
        books.Spend([books.Balance], taken);
        if (run.Orientation.Forward)
        {
            run.Ledger.PayFee(taken);
        }
        else if (!taken.Tainted().IsZero)
        {
            run.Ledger.Receive(null, row.Asset, 0, row.Time, taken.Tainted());
            run.Ledger.Stop(null, row.Asset, new(StopReason.Issue, null), taken);
        }
    }

    private void Follow(Transfer row, int hop, List<TakenLot> lots)
    {
        _outputs[(row.Chain, row.Output!.Value)] = new(row, hop, lots);
        var next = run.Histories.NextOf(row.Chain, row.Output.Value);
        if (next.Count > 0 && !_settled.Contains((row.Chain, next[0].Tx)))
        {
            enqueue(new(Orientation.SettlingRow(next), null, next));
        }
    }

    private sealed record TaintedOutput(Transfer Row, int Hop, List<TakenLot> Lots);
}
