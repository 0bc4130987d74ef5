using System.Security.Cryptography;

namespace Spoor.Web.Importing;

/// <summary>A file that was sent; it is deleted when nobody needs it any more.</summary>
internal sealed class Upload(string folder, string name) : IDisposable
{
    public string Name => name;

    public string FilePath { get; } = Path.Combine(folder, name);

    /// <summary>Writes down what comes.</summary>
    /// <returns>How many bytes, and their SHA-256.</returns>
    public async Task<(long Bytes, string Sha256)> ReceiveAsync(Stream body, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(FilePath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        byte[] buffer = new byte[1 << 17];
        long bytes = 0;
        for (int read = await body.ReadAsync(buffer, cancellation); read > 0; read = await body.ReadAsync(buffer, cancellation))
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // It is gone already; or something still reads it, and the next start of the server deletes it.
        }
    }
}
