using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>One pass over the next movement of every tainted holding, in position order, under one rule.</summary>
/// <remarks>
/// A priority queue holds, for each holding with taint in it, its next transfer; a transfer is settled once, at both of
/// its ends. The cost is the histories of the holdings reached, not the store. Chains are independent of each other
/// until bridges join them, so they are played one after another.
/// </remarks>
internal sealed class TraceRun
{
    private readonly RunContext _run;
    private readonly AccountBook _accounts;
    private readonly UtxoRun _utxo;
    private readonly Agenda _agenda;
    private readonly Transit _transit;
    private readonly ConversionRun _conversions;
    private readonly PaymentRun _payments;

    public TraceRun(TraceRequest request, IHistories histories, ClaimedThefts claims)
    {
        _run = new(request, histories, claims);
        _agenda = new(_run.Orientation, joined: !_run.Crossings.IsEmpty);
        _accounts = new(_run);
        _utxo = new(_run, _agenda.Add);
        _transit = new(_run, _accounts, _agenda.Add);
        _conversions = new(_run, _accounts, _transit, Wake);
        _payments = new(_run, _accounts, _transit, _conversions, Wake);
    }

    public Trace Execute(CancellationToken cancellation)
    {
        _run.Claims.Transfers.ForEach(transfer => _agenda.Add(new(transfer, null, null)));
        foreach (var holding in _run.Claims.Roots)
        {
            Wake(_accounts.Of(holding));
        }

        while (_agenda.TryTake(out var due))
        {
            cancellation.ThrowIfCancellationRequested();
            Do(due);
        }

        return Close();
    }

    private void Do(Due due)
    {
        if (due.Transaction is { } rows)
        {
            _utxo.Settle(rows);
        }
        else if (due.At.Output is not null)
        {
            DoOutput(due.At);
        }
        else if (due.Account is { } account ? account.Awake && ReferenceEquals(account.Next, due.At) : !_payments.IsSettled(due.At))
        {
            _payments.Settle(due.At);
        }
    }

    private void DoOutput(Transfer output)
    {
        if (_transit.Arrive(output) is { } arrived)
        {
            var own = _utxo.Arrive(output, arrived.Lots, arrived.Hop + 1);
            var payer = _run.Histories.TransactionOf(output.Chain, output.Tx).FirstOrDefault(row => row.Kind == TransferKind.UtxoIn && row.From is not null)?.From;
            _transit.PaidOut(output, payer ?? output.To!.Value, own, arrived.Crossing);
            return;
        }

        _utxo.Claim(output);
    }

    private void Wake(Account account)
    {
        account.Awake |= account.Root;
        _conversions.Skip(account);
        if (account.Awake && account.Next is { } next)
        {
            _agenda.Add(new(next, account, null));
        }
    }

    private Trace Close()
    {
        foreach (var account in _accounts.All)
        {
            _accounts.ApplyMoments(account, null);
            _run.CountOvercount(account.Books);
            foreach (var lot in account.Books.Held().Where(lot => lot.IsTainted))
            {
                _run.Ledger.Hold(account.Holding.Address, account.Holding.Asset, lot);
            }
        }

        _utxo.Close();
        _transit.Close();
        return _run.Ledger.ToTrace(_run.Request, _run.Histories.Refused);
    }
}
