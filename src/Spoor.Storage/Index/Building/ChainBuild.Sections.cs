namespace Spoor.Storage.Index.Building;

/// <content>The sections that need all movements of the chain.</content>
internal sealed partial class ChainBuild
{
    // Of the memory for edges, so much is for payments.
    private const int PaidPart = 4;

    /// <param name="save">Notes how far the build has come.</param>
    internal async Task<ChainCatalog> FinishAsync(IProgress<IndexProgress>? progress, Action save, CancellationToken cancellation)
    {
        _ordered = Record();
        save();
        _cells.Finish();
        _addressSlots = Once(_addressSlots, WriteAddressSlots, cancellation);
        save();
        _numbers.FreeSlots();
        long memory = Math.Max(1 << 22, _plan.Memory - _numbers.Bytes - _tallies.Bytes);
        progress?.Report(new("transactions", _transfers, _transfers));
        _transactionSlots = Once(_transactionSlots, () => WriteTransactionSlots(memory, cancellation), cancellation);
        save();
        _spendSlots = Once(_spendSlots, () => new SlotPass(_writer, _spends, memory, _plan.Workers).Run(cancellation), cancellation);
        save();
        progress?.Report(new("edges", _transfers, _transfers));
        uint[]? counterparties = _hasOutputs ? new AcrossPass(_plan, _sides, _numbers.Count, memory).Run(cancellation) : null;
        using var paid = new PaidPass(_paid, _tallies, _numbers.Count, memory / PaidPart, cancellation);
        var source = new EdgeSource(_tallies, _pairs, _marks.Counted.IsWhole ? null : _marks, counterparties is null);
        var (edges, addresses) = await new EdgePass(_writer, _numbers, source, memory - (memory / PaidPart), _plan.Workers).RunAsync(counterparties, paid, cancellation);
        return new()
        {
            Chain = _chain,
            Transfers = _transfers,
            Addresses = _numbers.Count,
            HasOutputs = _hasOutputs,
            Extent = _extent,
            Credibility = _marks.Counted,
            RunsAreTransactions = !_hasTwins,
            LongestAddress = _numbers.Longest,
            Seed = _plan.Seed,
            Assets = _assets,
            Listed = _listed,
            TransferCells = _cells.Section,
            TransactionSlots = _transactionSlots.Value.Section,
            SpendSlots = _spendSlots.Value.Section,
            AddressSlots = _addressSlots.Value.Section,
            Edges = edges,
            AddressCells = addresses,
        };
    }

    private Section WriteTransactionSlots(long memory, CancellationToken cancellation)
    {
        var pass = new SlotPass(_writer, _transactions, memory, _plan.Workers);
        var section = pass.Run(cancellation);
        _hasTwins = pass.HasTwins;
        return section;
    }

    private Section WriteAddressSlots()
    {
        var section = _writer.Reserve(_numbers.Pages);
        _writer.Write(section.FirstPage, _numbers.Slots);
        return section;
    }
}
