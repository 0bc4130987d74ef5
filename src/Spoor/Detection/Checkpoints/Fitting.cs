using Spoor.Detection.Owners;
using Spoor.Detection.Signals;
using Spoor.Detection.Steps;

namespace Spoor.Detection.Checkpoints;

/// <summary>Fits what a checkpoint says to the watch list of today, and says what did not fit.</summary>
internal sealed class Fitting(WatchIndex index, IReadOnlyList<OwnerRecord> records)
{
    private readonly List<string> _changes = [];

    /// <summary>In words, what differs from the watch list of then.</summary>
    public IReadOnlyList<string> Changes => _changes;

    public IReadOnlyList<OwnerState> Owners()
    {
        var gone = records.Where(record => !index.Watch.Owners.Any(owner => owner.Name == record.Name));
        _changes.AddRange(gone.Select(record => $"{record.Name} is no longer watched; what was learnt of it is dropped"));
        return [.. index.Watch.Owners.Select((owner, i) => Fit(owner, index.Purses[i]))];
    }

    private OwnerState Fit(WatchedOwner owner, IReadOnlyList<PurseName> names)
    {
        if (records.FirstOrDefault(record => record.Name == owner.Name) is not { } record)
        {
            _changes.Add($"{owner.Name} is new; it starts without a history");
            return new(names);
        }

        var places = names.Select(name => PlaceOf(record, name)).ToList();
        var purses = names.Select((name, i) => FitPurse(owner, name, places[i] < 0 ? null : record.Purses[places[i]])).ToList();
        _changes.AddRange(record.Purses.Where((_, then) => !places.Contains(then))
            .Select(purse => $"{owner.Name}: {Words.At(purse.Chain, purse.Wallets[0])} on {Words.ChainName(purse.Chain)} is no longer watched"));
        var state = OwnerState.Restored(names, purses);
        Fill(state, owner, record, places);
        return state;
    }

    private static void Fill(OwnerState state, WatchedOwner owner, OwnerRecord record, List<int> places)
    {
        foreach (var outflow in record.Outflows.Where(outflow => outflow.Payouts.All(payout => places.Contains(payout.Purse))))
        {
            state.Outflows.Add(outflow with { Payouts = [.. outflow.Payouts.Select(Moved)] });
        }

        state.Outflows.Older.AddRange(record.Older.Where(older => places.Contains(older.Purse)).Select(older => older with { Purse = places.IndexOf(older.Purse) }));
        state.Hours.Restore(record.Hours, record.UsualHour);
        foreach (var (address, met) in record.Recipients)
        {
            state.Meet(address, met);
        }

        state.TopUps.AddRange(record.TopUps.Where(topUp => places.Contains(topUp.Purse)).Select(topUp => topUp with { Purse = places.IndexOf(topUp.Purse) }));
        state.Grants.AddRange(record.Grants);
        state.Expected = ExpectedWithdrawals.Of(record.Expected);
        state.Matched = MatchedWithdrawals.Of(record.Matched);
        state.Unmatched.AddRange(record.Unmatched.Where(unmatched => unmatched.Step.Payouts.All(payout => places.Contains(payout.Purse)))
            .Select(unmatched => unmatched with { Payout = Moved(unmatched.Payout), Step = unmatched.Step with { Payouts = [.. unmatched.Step.Payouts.Select(Moved)] } }));
        state.Missed.AddRange(record.Missed);
        foreach (var brought in record.Brought)
        {
            state.Brought.Add(brought);
        }

        state.Alert = record.Alert is { } alert ? Fit(alert, state) : null;
        foreach (var (plan, asset, units) in record.Plans)
        {
            int place = owner.Planned.TakeWhile(planned => planned.Id != plan).Count();
            if (place < owner.Planned.Count)
            {
                state.PlannedUse[(place, asset)] = units;
            }
        }

        Payout Moved(Payout payout) => payout with { Purse = places.IndexOf(payout.Purse) };
    }

    // A chain that is watched no more never falls silent; when no other is left, any end it.
    private static OpenAlert Fit(OpenAlert alert, OwnerState state)
    {
        var watched = state.PurseNames.Select(name => name.Chain).ToHashSet();
        var gone = alert.Awaited.Keys.Where(chain => !watched.Contains(chain)).ToList();
        var left = alert.Awaited.RemoveRange(gone);
        return alert with { Awaited = left.IsEmpty ? left.AddRange(watched.Select(chain => KeyValuePair.Create(chain, alert.Awaited.Values.Max()))) : left };
    }

    // A purse of one address is that address; the shared one of a UTXO chain is the chain's.
    private static int PlaceOf(OwnerRecord record, PurseName name)
    {
        for (int i = 0; i < record.Purses.Count; i++)
        {
            var purse = record.Purses[i];
            if (purse.Chain == name.Chain && (name.Address is not { } address || purse.Wallets is [var only] && only == address))
            {
                return i;
            }
        }

        return -1;
    }

    private PurseState FitPurse(WatchedOwner owner, PurseName name, PurseRecord? record)
    {
        string wallet = $"{owner.Name}: {Words.At(name.Chain, name.Wallets[0].Address)} on {Words.ChainName(name.Chain)}";
        if (record is null)
        {
            _changes.Add($"{wallet} is new; it starts without a history");
            return PurseState.Of(name);
        }

        bool isSame = record.Wallets.SequenceEqual(name.Wallets.Select(one => one.Address).Order());
        if (!isSame)
        {
            _changes.Add($"{wallet} and the addresses beside it changed; what they hold is known as a least amount only");
        }

        return OwnerForms.StateOf(record, isSame);
    }
}
