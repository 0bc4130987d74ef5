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
    private readonly HashSet<Transfer> _settledClaims = new(ReferenceEqualityComparer.Instance);
    private readonly List<TakenLot> _taken = [];

    public TraceRun(TraceRequest request, IHistories histories, ClaimedThefts claims)
    {
        _run = new(request, histories, claims);
        _agenda = new(_run.Orientation, joined: !_run.Crossings.IsEmpty);
        _accounts = new(_run);
        _utxo = new(_run, _agenda.Add);
        _transit = new(_run, _accounts, _agenda.Add);
        _conversions = new(_run, _accounts, _transit, Wake);
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
            _utxo.Claim(due.At);
        }
        else if (due.Account is { } account ? account.Awake && ReferenceEquals(account.Next, due.At) : !_settledClaims.Contains(due.At) && !_transit.HasArrived(due.At))
        {
            Settle(due.At);
        }
    }

    private void Settle(Transfer transfer)
    {
        var arrived = _transit.Arrive(transfer);
        var payer = Payment(transfer, _run.Orientation.Payer(transfer));
        var payee = Payment(transfer, _run.Orientation.Payee(transfer));

        // A payment to oneself changes nothing; it must not turn a FIFO queue over (law P14).
        if (transfer.From != transfer.To)
        {
            Take(arrived is null ? payer : null, transfer);
            if (arrived is { } passage)
            {
                _taken.Clear();
                _taken.AddRange(passage.Lots);
            }

            TakeUpClaim(transfer);
            Deliver(transfer, arrived is not null, arrived?.Hop ?? payer?.Hop, payee);
            Resume(payee, transfer);
        }

        Resume(payer, transfer);
    }

    // The account at one end, if it is awake and this is a payment; what it exchanges it gives and gets at once.
    private Account? Payment(Transfer transfer, Address? end) =>
        _accounts.AwakeAt(transfer, end) is { } account && !_conversions.Take(transfer, account) ? account : null;

    private void Take(Account? payer, Transfer transfer)
    {
        _taken.Clear();
        if (payer is null)
        {
            _taken.Add(new(0, Lot.Clean(transfer.Amount)));
            return;
        }

        _accounts.OpenIfShort(payer, transfer, transfer.Amount);
        payer.Books.Spend([transfer.Amount], _taken);
        var tainted = _taken.Tainted();
        if (!tainted.IsZero)
        {
            _run.Ledger.Send(payer.Holding.Address, payer.Holding.Asset, transfer.Time, tainted);
        }
    }

    private void TakeUpClaim(Transfer transfer)
    {
        if (_run.Claims.ClaimOn(transfer) is { } claim)
        {
            _settledClaims.Add(claim.Transfer);
            _run.Ledger.Claim(_taken, claim.Theft, transfer, _run.Orientation.Payee(transfer));
        }
    }

    private void Deliver(Transfer transfer, bool arrives, int? from, Account? payee)
    {
        var tainted = _taken.Tainted();
        if (tainted.IsZero)
        {
            payee?.Receive(_taken);
            return;
        }

        _run.Ledger.Note(transfer, _taken);
        if (transfer.Kind == TransferKind.Fee && _run.Orientation.Forward)
        {
            _run.Ledger.PayFee(_taken);
            return;
        }

        var address = _run.Orientation.Payee(transfer);
        bool claimed = _run.Claims.ClaimOn(transfer) is not null;
        int hop = claimed || from is null ? 0 : from.Value + 1;
        _run.Ledger.Receive(address, transfer.Asset, hop, transfer.Time, tainted);
        var exchanged = !claimed && !arrives && _conversions.IsPart(transfer, address) ? new TraceStop(StopReason.Contract, "in an exchange of another") : null;
        if ((exchanged ?? _run.Stops.Of(transfer, address, hop, followed: payee is not null, claimed, _taken)) is { } stop)
        {
            _run.Ledger.Stop(address, transfer.Asset, stop, _taken);
            payee?.Books.Receive(Lot.Clean(transfer.Amount));
            return;
        }

        Follow(transfer, payee ?? _accounts.Of(new(address!.Value, transfer.Asset)), hop);
    }

    private void Follow(Transfer transfer, Account payee, int hop)
    {
        bool slept = !payee.Awake;
        if (slept)
        {
            _accounts.CatchUp(payee, transfer);
        }

        payee.Hop = Math.Min(payee.Hop, hop);
        payee.Receive(_taken);
        if (slept)
        {
            payee.Awake = true;
            Resume(payee, transfer);
        }
    }

    // Past the transfer just settled, and into the queue again, unless no taint is left to follow.
    private void Resume(Account? account, Transfer settled)
    {
        if (account is null)
        {
            return;
        }

        if (account.Next is { } next && _run.Orientation.Compare(next, settled) == 0)
        {
            account.Advance();
        }

        account.Awake = account.Root || !account.Books.Tainted.IsZero;
        Wake(account);
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
