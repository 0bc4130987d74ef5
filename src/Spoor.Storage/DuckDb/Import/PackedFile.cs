using System.Security.Cryptography;
using System.Text;
using ZstdSharp;

namespace Spoor.Storage.DuckDb.Import;

/// <summary>A file that may be compressed with gzip or zstd, by the end of its name.</summary>
internal sealed record PackedFile(string Path)
{
    internal string Name => System.IO.Path.GetFileName(Path);

    /// <summary>As the engine's readers call it.</summary>
    internal string Compression => System.IO.Path.GetExtension(Path).ToUpperInvariant() switch
    {
        ".GZ" => "gzip",
        ".ZST" => "zstd",
        _ => "none",
    };

    /// <summary>The extension under that of the compression, in lower case.</summary>
    internal string Extension
    {
        get
        {
            string name = Compression == "none" ? Path : System.IO.Path.GetFileNameWithoutExtension(Path);
            return System.IO.Path.GetExtension(name).ToUpperInvariant();
        }
    }

    internal TextReader OpenText() => OpenText(new UTF8Encoding(false, throwOnInvalidBytes: true));

    internal TextReader OpenText(Encoding encoding) => new StreamReader(OpenBytes(), encoding);

    /// <summary>Unpacked.</summary>
    internal Stream OpenBytes() => Unpack(File.OpenRead(Path));

    /// <summary>SHA-256 of the bytes on disk; on the way compressed data are proved to be whole.</summary>
    /// <remarks>The engine ends a truncated gzip without a word when the cut falls between two rows.</remarks>
    /// <exception cref="DamagedFileException">The compressed data end early.</exception>
    internal string Digest(CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        using (var file = File.OpenRead(Path))
        {
            int read;
            while ((read = file.Read(buffer)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
            }
        }

        ProveWhole(buffer, cancellation);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void ProveWhole(byte[] buffer, CancellationToken cancellation)
    {
        if (Compression == "none" || new FileInfo(Path).Length == 0)
        {
            return;
        }

        try
        {
            using var unpacked = Unpack(File.OpenRead(Path));
            long unpackedBytes = 0;
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                unpackedBytes += read;
            }

            if (Compression == "gzip" && !GzipEnd.IsWhole(Path, unpackedBytes, cancellation))
            {
                throw DamagedFileException.Truncated(Name);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or ZstdException)
        {
            throw DamagedFileException.Truncated(Name, failure);
        }
    }

    private Stream Unpack(Stream stream) => Compression switch
    {
        "gzip" => new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress),
        "zstd" => new DecompressionStream(stream),
        _ => stream,
    };
}
