using Spoor.Tracing.Swaps;
using Spoor.Transfers;

namespace Spoor.Tracing.Engine;

/// <summary>The part of a run that is played where assets are exchanged: taint is re-based to the asset received, or waits in a bridge.</summary>
internal sealed class ConversionRun(RunContext run, AccountBook accounts, Transit transit, Action<Account> wake)
{
    private readonly ConversionBook _book = new(run);
    private readonly HashSet<(ChainId, TxHash)> _transactions = [];
    private readonly HashSet<Conversion> _settled = new(ReferenceEqualityComparer.Instance);

    /// <summary>Settles the exchange that a movement is a part of at an address, unless that is done.</summary>
    /// <returns>Whether it is part of one.</returns>
    public bool Take(Transfer transfer, Address address)
    {
        if (_book.Of(transfer, address) is not { } conversion)
        {
            return false;
        }

        if (_settled.Add(conversion))
        {
            _transactions.Add((transfer.Chain, transfer.Tx));
            Settle(conversion);
        }

        return true;
    }

    /// <summary>Whether a movement is part of what an address exchanges, so that it can bring nothing else.</summary>
    public bool IsPart(Transfer transfer, Address? address) => address is { } known && _book.Of(transfer, known) is not null;

    /// <summary>Passes over movements that an exchange has settled already.</summary>
    public void Skip(Account account)
    {
        while (_settled.Count > 0 && account.Next is { } next && IsSettled(next, account.Holding.Address))
        {
            account.Advance();
        }
    }

    private bool IsSettled(Transfer next, Address address) =>
        next.From == next.To || (_transactions.Contains((next.Chain, next.Tx)) && _book.Of(next, address) is { } conversion && _settled.Contains(conversion));

    private void Settle(Conversion conversion)
    {
        var payers = conversion.Given.Select(side => accounts.Of(new(conversion.Address, side.Asset))).ToList();
        List<List<TakenLot>> given = [.. conversion.Given.Select((side, i) => Give(conversion, payers[i], side.Amount))];

        // After that, because what was there from the beginning may be the theft.
        int hop = payers.Where(payer => payer.Awake).Select(payer => payer.Hop).DefaultIfEmpty(int.MaxValue).Min();
        bool isTainted = given.Exists(lots => !lots.Tainted().IsZero);
        if (conversion.Crossings.Count > 0)
        {
            transit.Leave(conversion, given[0], hop);
        }
        else
        {
            var parts = Rebasing.Split(given, conversion);
            if (isTainted)
            {
                run.Ledger.Note(conversion, given, parts, arrival: conversion.Delivery);
            }

            for (int i = 0; i < parts.Count; i++)
            {
                Receive(conversion, conversion.Received[i], parts[i], hop);
            }
        }

        payers.ForEach(Resume);
    }

    private List<TakenLot> Give(Conversion conversion, Account payer, Amount amount)
    {
        List<TakenLot> taken = [];
        if (!payer.Awake)
        {
            taken.Add(new(0, Lot.Clean(amount)));
            return taken;
        }

        accounts.ApplyMoments(payer, conversion.First);
        accounts.OpenIfShort(payer, conversion.First, amount);
        payer.Books.Spend([amount], taken);
        if (!taken.Tainted().IsZero)
        {
            run.Ledger.Send(payer.Holding.Address, payer.Holding.Asset, conversion.First.Time, taken.Tainted());
        }

        return taken;
    }

    private void Receive(Conversion conversion, ConvertedAmount side, List<TakenLot> lots, int hop)
    {
        var holding = new Holding(conversion.Recipient, side.Asset);
        var account = accounts.Of(holding);
        int? seed = run.Claims.TheftOfSeed(holding, conversion.First);
        int at = seed is not null ? 0 : conversion.Delivery is null || hop == int.MaxValue ? hop : hop + 1;
        run.Ledger.Lose(holding.Address, side.Asset, at, conversion.First.Time, lots);
        if (seed is { } theft)
        {
            ClaimRest(conversion, holding, lots, theft);
        }

        var tainted = lots.Tainted();
        if (tainted.IsZero)
        {
            if (account.Awake)
            {
                account.Receive(lots);
                Resume(account);
            }

            return;
        }

        accounts.ApplyMoments(account, conversion.First);
        run.Ledger.Receive(holding.Address, side.Asset, at, conversion.First.Time, tainted);
        if (conversion.Delivery is not null)
        {
            run.Ledger.Note(conversion.Delivery, lots);
        }

        if (conversion.Delivery is { } delivery && run.Stops.Of(delivery, holding.Address, at, account.Awake, claimed: seed is not null, lots) is { } stop)
        {
            run.Ledger.Stop(holding.Address, side.Asset, stop, lots);
            lots = [new(0, Lot.Clean(side.Amount))];
            if (!account.Awake)
            {
                return;
            }
        }
        else if (!account.Awake)
        {
            accounts.CatchUp(account, conversion.First);
            account.Awake = true;
        }

        account.Hop = Math.Min(account.Hop, at);
        account.Receive(lots);
        Resume(account);
    }

    // All that a seed got is stolen; what it gave stolen units for is so already.
    private void ClaimRest(Conversion conversion, Holding holding, List<TakenLot> lots, int theft)
    {
        var clean = lots.FindAll(taken => !taken.Lot.IsTainted).Aggregate(Amount.Zero, (sum, taken) => sum + taken.Lot.Amount);
        if (clean.IsZero)
        {
            return;
        }

        var receipt = conversion.Delivery ?? run.Histories.Of(holding.Chain, holding.Address, conversion.First.Tx)
            .Where(row => row.Asset == holding.Asset && run.Orientation.Payee(row) == holding.Address)
            .MaxBy(row => row.Amount)!;
        run.Ledger.ClaimClean(lots, theft, receipt);
        if (conversion.Delivery is null)
        {
            run.Ledger.Note(receipt, [new(0, new(Amount.Min(clean, receipt.Amount), theft))]);
        }
    }

    private void Resume(Account account)
    {
        if (account.Awake)
        {
            Skip(account);
            account.Awake = account.Root || !account.Books.Tainted.IsZero;
            wake(account);
        }
    }
}
