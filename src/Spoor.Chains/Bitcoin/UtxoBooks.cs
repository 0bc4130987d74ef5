using System.Globalization;
using Spoor.Transfers;

namespace Spoor.Chains.Bitcoin;

/// <summary>The books of one block: what each input spends is found, each output is spent once at most, and no transaction gives more than it takes.</summary>
internal sealed class UtxoBooks
{
    private readonly BlockHeader _header;
    private readonly UtxoRules _rules;
    private readonly IReadOnlyList<UtxoTransaction> _transactions;
    private readonly Dictionary<Outpoint, UtxoOutput> _made = [];
    private readonly Dictionary<Outpoint, UtxoOutput> _earlier;
    private readonly HashSet<Outpoint> _spent = [];
    private readonly List<Transfer> _transfers = [];
    private BlockGaps _gaps;

    public UtxoBooks(BlockHeader header, UtxoRules rules, IReadOnlyList<UtxoTransaction> transactions, Dictionary<Outpoint, UtxoOutput> earlier)
    {
        (_header, _rules, _transactions, _earlier) = (header, rules, transactions, earlier);

        // Before all inputs: Bitcoin Cash orders by id, so a child may stand before its parent.
        foreach (var transaction in transactions)
        {
            for (int i = 0; i < transaction.Outputs.Count; i++)
            {
                _made.Add(new(transaction.Id, i), transaction.Outputs[i]);
            }
        }
    }

    public Block ToBlock()
    {
        foreach (var transaction in _transactions)
        {
            Book(transaction);
        }

        return new()
        {
            Chain = _header.Chain,
            Height = _header.Height,
            Hash = _header.Hash,
            Parent = _header.Parent,
            Time = _header.Time,
            Transfers = _transfers,
            Gaps = _gaps,
        };
    }

    private void Book(UtxoTransaction transaction)
    {
        long? taken = transaction.FromPools;
        for (int i = 0; i < transaction.Inputs.Count; i++)
        {
            var spent = Spent(transaction, i);
            taken += spent?.Units;
            _gaps |= spent is null ? BlockGaps.SpentOutputs : BlockGaps.None;
            Add(transaction, i, spent);
        }

        for (int i = 0; i < transaction.Outputs.Count; i++)
        {
            Add(transaction, i);
        }

        _gaps |= transaction.IsShielded ? BlockGaps.ShieldedMoves : BlockGaps.None;
        Balance(transaction, taken);
    }

    private UtxoOutput? Spent(UtxoTransaction transaction, int index)
    {
        var input = transaction.Inputs[index];
        string field = $"vin[{index}]";
        if (!_spent.Add(input.Spends))
        {
            throw transaction.Place.Wrong(field, "an output that the block has not spent yet", input.Spends.ToString());
        }

        if (!_made.TryGetValue(input.Spends, out var known) && !_earlier.TryGetValue(input.Spends, out known))
        {
            return input.Stated;
        }

        return input.Stated is null || input.Stated == known
            ? known
            : throw transaction.Place.Wrong($"{field}.prevout", $"{known.Units} units and the script of {input.Spends}", $"{input.Stated.Units} units, or another script");
    }

    // A coinbase takes what the block issues and all fees; what it may take is the consensus's to judge.
    private void Balance(UtxoTransaction transaction, long? taken)
    {
        Int128 given = 0;
        foreach (var output in transaction.Outputs)
        {
            given += output.Units;
        }

        if (given > _rules.MaxUnits || taken > _rules.MaxUnits)
        {
            throw transaction.Place.Wrong("vout", $"at most {_rules.MaxUnits} units together", $"{given}");
        }

        if (transaction.IsCoinbase || taken is not { } known)
        {
            return;
        }

        if (given > known)
        {
            throw transaction.Place.Wrong("vout", $"at most {known} units, which the inputs bring", $"{given}");
        }

        if (transaction.Fee is { } fee && fee != known - given)
        {
            throw transaction.Place.Wrong("fee", $"{known - given} units, which the outputs leave of the inputs", fee.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Add(UtxoTransaction transaction, int index, UtxoOutput? spent)
    {
        // What is not known is kept as an unknown amount; what is known to be nothing is no movement.
        if (spent is not { Units: 0 })
        {
            _transfers.Add(At(transaction, TransferKind.UtxoIn, index, spent?.Units ?? 0) with
            {
                From = spent?.Holder,
                Quality = spent is null ? AmountQuality.Unknown : AmountQuality.Exact,
                Output = transaction.Inputs[index].Spends,
            });
        }
    }

    private void Add(UtxoTransaction transaction, int index)
    {
        var output = transaction.Outputs[index];
        if (output.Units > 0)
        {
            _transfers.Add(At(transaction, TransferKind.UtxoOut, index, output.Units) with
            {
                To = output.Holder,
                Output = new(transaction.Id, index),
            });
        }
    }

    private Transfer At(UtxoTransaction transaction, TransferKind kind, int index, long units) => new()
    {
        Position = new(_header.Height, transaction.Index, kind == TransferKind.UtxoIn ? Phase.First : Phase.Value, index),
        Time = _header.Time,
        Tx = transaction.Id,
        Kind = kind,
        Asset = _rules.Coin.Asset,
        Amount = new((UInt128)units),
    };
}
