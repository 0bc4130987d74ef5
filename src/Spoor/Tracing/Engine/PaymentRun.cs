using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The part of a run that is played on account chains: a payment is taken from who pays and brought to who is paid.</summary>
internal sealed class PaymentRun(RunContext run, AccountBook accounts, Transit transit, ConversionRun conversions, Action<Account> wake)
{
    private readonly HashSet<Transfer> _settledClaims = new(ReferenceEqualityComparer.Instance);
    private readonly List<TakenLot> _taken = [];

    /// <summary>Whether a claim or what comes out of a bridge has been settled when its account came to it.</summary>
    public bool IsSettled(Transfer transfer) => _settledClaims.Contains(transfer) || transit.HasArrived(transfer);

    /// <summary>Settles a transfer at both of its ends.</summary>
    public void Settle(Transfer transfer)
    {
        var arrived = transit.Arrive(transfer);
        int? claim = ClaimOn(transfer);
        var payer = Payment(transfer, run.Orientation.Payer(transfer));
        var payee = Payment(transfer, run.Orientation.Payee(transfer));

        // A payment to oneself changes nothing; it must not turn a FIFO queue over (law P14).
        if (transfer.From != transfer.To)
        {
            Take(payer, transfer);
            if (arrived is not null)
            {
                Replace(arrived, payer, transfer);
            }

            TakeUp(claim, transfer, arrived is not null);
            Deliver(transfer, claim is not null, arrived?.Hop ?? payer?.Hop, payee);
            Resume(payee, transfer);
        }

        Resume(payer, transfer);
    }

    // A seed's receipt is no claim where the seed exchanged for it: the loot goes on in what it became.
    private int? ClaimOn(Transfer transfer)
    {
        if (run.Claims.ClaimOn(transfer) is not { } claim)
        {
            return null;
        }

        _settledClaims.Add(claim.Transfer);
        bool exchanged = run.Claims.IsOfSeed(transfer) && run.Orientation.Payee(transfer) is { } seed && conversions.Take(transfer, seed);
        return exchanged ? null : claim.Theft;
    }

    // The account at one end, if it is awake and this is a payment; what it exchanges it gives and gets at once.
    private Account? Payment(Transfer transfer, Address? end) =>
        accounts.AwakeAt(transfer, end) is { } account && !conversions.Take(transfer, account.Holding.Address) ? account : null;

    private void Take(Account? payer, Transfer transfer)
    {
        _taken.Clear();
        if (payer is null)
        {
            _taken.Add(new(0, Lot.Clean(transfer.Amount)));
            return;
        }

        accounts.OpenIfShort(payer, transfer, transfer.Amount);
        payer.Books.Spend([transfer.Amount], _taken);
        var tainted = _taken.Tainted();
        if (!tainted.IsZero)
        {
            run.Ledger.Send(payer.Holding.Address, payer.Holding.Asset, transfer.Time, tainted);
        }
    }

    // What a bridge brings is not what its payer had; that he has paid all the same.
    private void Replace(Transit.Arrival arrived, Account? payer, Transfer transfer)
    {
        if (payer is not null)
        {
            transit.PaidOut(transfer, payer.Holding.Address, [.. _taken], arrived.Crossing);
        }

        _taken.Clear();
        _taken.AddRange(arrived.Lots);
    }

    private void TakeUp(int? claim, Transfer transfer, bool arrives)
    {
        if (claim is not { } theft)
        {
            return;
        }

        if (arrives)
        {
            run.Ledger.ClaimClean(_taken, theft, transfer);
            return;
        }

        run.Ledger.Claim(_taken, theft, transfer, run.Orientation.Payee(transfer));
    }

    private void Deliver(Transfer transfer, bool claimed, int? from, Account? payee)
    {
        var tainted = _taken.Tainted();
        if (tainted.IsZero)
        {
            payee?.Receive(_taken);
            return;
        }

        run.Ledger.Note(transfer, _taken);
        if (transfer.Kind == TransferKind.Fee && run.Orientation.Forward)
        {
            run.Ledger.PayFee(_taken);
            return;
        }

        var address = run.Orientation.Payee(transfer);
        int hop = claimed || from is null ? 0 : from.Value + 1;
        run.Ledger.Receive(address, transfer.Asset, hop, transfer.Time, tainted);
        if (StopOf(transfer, address, hop, payee is not null, claimed) is { } stop)
        {
            run.Ledger.Stop(address, transfer.Asset, stop, _taken);
            payee?.Books.Receive(Lot.Clean(transfer.Amount));
            return;
        }

        Follow(transfer, payee ?? accounts.Of(new(address!.Value, transfer.Asset)), hop);
    }

    // Whether it is part of an exchange is asked last, because it reads the history of whoever is paid.
    private TraceStop? StopOf(Transfer transfer, Address? address, int hop, bool followed, bool claimed) =>
        run.Stops.Of(transfer, address, hop, followed, claimed, _taken)
        ?? (!claimed && conversions.IsPart(transfer, address) ? new(StopReason.Contract, "in an exchange of another") : null);

    private void Follow(Transfer transfer, Account payee, int hop)
    {
        bool slept = !payee.Awake;
        if (slept)
        {
            accounts.CatchUp(payee, transfer);
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

        if (account.Next is { } next && run.Orientation.Compare(next, settled) == 0)
        {
            account.Advance();
        }

        account.Awake = account.Root || !account.Books.Tainted.IsZero;
        wake(account);
    }
}
