using System.Security.Cryptography;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Compensation;
using Spoor.Response;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Compensation.Trees;

namespace Spoor.Workspace.Compensation;

/// <summary>The files of a compensation beside the log of its incident: tables named by their SHA-256, and the secret of the salts.</summary>
/// <remarks>A file is whole on the disk before an act names it, so a crash in between leaves a file that nothing speaks of.</remarks>
public sealed class CompensationFolder(string incidentFolder)
{
    private const string SecretName = "secret";

    public string Path { get; } = System.IO.Path.Combine(incidentFolder, DeskTable.CompensationFolder);

    public string SecretPath => System.IO.Path.Combine(Path, SecretName);

    /// <summary>A longer table of payments is not written: nobody could read it again.</summary>
    public int MostPayments { get; init; } = InputFile.MaxBytes;

    /// <summary>Keeps a file that was handed in, byte for byte, so that whoever checks the desk later has it.</summary>
    /// <exception cref="FormatException">It is not the one that was read.</exception>
    public void Keep(string kind, string source, string sha256)
    {
        string path = PathOf(kind, sha256);
        if (File.Exists(path))
        {
            return;
        }

        string partly = Partly(kind);
        using (var file = Create(partly))
        {
            using var from = File.OpenRead(source);
            from.CopyTo(file);
            file.Flush(flushToDisk: true);
        }

        using (var copy = File.OpenRead(partly))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(copy)) != sha256)
            {
                throw new FormatException($"{source}: expected the file that was just read, found another; it was changed meanwhile. Give the same command again.");
            }
        }

        File.Move(partly, path, overwrite: true);
    }

    public string WritePledges(PledgeTable pledges)
    {
        string partly = Partly(DeskTable.Pledges);
        string sha256;
        using (var file = Create(partly))
        {
            sha256 = PledgeFile.Write(pledges, file);
            file.Flush(flushToDisk: true);
        }

        File.Move(partly, PathOf(DeskTable.Pledges, sha256), overwrite: true);
        return sha256;
    }

    public PledgeTable ReadPledges(CompensationOpening opening)
    {
        string path = PathOf(DeskTable.Pledges, opening.PledgesSha256);
        using var file = File.OpenRead(path);
        return PledgeFile.Read(path, file, [.. opening.Pledged.Select(asset => (asset.Code, asset.Decimals))], opening.PledgesSha256);
    }

    public string WritePayments(IReadOnlyList<CompensationPayment> payments)
    {
        byte[] table = PaymentFile.Write(payments);
        if (table.Length > MostPayments)
        {
            throw new FormatException(
                $"Payments: expected at most {MostPayments >> 10} kB of them in smallest units, in which they are kept, found {table.Length >> 10} kB. Split the file. Nothing was booked.");
        }

        string sha256 = Convert.ToHexStringLower(SHA256.HashData(table));
        WriteWhole(Partly(DeskTable.Payments), PathOf(DeskTable.Payments, sha256), table);
        return sha256;
    }

    public IReadOnlyList<CompensationPayment> ReadPayments(string sha256, IReadOnlyList<PledgedAsset> assets)
    {
        string path = PathOf(DeskTable.Payments, sha256);
        var file = InputFile.Read(path);
        return file.Sha256 == sha256
            ? PaymentFile.Read(file, [.. assets.Select(asset => (asset.Code, asset.Decimals))], inUnits: true)
            : throw new FormatException($"{path}: expected the file whose SHA-256 the desk has written down, found {file.Sha256}. Restore it from a copy.");
    }

    /// <summary>The secret that is there; else the one handed in, or a new one, which is then kept.</summary>
    /// <param name="given">64 hexadecimal digits in a file; null where none is handed in.</param>
    public byte[] KeepSecret(string? given)
    {
        if (File.Exists(SecretPath))
        {
            // Left by an opening that did not come to its end.
            byte[] kept = SecretOf(SecretPath);
            return given is null || SecretOf(given).AsSpan().SequenceEqual(kept)
                ? kept
                : throw new FormatException($"{SecretPath}: expected the secret that is handed in, found another one kept before. Leave --secret out to use that, or move it away.");
        }

        byte[] secret = given is null ? RandomNumberGenerator.GetBytes(CustomerSalts.SecretBytes) : SecretOf(given);
        WriteWhole(Partly(SecretName), SecretPath, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret) + "\n"));
        return secret;
    }

    /// <param name="sha256">Which secret it must be.</param>
    public byte[] ReadSecret(string sha256)
    {
        byte[] secret = SecretOf(SecretPath);
        return Convert.ToHexStringLower(SHA256.HashData(secret)) == sha256
            ? secret
            : throw new FormatException($"{SecretPath}: expected the secret with which the compensation was opened, found another. Restore it from a copy.");
    }

    private static byte[] SecretOf(string path)
    {
        const int MaxBytes = 1_000;
        string text = new FileInfo(path).Length > MaxBytes ? "" : File.ReadAllText(path).Trim();
        return text.Length == 2 * CustomerSalts.SecretBytes && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new FormatException($"{path}: expected {2 * CustomerSalts.SecretBytes} hexadecimal digits, found something else.");
    }

    private string PathOf(string name, string sha256) => System.IO.Path.Combine(Path, DeskTable.FileOf(name, sha256));

    private string Partly(string name)
    {
        Directory.CreateDirectory(Path);
        return System.IO.Path.Combine(Path, $"{name}.partly");
    }

    private static void WriteWhole(string partly, string path, byte[] bytes)
    {
        using (var file = Create(partly))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(partly, path, overwrite: true);
    }

    // Only its owner may read what is kept here: balances and the secret of the salts.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }
}
