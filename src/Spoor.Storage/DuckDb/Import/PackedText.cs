namespace Spoor.Storage.DuckDb.Import;

/// <summary>The bytes of a file that may be packed, part by part, as an import will see them.</summary>
public sealed class PackedText(string path)
{
    private readonly PackedFile _file = new(path);

    public bool IsParquet => _file.Extension == ".PARQUET";

    public bool IsJson => _file.Extension is ".JSON" or ".JSONL" or ".NDJSON";

    /// <summary>Each part holds until the next is asked for.</summary>
    /// <exception cref="DamagedFileException">The packed data end early or are damaged.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Parts(CancellationToken cancellation)
    {
        byte[] buffer = new byte[1 << 18];
        using var bytes = _file.OpenBytes();
        while (Read(bytes, buffer) is > 0 and int read)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return buffer.AsMemory(0, read);
        }
    }

    private int Read(Stream bytes, byte[] buffer)
    {
        try
        {
            return bytes.Read(buffer);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or ZstdSharp.ZstdException)
        {
            throw DamagedFileException.Truncated(_file.Name, failure);
        }
    }
}
