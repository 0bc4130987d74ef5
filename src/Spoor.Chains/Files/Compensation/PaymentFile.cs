using System.Text;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;

namespace Spoor.Chains.Files.Compensation;

/// <summary>Reads payments to customers: <c>reference,customer,asset,amount</c>.</summary>
public static class PaymentFile
{
    private const int MaxRows = 5_000_000;

    /// <param name="inUnits">Whether amounts are in smallest units, not whole coins.</param>
    /// <exception cref="FormatException">A row is faulty; the message names file, line and column.</exception>
    public static IReadOnlyList<CompensationPayment> Read(InputFile file, IReadOnlyList<(string Code, int Decimals)> assets, bool inUnits)
    {
        using var text = file.OpenText();
        var decimals = assets.ToDictionary(asset => asset.Code, asset => inUnits ? 0 : asset.Decimals, StringComparer.Ordinal);
        var payments = new List<CompensationPayment>();
        foreach (var line in CsvLine.ReadAll(file.Name, text))
        {
            payments.Add(payments.Count < MaxRows ? PaymentOf(line, decimals) : throw line.Fault("reference", $"no more than {MaxRows} payments in a file"));
        }

        return payments.Count > 0 ? payments : throw new FormatException($"{file.Name}, line 2: expected a payment, found none.");
    }

    /// <summary>The same table, in smallest units.</summary>
    public static byte[] Write(IEnumerable<CompensationPayment> payments)
    {
        var table = new StringBuilder("reference,customer,asset,amount\n");
        foreach (var payment in payments)
        {
            table.Append(payment.Reference).Append(',').Append(payment.Customer).Append(',').Append(payment.Asset).Append(',').Append(payment.Amount).Append('\n');
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static CompensationPayment PaymentOf(CsvLine line, Dictionary<string, int> decimals)
    {
        string asset = Name(line, "asset");
        int digits = decimals.TryGetValue(asset, out int known) ? known : throw line.Fault("asset", $"one of {string.Join(", ", decimals.Keys)}");
        return CoinText.TryParse(Encoding.UTF8.GetBytes(line.Required("amount")), digits, out var units) && units != 0
            ? new(Name(line, "reference"), Name(line, "customer"), asset, new(units))
            : throw line.Fault("amount", $"more than 0, with at most {digits} digits behind the point");
    }

    private static string Name(CsvLine line, string column) =>
        line.Required(column) is var name && PlainName.IsValid(name) ? name : throw line.Fault(column, PlainName.Expected);
}
