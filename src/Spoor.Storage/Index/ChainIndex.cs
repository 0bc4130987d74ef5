using System.Numerics;
using System.Runtime.CompilerServices;
using Spoor.Transfers;

namespace Spoor.Storage.Index;

/// <summary>The movements of one chain in a mapped index.</summary>
internal sealed unsafe partial class ChainIndex : IDisposable
{
    private readonly IndexPages _pages;
    private readonly ChainCatalog _catalog;
    private readonly uint _transferStride;
    private readonly uint _transfersPerPage;
    private readonly uint _addressStride;
    private readonly uint _addressesPerPage;
    private readonly AssetId?[] _assets;
    private readonly Lazy<bool> _isListTheSame;
    private readonly ReadAhead _readAhead;
    private readonly LatelySeen _addresses = new();
    private readonly LatelySeen _transactions = new();

    internal ChainIndex(IndexPages pages, ChainCatalog catalog)
    {
        (_pages, _catalog) = (pages, catalog);
        Chain = ChainId.Parse(catalog.Chain);
        _transferStride = (uint)IndexLayout.TransferStride(catalog.HasOutputs);
        _transfersPerPage = IndexLayout.PageBytes / _transferStride;
        _addressStride = (uint)IndexLayout.AddressStride(catalog.LongestAddress, !catalog.Credibility.IsWhole);
        _addressesPerPage = IndexLayout.PageBytes / _addressStride;
        _assets = new AssetId?[catalog.Assets.Count];
        _isListTheSame = new(IsListTheSame);
        _readAhead = new(Touch);
    }

    internal ChainId Chain { get; }

    internal ChainCatalog Catalog => _catalog;

    public void Dispose() => _readAhead.Dispose();

    internal ChainHead Head() =>
        new(Chain, _catalog.Extent.Lowest, _catalog.Extent.Highest, _catalog.Transfers, TimeOf(_catalog.Extent.First), TimeOf(_catalog.Extent.Last));

    /// <summary>The number of an address; 0 when it has no movement.</summary>
    internal uint NumberOf(Address address)
    {
        Span<byte> key = stackalloc byte[1 + Address.MaxBytes];
        key[0] = (byte)address.Kind;
        address.CopyTo(key[1..]);
        key = key[..(1 + address.Length)];
        if (_addresses.Of(key[1..]) is not 0 and var seen && IsOf(AddressAt(seen), key))
        {
            return seen;
        }

        ulong hash = IndexLayout.Hash(key, _catalog.Seed);
        var search = SlotsOf(_catalog.AddressSlots, hash);
        for (uint number = search.Next(); number != 0; number = search.Next())
        {
            if (IsOf(AddressAt(number), key))
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
            Credible = CredibleOf(cell),
        };
    }

    internal PaidDays PaidDaysOf(uint number) => AddressAt(number)->Paid;

    internal Address AddressOf(uint number)
    {
        var cell = AddressAt(number);
        _addresses.Note(BytesOf(cell), number);
        return new((AddressKind)cell->Kind, BytesOf(cell));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TransferCell* CellAt(uint transfer) =>
        (TransferCell*)(_pages.Page(PageOf(transfer)) + OffsetOf(transfer));

    internal Transfer Read(uint transfer) => Read(transfer, (0, default));

    /// <param name="known">An address that need not be read again.</param>
    private Transfer Read(uint transfer, (uint Number, Address Address) known)
    {
        var cell = CellAt(transfer);
        _transactions.Note(new(&cell->Tx, TxHash.Bytes), transfer + 1);
        return new()
        {
            Position = PositionOf(cell),
            Time = TimeOf(cell->Time),
            Tx = HashOf(&cell->Tx),
            Kind = (TransferKind)cell->Kind,
            From = SideOf(cell->From, known),
            To = SideOf(cell->To, known),
            Asset = AssetOf(cell->Asset),
            Amount = new(new UInt128(cell->UnitsHigh, cell->UnitsLow)),
            Quality = (AmountQuality)cell->Quality,
            Occurrence = cell->Occurrence,
            Output = OutputOf(cell),
        };
    }

    private Address? SideOf(uint number, (uint Number, Address Address) known) => number == 0 ? null : number == known.Number ? known.Address : AddressOf(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Position PositionOf(TransferCell* cell) => new(cell->Block, cell->Transaction, (Phase)cell->Phase, cell->Index);

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

    private long PageOfAddress(uint number) => _catalog.AddressCells.FirstPage + ((number - 1) / _addressesPerPage);

    private long OffsetOfAddress(uint number) => (number - 1) % _addressesPerPage * _addressStride;

    private long PageOf(uint transfer) => _catalog.TransferCells.FirstPage + (transfer / _transfersPerPage);

    private long OffsetOf(uint transfer) => transfer % _transfersPerPage * _transferStride;

    private SlotSearch SlotsOf(Section section, ulong hash) =>
        new(new((ulong*)_pages.Page(section.FirstPage + SlotTable.PageOf(hash, section.Pages)), IndexLayout.SlotsPerPage), hash);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private AddressCell* AddressAt(uint number) => (AddressCell*)(_pages.Page(PageOfAddress(number)) + OffsetOfAddress(number));

    private static bool IsOf(AddressCell* cell, ReadOnlySpan<byte> key) => cell->Kind == key[0] && BytesOf(cell).SequenceEqual(key[1..]);

    private static ReadOnlySpan<byte> BytesOf(AddressCell* cell) => new(cell + 1, cell->Length);
}
