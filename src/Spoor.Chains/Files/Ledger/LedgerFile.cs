using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Spoor.Incidents.Ledger;

namespace Spoor.Chains.Files.Ledger;

/// <summary>Reads a file of a ledger of losses, plain or gzip, recognised by its header; the formats are in <c>docs/ledger.md</c>.</summary>
public static class LedgerFile
{
    private const int MaxBytes = 64 << 20;

    private const string OwnForm = "spoor-ledger";

    private static readonly IReadOnlyList<(string Format, string[] Columns, Func<string, TextReader, LedgerContent> Read)> Formats =
    [
        ("rekt-links", ["slug", "chain_by_explorer", "kind", "value"], RektLinks.Read),
        ("rekt-leaderboard", ["slug", "title", "incident_date", "article_date", "amount_usd", "tags"], RektLeaderboard.Read),
        ("defihacklabs", ["date", "name", "root_cause", "lost_text", "tx_hashes", "links"], DeFiHackLabs.Read),
        (OwnForm, ["ledger", "id", "date", "victim", "usd", "category", "source"], SpoorLedger.Read),
        ("published-figures", ["who", "period", "measure", "usd"], PublishedFigures.Read),
        ("dprk-thefts", ["date", "victim", "usd"], DprkThefts.Read),
        ("bridge-hacks", ["bridge", "date", "value"], BridgeHacks.Read),
    ];

    /// <summary>All of the file or nothing.</summary>
    /// <exception cref="FormatException">The file is of no known format, or a row is faulty; the message names file, line and column.</exception>
    public static LedgerContent Read(string path)
    {
        using var bytes = File.OpenRead(path);
        return Read(Path.GetFileName(path), bytes);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static LedgerContent Read(string file, Stream bytes) => Read(file, bytes, isBuiltIn: false);

    /// <summary>A file that travels inside the program: only such a one may speak for the ledgers Spoor knows.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public static LedgerContent ReadBuiltIn(string file, Stream bytes) => Read(file, bytes, isBuiltIn: true);

    private static LedgerContent Read(string file, Stream bytes, bool isBuiltIn)
    {
        byte[] packed = All(file, bytes);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(packed));
        return Recognised(file, TextOf(file, packed), isBuiltIn) with { Sha256 = sha256 };
    }

    private static LedgerContent Recognised(string file, string text, bool isBuiltIn)
    {
        if (text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return HackChronicle.Read(file, text);
        }

        string[] columns = [.. text.Split('\n', 2)[0].Split(',').Select(column => column.Trim().Trim('"').ToLowerInvariant())];
        var known = Formats.FirstOrDefault(format => format.Columns.All(columns.Contains));
        if (known.Read is null)
        {
            throw new FormatException(
                $"{file}, line 1: expected the columns of a known ledger, found '{string.Join(",", columns.Take(20))}'. Known are:"
                + string.Concat(Formats.Select(format => $"\n  {format.Format}: {string.Join(",", format.Columns)}")) + "\n  hack-chronicle: a JSON object");
        }

        using var reader = new StringReader(text);
        var content = isBuiltIn && known.Format == OwnForm ? SpoorLedger.ReadBuiltIn(file, reader) : known.Read(file, reader);
        return content with { Format = known.Format, IsWhole = content.Entries.Count > 0 };
    }

    private static string TextOf(string file, byte[] content)
    {
        if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            content = Unpacked(file, content);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException failure)
        {
            throw new FormatException($"{file}: expected UTF-8, found the bytes {Convert.ToHexStringLower(failure.BytesUnknown ?? [])} at {failure.Index}.", failure);
        }
    }

    // The stream does not complain when packed data end early: the last four bytes say how long the content is (RFC 1952, §2.3.1).
    private static byte[] Unpacked(string file, byte[] packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            byte[] content = All(file, gzip);
            return packed.Length > 4 && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) == (uint)content.Length
                ? content
                : throw new FormatException($"{file}: expected one whole gzip member, found packed data that end early or go on. Fetch or pack the file again.");
        }
        catch (InvalidDataException failure)
        {
            throw new FormatException($"{file}: expected gzip, found bytes that are not ({failure.Message})", failure);
        }
    }

    private static byte[] All(string file, Stream content)
    {
        using var copy = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxBytes)
            {
                throw new FormatException($"{file}: expected a ledger of at most {MaxBytes >> 20} MB unpacked, found more. Split it.");
            }
        }

        return copy.ToArray();
    }
}
