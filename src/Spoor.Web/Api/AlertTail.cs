namespace Spoor.Web.Api;

/// <summary>Reads along in an alert file that a watch writes: whole lines from a place on.</summary>
/// <remarks>Where a line ends is its id: the file only grows, so it stays so for good.</remarks>
internal sealed class AlertTail(string path)
{
    private const int MaxLine = 8 << 20;
    private const int Step = 1 << 16;

    /// <summary>The lines that begin at an offset and behind it, each with where it ends; none where the file does not reach so far.</summary>
    /// <param name="count">At most so many.</param>
    public async Task<IReadOnlyList<(long End, byte[] Line)>> ReadAsync(long from, int count, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (from < 0 || from > file.Length)
        {
            return [];
        }

        file.Position = from;
        List<(long, byte[])> lines = [];
        using var open = new MemoryStream();
        byte[] buffer = new byte[Step];
        while (lines.Count < count && await file.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            TakeLines(buffer.AsSpan(0, read), open, lines, ref from);
        }

        return [.. lines.Take(count)];
    }

    /// <summary>Whether a line ends at an offset, so that one can begin there.</summary>
    public bool IsBoundary(long offset)
    {
        if (offset == 0 || !File.Exists(path))
        {
            return offset == 0;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (offset < 0 || offset > file.Length)
        {
            return false;
        }

        file.Position = offset - 1;
        return file.ReadByte() == '\n';
    }

    // What stands behind the last line feed is being written and is read the next time.
    private static void TakeLines(ReadOnlySpan<byte> read, MemoryStream open, List<(long, byte[])> lines, ref long from)
    {
        while (read.IndexOf((byte)'\n') is >= 0 and var end)
        {
            open.Write(read[..end]);
            from += open.Length + 1;
            lines.Add((from, open.ToArray()));
            open.SetLength(0);
            read = read[(end + 1)..];
        }

        open.Write(read);
        if (open.Length > MaxLine)
        {
            throw new FormatException($"The alert file has a line of more than {MaxLine} bytes.");
        }
    }
}
