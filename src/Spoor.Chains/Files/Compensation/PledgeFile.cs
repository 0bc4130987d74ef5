using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spoor.Response.Compensation;

namespace Spoor.Chains.Files.Compensation;

/// <summary>The pledges of all customers as a table that the desk keeps: <c>customer</c> and a column for each asset, in smallest units.</summary>
public static class PledgeFile
{
    private const int MaxDigits = 39;

    /// <summary>Writes the table and gives its SHA-256.</summary>
    public static string Write(PledgeTable pledges, Stream output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var piece = new MemoryStream(1 << 20);
        byte[] row = new byte[PlainName.MaxLength + (pledges.Assets.Count * (MaxDigits + 1)) + 1];
        piece.Write(Encoding.UTF8.GetBytes($"customer,{string.Join(',', pledges.Assets.Select(asset => asset.Code))}\n"));
        for (int customer = 0; customer < pledges.Customers.Count; customer++)
        {
            piece.Write(row, 0, RowOf(pledges, customer, row));
            if (piece.Length > 1 << 20)
            {
                Flush(piece, hash, output);
            }
        }

        Flush(piece, hash, output);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <exception cref="FormatException">The file is not as it was written.</exception>
    public static PledgeTable Read(string file, Stream bytes, IReadOnlyList<(string Code, int Decimals)> assets, string sha256)
    {
        var (balances, found) = CustomerBalanceFile.Read(file, bytes, assets, inUnits: true);
        return found == sha256
            ? balances.AsPledges(assets)
            : throw new FormatException($"{file}: expected the file whose SHA-256 the desk has written down, {sha256}, found {found}. Restore it from a copy.");
    }

    private static int RowOf(PledgeTable pledges, int customer, byte[] row)
    {
        int length = Encoding.ASCII.GetBytes(pledges.Customers[customer], row);
        for (int asset = 0; asset < pledges.Assets.Count; asset++)
        {
            row[length++] = (byte)',';
            pledges.Of(customer, asset).Units.TryFormat(row.AsSpan(length), out int written, default, CultureInfo.InvariantCulture);
            length += written;
        }

        row[length++] = (byte)'\n';
        return length;
    }

    private static void Flush(MemoryStream piece, IncrementalHash hash, Stream output)
    {
        var bytes = piece.GetBuffer().AsSpan(0, (int)piece.Length);
        hash.AppendData(bytes);
        output.Write(bytes);
        piece.SetLength(0);
    }
}
