using System.Globalization;
using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads an exchange's own withdrawal log: <c>id,owner,ordered,chain,asset,amount,to,tx</c>, with <c>units</c> in place of <c>amount</c> where decimals are not known.</summary>
public sealed class WithdrawalLog
{
    private const int MostRows = 2_000_000;

    private static readonly string[] Columns = ["id", "owner", "ordered", "chain", "asset", "?amount", "?units", "to", "?tx"];

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly AssetAmounts _amounts;
    private readonly CsvTable _table;
    private readonly WatchList? _watch;

    private WithdrawalLog(string file, FileNotes notes, TokenList tokens, WatchList? watch)
    {
        _table = new(file, notes, MostRows);
        _amounts = new(tokens);
        _watch = watch;
    }

    /// <param name="watch">Whose withdrawals they must be; null for anybody's.</param>
    /// <exception cref="FormatException">The file has faults; the message names the first by file, line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<Withdrawal> Read(string path, TokenList? tokens = null, WatchList? watch = null)
    {
        var file = InputFile.Read(path);
        using var text = file.OpenText();
        var check = Check(file.Name, text, tokens, watch);
        return check.Faults.Count == 0
            ? check.Withdrawals
            : throw new FormatException(check.Faults.Count == 1 ? $"{check.Faults[0]}" : $"{check.Faults[0]} And {check.Faults.Count - 1} more.");
    }

    /// <summary>Everything that is wrong in a log, and its rows when nothing is.</summary>
    public static WithdrawalCheck Check(string name, TextReader text, TokenList? tokens = null, WatchList? watch = null)
    {
        var notes = new FileNotes(name);
        var log = new WithdrawalLog(name, notes, tokens ?? TokenList.Builtin, watch);
        var rows = log._table.Read(text, Columns, log.RowOf);
        return new(notes.IsClean ? [.. rows.OfType<Withdrawal>()] : [], notes.Faults);
    }

    private Withdrawal? RowOf(CsvLine line)
    {
        string id = _table.Required(line, "id");
        if (id.Length > 0 && !_ids.TryAdd(id, line.Number))
        {
            _table.Fault(line, "id", $"an id that stands in no line above (line {_ids[id]} has it)");
        }

        string owner = _table.Required(line, "owner");
        if (owner.Length > 0 && _watch is not null && !_watch.Watches(owner))
        {
            _table.Fault(line, "owner", _watch.ExpectedOwner);
        }

        if (!UtcTime.TryParse(_table.Required(line, "ordered"), out var ordered) && line["ordered"].Length > 0)
        {
            _table.Fault(line, "ordered", UtcTime.Expected);
        }

        if (!ChainRegistry.TryFind(_table.Required(line, "chain"), out var chain))
        {
            _table.Fault(line, "chain", "a chain by its name or CAIP-2 id such as ethereum or eip155:1");
            return null;
        }

        if (!AddressText.TryParse(chain.Id, _table.Required(line, "to"), out var to))
        {
            _table.Fault(line, "to", $"an address of {chain}");
        }

        var (asset, tx) = (AssetOf(line, chain), TxOf(line));
        var amount = asset is { } known ? AmountOf(line, known) : null;
        return asset is { } moved && amount is { } much
            ? new() { Id = id, Owner = owner, Ordered = ordered, Asset = moved, Amount = much, To = to, Tx = tx }
            : null;
    }

    private AssetId? AssetOf(CsvLine line, Chain chain)
    {
        var asset = _amounts.Find(chain, _table.Required(line, "asset"));
        if (asset is null)
        {
            _table.Fault(line, "asset", $"a symbol that one asset of {chain} has, a contract, or a CAIP-19 name");
        }

        return asset;
    }

    private Amount? AmountOf(CsvLine line, AssetId asset)
    {
        bool isWhole = line["units"].Length > 0;
        if (isWhole == line["amount"].Length > 0)
        {
            _table.Fault(line, isWhole ? "units" : "amount", "either an amount in whole coins or units");
            return null;
        }

        Amount? amount = !isWhole ? _amounts.InUnits(asset, line["amount"])
            : UInt128.TryParse(line["units"], NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? new Amount(units) : null;
        if (amount is null || amount.Value.IsZero)
        {
            _table.Fault(line, isWhole ? "units" : "amount", isWhole
                ? "a whole number of smallest units above 0 and below 2^128"
                : "a number above 0 with no more digits behind a point than the asset has, or units where its decimals are not known");
            return null;
        }

        return amount;
    }

    private TxHash? TxOf(CsvLine line)
    {
        if (line["tx"].Length == 0)
        {
            return null;
        }

        if (TxHash.TryParse(line["tx"], out var tx))
        {
            return tx;
        }

        _table.Fault(line, "tx", "the hash of a transaction");
        return null;
    }
}

/// <summary>What reading a withdrawal log came to.</summary>
/// <param name="Withdrawals">In the order of the file; empty when there is a fault.</param>
/// <param name="Faults">In order of line.</param>
public sealed record WithdrawalCheck(IReadOnlyList<Withdrawal> Withdrawals, IReadOnlyList<FileFault> Faults);
