using System.Text;
using Spoor.Response.Compensation;

namespace Spoor.Chains.Files.Compensation;

/// <summary>Reads what customers held: <c>customer,asset,amount</c> a line, or <c>customer,ETH,BTC,…</c> with a column for each asset.</summary>
public sealed class CustomerBalanceFile
{
    private const string Customer = "customer";

    private readonly string _file;
    private readonly IReadOnlyList<string> _codes;
    private readonly int[] _decimals;
    private readonly BalanceTableBuilder _balances;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    private CustomerBalanceFile(string file, IReadOnlyList<(string Code, int Decimals)> assets, bool inUnits)
    {
        _file = file;
        _codes = [.. assets.Select(asset => asset.Code)];
        _decimals = [.. assets.Select(asset => inUnits ? 0 : asset.Decimals)];
        _balances = new(assets.Count);
        var places = _codes.Select((code, place) => (code, place)).ToDictionary(pair => pair.code, pair => pair.place, StringComparer.Ordinal);
        _places = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="assets">Every asset that the file may name.</param>
    /// <param name="inUnits">Whether amounts are in smallest units, not whole coins.</param>
    /// <returns>The balances, and the SHA-256 of the bytes they were read from.</returns>
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static (BalanceTable Balances, string Sha256) Read(string file, Stream bytes, IReadOnlyList<(string Code, int Decimals)> assets, bool inUnits)
    {
        using var lines = new ByteLines(file, bytes);
        return new CustomerBalanceFile(file, assets, inUnits).Read(lines);
    }

    private (BalanceTable Balances, string Sha256) Read(ByteLines lines)
    {
        const string Header = "the columns customer,asset,amount, or customer and the assets by their names";
        string header = lines.TryRead(out var first) ? Encoding.UTF8.GetString(first).TrimStart('\uFEFF') : "";
        string[] columns = [.. header.Split(',').Select(column => column.Trim().Trim('"'))];
        if (columns[0] != Customer || columns.Length < 2)
        {
            throw new ByteRow(_file, 1, first).Fault(Customer, Header, Encoding.UTF8.GetBytes(header));
        }

        int[]? wide = columns is [_, "asset", "amount"] ? null : WideColumns(columns);
        while (lines.TryRead(out var line))
        {
            if (!line.IsEmpty)
            {
                ReadRow(new(_file, lines.Number, line), wide);
            }
        }

        return _balances.Customers > 0
            ? (_balances.Build(), lines.Sha256())
            : throw new FormatException($"{_file}, line 2: expected the balance of a customer, found none.");
    }

    private int[] WideColumns(string[] columns)
    {
        int[] places = [.. columns.Skip(1).Select(column => _places.TryGetValue(column, out int place) ? place : throw UnknownAsset(1, column))];
        return places.Distinct().Count() == places.Length
            ? places
            : throw new FormatException($"{_file}, line 1: expected each asset in one column, found one in two.");
    }

    private void ReadRow(ByteRow row, int[]? wide)
    {
        int customer = CustomerOf(row.Take(out var rest, out bool isLast), row);
        if (wide is null)
        {
            Span<char> name = stackalloc char[PlainName.MaxLength];
            var code = isLast ? [] : rest.Take(out rest, out isLast);
            if (!TryWiden(code, ref name) || !_places.TryGetValue(name, out int asset))
            {
                throw row.Fault("asset", "one of the assets of the losses (give an asset of which nothing was lost a loss of 0)", code);
            }

            Add(customer, asset, row, isLast ? [] : rest.Take(out rest, out isLast));
        }
        else
        {
            foreach (int asset in wide)
            {
                Add(customer, asset, row, isLast ? [] : rest.Take(out rest, out isLast));
            }
        }

        if (!isLast)
        {
            throw row.Fault("the last", "no more cells than the header has", rest.Rest);
        }
    }

    private int CustomerOf(ReadOnlySpan<byte> cell, ByteRow row)
    {
        Span<char> name = stackalloc char[PlainName.MaxLength];
        if (!TryWiden(cell, ref name) || !PlainName.IsValid(name))
        {
            throw row.Fault(Customer, $"a pseudonym of {PlainName.Expected}", cell);
        }

        int place = _balances.PlaceOf(name);
        return place < BalanceTableBuilder.MaxCustomers ? place : throw row.Fault(Customer, $"at most {BalanceTableBuilder.MaxCustomers} customers", cell);
    }

    private void Add(int customer, int asset, ByteRow row, ReadOnlySpan<byte> cell)
    {
        if (!CoinText.TryParse(cell, _decimals[asset], out var units))
        {
            throw row.Fault(_codes[asset], _decimals[asset] == 0
                ? "a whole number of smallest units below 2^128, 0 at least"
                : $"whole coins such as 1.5, 0 at least, with at most {_decimals[asset]} digits behind the point and below 2^128 units", cell);
        }

        if (!_balances.TryAdd(customer, asset, units, out var refusal))
        {
            throw row.Fault(_codes[asset], refusal == BalanceRefusal.Twice ? "one line for each customer and asset, found the second:" : "balances that sum to less than 2^128 units", cell);
        }
    }

    private FormatException UnknownAsset(long line, string found) => new ByteRow(_file, line, []).Fault(
        "asset", "one of the assets of the losses (give an asset of which nothing was lost a loss of 0)", Encoding.UTF8.GetBytes(found));

    private static bool TryWiden(ReadOnlySpan<byte> cell, ref Span<char> name)
    {
        if (cell.Length > name.Length || Ascii.ToUtf16(cell, name, out int written) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        name = name[..written];
        return true;
    }
}
