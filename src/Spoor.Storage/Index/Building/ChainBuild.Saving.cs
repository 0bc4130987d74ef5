using System.Runtime.InteropServices;

namespace Spoor.Storage.Index.Building;

/// <content>How far the chain has come, and how to go on from there.</content>
internal sealed partial class ChainBuild
{
    private SectionMark? _addressSlots;
    private SectionMark? _transactionSlots;
    private SectionMark? _spendSlots;
    private bool _hasTwins;

    // Once all movements are in order, only sections are added.
    private ChainRecord? _ordered;

    internal ChainRecord Record() => _ordered is null
        ? Written()
        : _ordered with { AddressSlots = _addressSlots, TransactionSlots = _transactionSlots, SpendSlots = _spendSlots, HasTwins = _hasTwins };

    private ChainRecord Written()
    {
        byte[] rest = _cells.WriteFull();
        _numbers.Save(_keys, _longKeys);
        return new()
        {
            Transfers = _transfers,
            Assets = [.. _assets],
            Cells = _cells.Section,
            Full = _writer.MarkOf(_cells.Full),
            Rest = rest,
            Scratch = [_pairs.Mark(), _transactions.Mark(), _spends.Mark(), _sides.Mark(), _paid.Mark(), _keys.Mark(), _longKeys.Mark()],
            AddressPages = _numbers.Pages,
            AddressSlots = _addressSlots,
            TransactionSlots = _transactionSlots,
            SpendSlots = _spendSlots,
            HasTwins = _hasTwins,
        };
    }

    /// <summary>Counts again what an earlier build had counted.</summary>
    /// <exception cref="IndexDamagedException">What it left is not what it wrote.</exception>
    internal void GoOn(ChainRecord before, CancellationToken cancellation)
    {
        before.Assets.ToList().ForEach(asset => NumberOf(asset));
        _numbers.Restore(_keys, _longKeys, before.AddressPages, cancellation);
        _tallies.Grow(Math.Max(_tallies.Length, _numbers.Count));
        _writer.Restore(before.Full, (_, pages) => CountPages(pages), cancellation);
        CountCells(before.Rest);
        _cells.GoOn(before.Full.Section.Pages, before.Rest);
        _lastHash = HashOf(in _lastTx);
        if (_transfers != before.Transfers)
        {
            throw new IndexDamagedException($"it has {_transfers} movements, {before.Transfers} were written");
        }
    }

    private void CountPages(ReadOnlySpan<byte> pages)
    {
        int used = IndexLayout.PageBytes / _stride * _stride;
        for (int page = 0; page < pages.Length; page += IndexLayout.PageBytes)
        {
            CountCells(pages.Slice(page, used));
        }
    }

    // What is not what was written must not lead anywhere before its checksum tells.
    private void CountCells(ReadOnlySpan<byte> cells)
    {
        for (; cells.Length >= _stride; cells = cells[_stride..])
        {
            var cell = MemoryMarshal.Read<TransferCell>(cells);
            if (cell.From > _numbers.Count || cell.To > _numbers.Count || cell.Asset >= _assets.Count)
            {
                throw new IndexDamagedException("a movement names an address or an asset that is not there");
            }

            Count(in cell);
            _lastTx = cell.Tx;
            _transfers++;
        }
    }

    /// <summary>A section as an earlier build left it, or as it is written now.</summary>
    private SectionMark Once(SectionMark? before, Func<Section> write, CancellationToken cancellation) =>
        _writer.MarkOf(before is { } done ? _writer.Restore(done, (_, _) => { }, cancellation) : write());
}
