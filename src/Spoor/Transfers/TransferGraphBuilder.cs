using System.Runtime.InteropServices;

namespace Spoor.Transfers;

/// <summary>Numbers addresses as they come and puts payments in order at the end.</summary>
internal sealed class TransferGraphBuilder(int expected)
{
    private readonly Dictionary<Address, int> _numbers = [];
    private readonly List<Entry> _entries = new(expected);
    private readonly Dictionary<TxHash, UtxoSides> _utxo = [];
    private ChainId? _chain;
    private bool _inOrder = true;

    internal void Add(Transfer transfer)
    {
        _chain ??= transfer.Chain;
        if (transfer.Chain != _chain)
        {
            throw new ArgumentException(
                $"Transfer {transfer.Tx} is of {transfer.Chain}, the graph of {_chain}; build one graph for each chain.", nameof(transfer));
        }

        if (transfer.Output is not null)
        {
            AddUtxo(transfer);
        }
        else if (transfer is { From: { IsZeroAccount: false } from, To: { } to } && from != to)
        {
            Add(from, to, transfer.Position);
        }
    }

    internal TransferGraph Build()
    {
        foreach (var sides in _utxo.Values)
        {
            AddTransaction(sides);
        }

        if (!_inOrder)
        {
            _entries.Sort((a, b) => a.Position.CompareTo(b.Position));
        }

        int[] starts = new int[_numbers.Count + 1];
        foreach (var entry in CollectionsMarshal.AsSpan(_entries))
        {
            starts[entry.Payer + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var payments = new Payment[_entries.Count];
        return new(_numbers, Place(payments, starts), starts, payments);
    }

    // Entries come in order of position, so each address's own come in order of rank.
    private Position[] Place(Payment[] payments, int[] starts)
    {
        var positions = new Position[_entries.Count];
        int ranks = 0;
        int[] next = [.. starts];
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            if (ranks == 0 || positions[ranks - 1] != entry.Position)
            {
                positions[ranks++] = entry.Position;
            }

            payments[next[entry.Payer]++] = new(entry.Payee, ranks - 1);
        }

        Array.Resize(ref positions, ranks);
        return positions;
    }

    private void AddUtxo(Transfer transfer)
    {
        ref var sides = ref CollectionsMarshal.GetValueRefOrAddDefault(_utxo, transfer.Tx, out _);
        sides ??= new([], []);
        if (transfer is { Kind: TransferKind.UtxoIn, From: { } from })
        {
            sides.Inputs.Add(from);
        }
        else if (transfer is { Kind: TransferKind.UtxoOut, To: { } to })
        {
            // Of several outputs to one address only the first can matter.
            bool known = sides.Outputs.TryGetValue(to, out var position);
            sides.Outputs[to] = known && position <= transfer.Position ? position : transfer.Position;
        }
    }

    private void AddTransaction(UtxoSides sides)
    {
        foreach (var from in sides.Inputs)
        {
            foreach (var (to, position) in sides.Outputs)
            {
                if (from != to)
                {
                    Add(from, to, position);
                }
            }
        }
    }

    private void Add(Address from, Address to, Position position)
    {
        _inOrder = _inOrder && (_entries.Count == 0 || _entries[^1].Position <= position);
        _entries.Add(new(position, NumberOf(from), NumberOf(to)));
    }

    private int NumberOf(Address address)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, address, out bool known);
        if (!known)
        {
            number = _numbers.Count - 1;
        }

        return number;
    }

    private readonly record struct Entry(Position Position, int Payer, int Payee);

    private sealed record UtxoSides(HashSet<Address> Inputs, Dictionary<Address, Position> Outputs);
}
