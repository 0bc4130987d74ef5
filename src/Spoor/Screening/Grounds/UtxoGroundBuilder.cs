using System.Runtime.InteropServices;
using Spoor.Transfers;

namespace Spoor.Screening.Grounds;

/// <summary>Takes the rows of a UTXO chain, in order.</summary>
internal sealed class UtxoGroundBuilder(ChainId chain, PriceByDay prices) : IGroundBuilder
{
    private readonly AddressNumbers _addresses = new();
    private readonly Dictionary<TxHash, int> _numbers = [];
    private readonly List<UtxoMark> _transactions = [];
    private readonly Dictionary<Outpoint, int> _byOutpoint = [];
    private readonly List<UtxoEdge> _edges = [];
    private AssetId? _coin;

    public void Add(Transfer transfer)
    {
        if (transfer.Output is not { } output || (_coin is { } coin && coin != transfer.Asset))
        {
            return;
        }

        _coin ??= transfer.Asset;
        int tx = NumberOf(transfer);
        ref var edge = ref EdgeAt(output, out bool known);
        long micros = prices.MicrosOf(transfer.Asset, transfer.Amount, transfer.Time);
        if (transfer.Kind == TransferKind.UtxoOut)
        {
            (edge.Maker, edge.Amount, edge.MicrosMade) = (tx, transfer.Amount.Units, micros);
            edge.Owner = transfer.To is { } owner ? _addresses.Add(owner) : edge.Owner;
        }
        else if (transfer.Kind == TransferKind.UtxoIn)
        {
            // What an input is worth is often not stated; the output it spends says it.
            edge.Amount = known ? edge.Amount : transfer.Amount.Units;
            edge.MicrosSpent = known ? prices.MicrosOf(transfer.Asset, new(edge.Amount), transfer.Time) : micros;
            edge.Owner = edge.Owner < 0 && transfer.From is { } owner ? _addresses.Add(owner) : edge.Owner;
            edge.Spender = tx;
        }
    }

    public ChainGround Build() => new UtxoGround(chain, _addresses, [.. _edges], [.. _transactions], _coin);

    private int NumberOf(Transfer row)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, row.Tx, out bool known);
        if (!known)
        {
            number = _transactions.Count;
            _transactions.Add(new(row.Tx, row.Position.Block, row.Position.Transaction, row.Time));
        }

        return number;
    }

    private ref UtxoEdge EdgeAt(Outpoint output, out bool known)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byOutpoint, output, out known);
        if (!known)
        {
            number = _edges.Count;
            _edges.Add(new() { Owner = AddressNumbers.Nobody, Maker = -1, Spender = -1, Index = (int)output.Index, MicrosMade = PriceByDay.None, MicrosSpent = PriceByDay.None });
        }

        return ref CollectionsMarshal.AsSpan(_edges)[number];
    }
}
