using System.Collections.Concurrent;
using System.Numerics;

namespace Spoor.Transfers;

/// <summary>The transfers of one chain in memory, findable by address, by transaction and by the output they spend.</summary>
internal sealed class ChainHistory(ChainId chain)
{

    private readonly HashSet<Transfer> _held = new(TransferIdentity.Instance);
    private readonly TransferIndex<Address> _byAddress = new();
    private readonly TransferIndex<TxHash> _byTransaction = new();
    private readonly TransferIndex<Outpoint> _bySpentOutput = new();
    private readonly ConcurrentDictionary<Address, Activity> _activities = new();

    // Of movements other than of tokens: without any, all tokens count for how busy an address is.
    private long _coins;

    // No transfer held comes after it. Blocks mostly arrive in order, and one comparison here spares one in every index.
    private Transfer? _latest;

    // Some asset that is held.
    private AssetId? _asset;

    /// <summary>Whether more than one asset is held.</summary>
    internal bool HasSeveralAssets { get; private set; }

    internal ChainHead? Head()
    {
        if (_held.Count == 0)
        {
            return null;
        }

        long lowest = long.MaxValue;
        long highest = long.MinValue;
        var first = DateTimeOffset.MaxValue;
        var last = DateTimeOffset.MinValue;
        foreach (var transfer in _held)
        {
            lowest = Math.Min(lowest, transfer.Position.Block);
            highest = Math.Max(highest, transfer.Position.Block);
            first = transfer.Time < first ? transfer.Time : first;
            last = transfer.Time > last ? transfer.Time : last;
        }

        return new(chain, lowest, highest, _held.Count, first, last);
    }

    /// <summary>Takes a transfer in unless it is held already; <see cref="Settle"/> must follow before the next read.</summary>
    internal bool Add(Transfer transfer)
    {
        if (!_held.Add(transfer))
        {
            return false;
        }

        _coins += transfer.Kind == TransferKind.Token ? 0 : 1;
        _asset ??= transfer.Asset;
        HasSeveralAssets |= _asset != transfer.Asset;
        bool latest = TransferOrder.Instance.Compare(transfer, _latest) >= 0;
        _latest = latest ? transfer : _latest;
        _byTransaction.Add(transfer.Tx, transfer, latest);
        if (transfer.From is { } from)
        {
            _byAddress.Add(from, transfer, latest);
        }

        if (transfer.To is { } to && transfer.To != transfer.From)
        {
            _byAddress.Add(to, transfer, latest);
        }

        if (transfer is { Kind: TransferKind.UtxoIn, Output: { } spent })
        {
            _bySpentOutput.Add(spent, transfer, latest);
        }

        return true;
    }

    internal void Settle()
    {
        _byAddress.Settle();
        _byTransaction.Settle();
        _bySpentOutput.Settle();
        _activities.Clear();
    }

    /// <returns>What was removed.</returns>
    internal IReadOnlyList<Transfer> Unwind(long height)
    {
        var removed = _held.Where(transfer => transfer.Position.Block > height).ToList();
        _held.ExceptWith(removed);
        _coins -= removed.Count(transfer => transfer.Kind != TransferKind.Token);
        _asset = _held.FirstOrDefault()?.Asset;
        HasSeveralAssets = _held.Any(transfer => transfer.Asset != _asset);
        foreach (var transfer in removed)
        {
            _byTransaction.RemoveAbove(transfer.Tx, height);
        }

        foreach (var party in removed.SelectMany(PartiesOf).Distinct())
        {
            _byAddress.RemoveAbove(party, height);
        }

        foreach (var output in removed.Where(transfer => transfer.Output is not null).Select(transfer => transfer.Output!.Value))
        {
            _bySpentOutput.RemoveAbove(output, height);
        }

        // _latest may be gone now; as a bound it still holds.
        _activities.Clear();
        return removed;
    }

    internal IReadOnlyList<Transfer> Of(Address address) => _byAddress.Of(address);

    internal IReadOnlyList<Transfer> Of(TxHash transaction) => _byTransaction.Of(transaction);

    internal IReadOnlyList<Transfer> SpendsOf(Outpoint output) => _bySpentOutput.Of(output);

    internal Activity? ActivityOf(Address address) =>
        Of(address) is { Count: > 0 } transfers ? _activities.GetOrAdd(address, Measure, transfers) : null;

    private static IEnumerable<Address> PartiesOf(Transfer transfer)
    {
        if (transfer.From is { } from)
        {
            yield return from;
        }

        if (transfer.To is { } to && transfer.To != transfer.From)
        {
            yield return to;
        }
    }

    private Activity Measure(Address address, IReadOnlyList<Transfer> transfers)
    {
        HashSet<Address> counterparties = [];
        var first = DateTimeOffset.MaxValue;
        var last = DateTimeOffset.MinValue;
        long credible = 0;
        foreach (var transfer in transfers)
        {
            if (CredibleMovement.Is(transfer, _coins > 0))
            {
                credible++;
                counterparties.UnionWith(OtherSideOf(transfer).SelectMany(PartiesOf));
            }

            first = transfer.Time < first ? transfer.Time : first;
            last = transfer.Time > last ? transfer.Time : last;
        }

        counterparties.Remove(address);
        return WithPayments(new(transfers.Count, counterparties.Count, first, last) { Credible = credible }, address, transfers);
    }

    private static Activity WithPayments(Activity activity, Address address, IReadOnlyList<Transfer> transfers)
    {
        HashSet<TxHash> payments = [];
        HashSet<long> days = [];
        int hours = 0;
        foreach (var transfer in transfers.Where(transfer => transfer.From == address && transfer.Kind != TransferKind.Token))
        {
            payments.Add(transfer.Tx);
            days.Add(transfer.Time.UtcTicks / TimeSpan.TicksPerDay);
            hours |= 1 << transfer.Time.UtcDateTime.Hour;
        }

        return activity with { Payments = payments.Count, Days = days.Count, Hours = BitOperations.PopCount((uint)hours) };
    }

    // A UTXO row has one side only; the other side is the rest of its transaction.
    private IEnumerable<Transfer> OtherSideOf(Transfer transfer) => transfer.Kind switch
    {
        TransferKind.UtxoIn => Of(transfer.Tx).Where(other => other.Kind == TransferKind.UtxoOut),
        TransferKind.UtxoOut => Of(transfer.Tx).Where(other => other.Kind == TransferKind.UtxoIn),
        _ => [transfer],
    };
}
