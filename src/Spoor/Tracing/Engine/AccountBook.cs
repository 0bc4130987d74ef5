using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The accounts of a run, and what it takes to bring one up to a transfer.</summary>
internal sealed class AccountBook(RunContext run)
{
    private readonly Dictionary<Holding, Account> _accounts = [];
    private readonly List<TakenLot> _discarded = [];

    /// <summary>In order of holding.</summary>
    public IEnumerable<Account> All => _accounts.Values.OrderBy(account => account.Holding);

    /// <summary>The account at one end of a transfer that is about to be settled, when it is awake.</summary>
    public Account? AwakeAt(Transfer transfer, Address? end)
    {
        if (end is not { } address
            || !_accounts.TryGetValue(new(address, transfer.Asset), out var account)
            || !account.Awake)
        {
            return null;
        }

        ApplyMoments(account, transfer);
        return account;
    }

    /// <summary>Whether a transfer lies behind what its recipient has played; nobody's history is read for it.</summary>
    public bool HavePlayed(Transfer transfer, Address? payee) =>
        payee is { } address && _accounts.TryGetValue(new(address, transfer.Asset), out var account) && account.HasPlayed(transfer, run.Orientation);

    public Account Of(Holding holding)
    {
        if (!_accounts.TryGetValue(holding, out var account))
        {
            var history = run.Histories.Of(holding);
            account = new(holding, history, run.Request.Rule, MomentsOf(holding))
            {
                Root = run.Claims.IsRoot(holding),
            };
            Close(account, history);
            OpenFromBeginning(account, history);
            _accounts[holding] = account;
        }

        return account;
    }

    /// <summary>Plays what happened to a sleeping account before a transfer; all of it is clean.</summary>
    public void CatchUp(Account account, Transfer until)
    {
        while (account.Next is { } next && run.Orientation.Compare(next, until) < 0)
        {
            if (next.From == next.To)
            {
                account.Advance();
                continue;
            }

            if (run.Orientation.Payer(next) == account.Holding.Address)
            {
                OpenIfShort(account, next, next.Amount);
                _discarded.Clear();
                account.Books.Spend([next.Amount], _discarded);
            }
            else
            {
                account.Books.Receive(Lot.Clean(next.Amount));
            }

            account.Advance();
        }
    }

    /// <summary>Makes up for what the data do not show: more leaves than was seen to come, so it was there before.</summary>
    public void OpenIfShort(Account account, Transfer transfer, Amount amount)
    {
        if (account.Books.Balance < amount)
        {
            account.Books.Open(OpeningOf(account, transfer, amount - account.Books.Balance));
        }
    }

    /// <summary>Applies the claims on all that an account holds whose moment has come; with no transfer, all that are left.</summary>
    public void ApplyMoments(Account account, Transfer? before)
    {
        while (account.Moments.TryPeek(out var moment) && (before is null || IsDue(moment.At, before)))
        {
            account.Moments.Dequeue();
            run.CountOvercount(account.Books);
            account.Rewrite(lot => Claim(account, lot, moment));
            account.Hop = 0;
        }
    }

    private Queue<(DateTimeOffset At, int Theft)> MomentsOf(Holding holding)
    {
        var moments = run.Claims.MomentsOf(holding);
        return moments.Count == 0 ? new() : new(run.Orientation.Forward ? moments.OrderBy(one => one.At) : moments.OrderByDescending(one => one.At));
    }

    private bool IsDue(DateTimeOffset at, Transfer before) => run.Orientation.Forward ? before.Time > at : before.Time <= at;

    private Lot Claim(Account account, Lot lot, (DateTimeOffset At, int Theft) moment)
    {
        if (lot.IsTainted)
        {
            run.Ledger.Collisions.Add(new(account.Holding.Asset, null, account.Holding.Address, lot.Amount, lot.Theft, moment.Theft));
            return lot;
        }

        run.Ledger.Steal(moment.Theft, lot.Amount, moment.At);
        run.Ledger.Receive(account.Holding.Address, account.Holding.Asset, 0, moment.At, lot.Amount);
        return new(lot.Amount, moment.Theft);
    }

    // Backward, an account begins with what it holds at the end of the data: that is known, not assumed.
    private void Close(Account account, Transfer[] history)
    {
        if (run.Orientation.Forward)
        {
            return;
        }

        var balance = Amount.Zero;
        foreach (var transfer in history.Reverse().Where(transfer => transfer.From != transfer.To))
        {
            balance = transfer.To == account.Holding.Address
                ? balance + transfer.Amount
                : balance - Amount.Min(balance, transfer.Amount);
        }

        account.Books.Receive(Lot.Clean(balance));
    }

    // Forward, by playing the sums alone: whatever will be lacking was there before.
    private void OpenFromBeginning(Account account, Transfer[] history)
    {
        if (!run.Orientation.Forward
            || run.Request.OpeningEntry != OpeningEntry.FromBeginning
            || !run.Claims.MayOpenFromBeginning(account.Holding))
        {
            return;
        }

        var balance = Amount.Zero;
        foreach (var transfer in history.Where(transfer => transfer.From != transfer.To))
        {
            if (transfer.To == account.Holding.Address)
            {
                balance += transfer.Amount;
                continue;
            }

            if (balance < transfer.Amount)
            {
                account.Books.Receive(OpeningOf(account, transfer, transfer.Amount - balance));
                balance = transfer.Amount;
            }

            balance -= transfer.Amount;
        }
    }

    private Lot OpeningOf(Account account, Transfer transfer, Amount missing)
    {
        int theft = run.Claims.TheftOfOpening(account.Holding, transfer);
        run.Ledger.Openings.Add(new(account.Holding.Asset, account.Holding.Address, missing, transfer.Position, transfer.Time, theft));
        if (theft != Lot.NoTheft)
        {
            run.Ledger.Steal(theft, missing, transfer.Time);
            run.Ledger.Receive(account.Holding.Address, account.Holding.Asset, 0, transfer.Time, missing);
            account.Hop = 0;
        }

        return new(missing, theft);
    }
}
