using System.Numerics;
using System.Runtime.CompilerServices;
using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>The movements of one chain in a mapped index.</summary>
internal sealed unsafe partial class ChainIndex : IDisposable
{
    private readonly IndexPages _pages;
    private readonly ChainCatalog _catalog;
    private readonly int _transferStride;
    private readonly int _transfersPerPage;
    private readonly int _addressStride;
    private readonly int _addressesPerPage;
    private readonly AssetId?[] _assets;
    private readonly ReadAhead _readAhead;

    internal ChainIndex(IndexPages pages, ChainCatalog catalog)
    {
        (_pages, _catalog) = (pages, catalog);
        Chain = ChainId.Parse(catalog.Chain);
        _transferStride = IndexLayout.TransferStride(catalog.HasOutputs);
        _transfersPerPage = IndexLayout.PageBytes / _transferStride;
        _addressStride = IndexLayout.AddressStride(catalog.LongestAddress);
        _addressesPerPage = IndexLayout.PageBytes / _addressStride;
        _assets = new AssetId?[catalog.Assets.Count];
        _readAhead = new(Touch);
    }

    internal ChainId Chain { get; }

    internal ChainCatalog Catalog => _catalog;

    public void Dispose() => _readAhead.Dispose();

    /// <summary>The number of an address; 0 when it has no movement.</summary>
    internal uint NumberOf(Address address)
    {
        Span<byte> key = stackalloc byte[1 + Address.MaxBytes];
        key[0] = (byte)address.Kind;
        address.CopyTo(key[1..]);
        key = key[..(1 + address.Length)];
        ulong hash = IndexLayout.Hash(key, _catalog.Seed);
        var search = SlotsOf(_catalog.AddressSlots, hash);
        for (uint number = search.Next(); number != 0; number = search.Next())
        {
            var cell = AddressAt(number);
            if (cell->Kind == key[0] && BytesOf(cell).SequenceEqual(key[1..]))
            {
                return number;
            }
        }

        return 0;
    }

    /// <summary>The movements of an address, in order.</summary>
    internal ReadOnlySpan<uint> EdgesOf(uint number)
    {
        var cell = AddressAt(number);
        long page = _catalog.Edges.FirstPage + (cell->FirstEdge / IndexLayout.EdgesPerPage);
        int offset = (int)(cell->FirstEdge % IndexLayout.EdgesPerPage);
        return new((uint*)_pages.Run(page, (offset + cell->Edges) * sizeof(uint)) + offset, checked((int)cell->Edges));
    }

    internal long EdgeCountOf(uint number) => AddressAt(number)->Edges;

    internal Activity ActivityOf(uint number)
    {
        var cell = AddressAt(number);
        var paid = cell->Paid;
        return new(cell->Edges, cell->Counterparties, TimeOf(cell->First), TimeOf(cell->Last))
        {
            Payments = paid.Payments,
            Days = paid.Days,
            Hours = BitOperations.PopCount(paid.Hours),
        };
    }

    internal PaidDays PaidDaysOf(uint number) => AddressAt(number)->Paid;

    internal Address AddressOf(uint number)
    {
        var cell = AddressAt(number);
        return new((AddressKind)cell->Kind, BytesOf(cell));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TransferCell* CellAt(uint transfer) =>
        (TransferCell*)(_pages.Page(_catalog.TransferCells.FirstPage + (transfer / _transfersPerPage)) + (transfer % _transfersPerPage * _transferStride));

    internal Transfer Read(uint transfer)
    {
        var cell = CellAt(transfer);
        return new()
        {
            Position = new(cell->Block, cell->Transaction, (Phase)cell->Phase, cell->Index),
            Time = TimeOf(cell->Time),
            Tx = HashOf(&cell->Tx),
            Kind = (TransferKind)cell->Kind,
            From = cell->From == 0 ? null : AddressOf(cell->From),
            To = cell->To == 0 ? null : AddressOf(cell->To),
            Asset = AssetOf(cell->Asset),
            Amount = new(new UInt128(cell->UnitsHigh, cell->UnitsLow)),
            Quality = (AmountQuality)cell->Quality,
            Occurrence = cell->Occurrence,
            Output = OutputOf(cell),
        };
    }

    internal AssetId AssetOf(uint number) => _assets[number] ??= new(Chain, _catalog.Assets[(int)number]);

    internal Outpoint? OutputOf(TransferCell* cell)
    {
        if (!cell->HasOutput)
        {
            return null;
        }

        var output = (OutputCell*)(cell + 1);
        return new(HashOf(&output->Tx), output->Index);
    }

    internal static TxHash HashOf(HashBytes* bytes) => TxHash.FromBytes(new(bytes, TxHash.Bytes));

    internal static DateTimeOffset TimeOf(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private SlotSearch SlotsOf(Section section, ulong hash) =>
        new(new((ulong*)_pages.Page(section.FirstPage + SlotTable.PageOf(hash, section.Pages)), IndexLayout.SlotsPerPage), hash);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private AddressCell* AddressAt(uint number)
    {
        uint at = number - 1;
        return (AddressCell*)(_pages.Page(_catalog.AddressCells.FirstPage + (at / _addressesPerPage)) + (at % _addressesPerPage * _addressStride));
    }

    private static ReadOnlySpan<byte> BytesOf(AddressCell* cell) => new(cell + 1, cell->Length);
}
