using System.Buffers;
using System.Numerics;
using Spoor.Detection.Baselines;
using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Transfers;

namespace Spoor.Detection.Checkpoints;

/// <summary>What a checkpoint says of one owner, before it is fitted to a watch list.</summary>
/// <param name="Plans">Used up of each planned movement, by its name and asset.</param>
/// <param name="Matched">Withdrawals that covered a payment, by number.</param>
internal sealed record OwnerRecord(
    string Name,
    IReadOnlyList<PurseRecord> Purses,
    IReadOnlyList<RecentOutflow> Outflows,
    IReadOnlyList<OlderOut> Older,
    IReadOnlyList<HourOut> Hours,
    byte[] UsualHour,
    IReadOnlyList<(Address Address, MetRecipient Met)> Recipients,
    IReadOnlyList<TopUp> TopUps,
    IReadOnlyList<Grant> Grants,
    IReadOnlyList<(string Plan, AssetId Asset, BigInteger Units)> Plans,
    IReadOnlyList<Withdrawal> Expected,
    IReadOnlyList<(string Id, DateTimeOffset Ordered)> Matched,
    IReadOnlyList<Unmatched> Unmatched,
    IReadOnlyList<Missed> Missed,
    IReadOnlyList<Brought> Brought,
    OpenAlert? Alert);

/// <summary>What a checkpoint says of one purse.</summary>
/// <param name="Wallets">The addresses it was made of, in order.</param>
internal sealed record PurseRecord(
    ChainId Chain, IReadOnlyList<Address> Wallets, IReadOnlyList<(AssetId Asset, Balance Balance)> Balances, byte[] Habit, long Sent, IReadOnlyList<long> Selectors);

/// <summary>Owners and purses as forms.</summary>
internal static class OwnerForms
{
    public static OwnerRecord RecordOf(WatchedOwner owner, OwnerState state) => new(
        owner.Name,
        [.. state.PurseNames.Select((name, i) => RecordOf(name, state.Purses[i]))],
        [.. state.Outflows.All],
        state.Outflows.Older,
        state.Hours.All,
        state.Hours.Usual(),
        [.. state.Recipients],
        state.TopUps,
        state.Grants,
        [.. state.PlannedUse.Select(used => (owner.Planned[used.Key.Plan].Id, used.Key.Asset, used.Value))],
        [.. state.Expected.All],
        [.. state.Matched.All],
        state.Unmatched,
        state.Missed,
        state.Brought.All,
        state.Alert);

    public static OwnerRecord Owner(this Form form, OwnerRecord? owner) => new(
        form.Text(owner?.Name ?? ""),
        form.Facts(owner?.Purses ?? [], form.Purse),
        form.Facts(owner?.Outflows ?? [], form.Outflow),
        form.Facts(owner?.Older ?? [], form.Older),
        form.Facts(owner?.Hours ?? [], form.Hour),
        form.Bytes(owner?.UsualHour ?? []),
        form.Values(owner?.Recipients ?? [], met => (form.Address(met.Address), form.Recipient(met.Met))),
        form.Facts(owner?.TopUps ?? [], form.TopUp),
        form.Facts(owner?.Grants ?? [], form.Grant),
        form.Values(owner?.Plans ?? [], plan => (form.Text(plan.Plan ?? ""), form.Asset(plan.Asset), form.Big(plan.Units))),
        form.Facts(owner?.Expected ?? [], form.Withdrawal),
        form.Values(owner?.Matched ?? [], matched => (form.Text(matched.Id ?? ""), form.Time(matched.Ordered))),
        form.Facts(owner?.Unmatched ?? [], form.Unmatched),
        form.Facts(owner?.Missed ?? [], form.Missed),
        form.Facts(owner?.Brought ?? [], form.Brought),
        form.MaybeFact(owner?.Alert, form.Alert));

    private static PurseRecord Purse(this Form form, PurseRecord? purse) => new(
        form.Chain(purse?.Chain ?? default),
        form.Values(purse?.Wallets ?? [], form.Address),
        form.Values(purse?.Balances ?? [], held => (form.Asset(held.Asset), new Balance(form.Big(held.Balance.Units), form.Flag(held.Balance.IsKnown)))),
        form.Bytes(purse?.Habit ?? []),
        form.Long(purse?.Sent ?? 0),
        form.Values(purse?.Selectors ?? [], form.Long));

    private static PurseRecord RecordOf(PurseName name, PurseState purse)
    {
        var habit = new ArrayBufferWriter<byte>();
        purse.Habit.Write(habit);
        return new(
            name.Chain,
            [.. name.Wallets.Select(wallet => wallet.Address).Order()],
            [.. purse.Balances.Select(held => (held.Key, held.Value))],
            habit.WrittenSpan.ToArray(),
            purse.Manner.Sent,
            [.. purse.Manner.Selectors.Select(selector => (long)selector)]);
    }

    public static PurseState StateOf(PurseRecord record, bool isSame) => PurseState.Restored(
        record.Balances.Select(held => (held.Asset, isSame ? held.Balance : held.Balance with { IsKnown = false })),
        WalletHabit.Read(record.Habit, out _),
        new(record.Sent, [.. record.Selectors.Select(selector => (uint)selector)]));
}
