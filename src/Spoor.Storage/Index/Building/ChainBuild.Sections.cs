using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <content>The sections that need all movements of the chain.</content>
internal sealed partial class ChainBuild
{
    // Of the memory for edges, so much is for payments.
    private const int PaidPart = 4;

    internal ChainCatalog Finish(IProgress<IndexProgress>? progress, CancellationToken cancellation)
    {
        _cells.Finish();
        _pairs.Flush();
        _transactions.Flush();
        _spends.Flush();
        _sides.Flush();
        _paid.Flush();
        var addressSlots = WriteAddressSlots();
        _numbers.FreeSlots();
        long memory = Math.Max(1 << 22, _plan.Memory - _numbers.Bytes - _tallies.Bytes);
        progress?.Report(new("transactions", _transfers, _transfers));
        var runs = new SlotPass(_writer, _transactions, memory, _plan.Workers);
        var transactionSlots = runs.Run(cancellation);
        var spendSlots = new SlotPass(_writer, _spends, memory, _plan.Workers).Run(cancellation);
        progress?.Report(new("edges", _transfers, _transfers));
        uint[]? counterparties = _hasOutputs ? new AcrossPass(_plan, _sides, _numbers.Count, memory).Run(cancellation) : null;
        using var paid = new PaidPass(_paid, _tallies, _numbers.Count, memory / PaidPart, cancellation);
        var source = new EdgeSource(_tallies, _pairs, _marks.Counted.IsWhole ? null : _marks, counterparties is null);
        var (edges, addresses) = new EdgePass(_writer, _numbers, source, memory - (memory / PaidPart), _plan.Workers).Run(counterparties, paid, cancellation);
        return new()
        {
            Chain = _chain,
            Transfers = _transfers,
            Addresses = _numbers.Count,
            HasOutputs = _hasOutputs,
            Extent = _extent,
            Credibility = _marks.Counted,
            RunsAreTransactions = !runs.HasTwins,
            LongestAddress = _numbers.Longest,
            Seed = _plan.Seed,
            Assets = _assets,
            Listed = _listed,
            TransferCells = _cells.Section,
            TransactionSlots = transactionSlots,
            SpendSlots = spendSlots,
            AddressSlots = addressSlots,
            Edges = edges,
            AddressCells = addresses,
        };
    }

    private Section WriteAddressSlots()
    {
        var section = _writer.Reserve(_numbers.Pages);
        for (long page = 0; page < section.Pages; page++)
        {
            _writer.Write(section.FirstPage + page, MemoryMarshal.AsBytes(_numbers.PageAt(page)));
        }

        return section;
    }
}
