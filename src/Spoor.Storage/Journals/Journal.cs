using Microsoft.Win32.SafeHandles;

namespace Spoor.Storage.Journals;

/// <summary>A file of lines that only grows: what was appended is on the disk, and a line that a kill cut in half is cut off on opening.</summary>
/// <remarks>One process writes to it; any number may read along.</remarks>
public sealed class Journal : IDisposable
{
    /// <summary>Longer than any document of ours: a transaction of a notice takes 69 bytes.</summary>
    private const int MaxLine = 8 << 20;

    private SafeFileHandle _file;
    private readonly SafeFileHandle _lock;

    private Journal(string path, SafeFileHandle file, SafeFileHandle held)
    {
        Path = path;
        _file = file;
        _lock = held;
    }

    public string Path { get; }

    /// <summary>Where the next line will begin.</summary>
    public long Length { get; private set; }

    /// <summary>How many bytes of a line without an end were cut off on opening.</summary>
    public long CutOff { get; private set; }

    /// <exception cref="IOException">Another process writes to it.</exception>
    public static Journal Open(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);

        var held = Hold(path);
        Journal? journal = null;
        try
        {
            journal = new Journal(path, OpenFile(path), held);
            journal.Recover();
            return journal;
        }
        catch
        {
            journal?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Adds a line: all of it, or, when the disk refuses, nothing.</summary>
    public JournalLine Append(ReadOnlySpan<byte> document)
    {
        var line = new JournalLine(Length, document.Length);
        try
        {
            RandomAccess.Write(_file, (byte[])[.. document, (byte)'\n'], line.Offset);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            RandomAccess.SetLength(_file, line.Offset);
            throw;
        }

        Length = line.Next;
        return line;
    }

    /// <summary>Puts other lines in the place of all: the old ones or the new ones are on the disk, whatever happens.</summary>
    public void Replace(IEnumerable<byte[]> documents)
    {
        string partial = Path + ".new";
        using (var file = File.Create(partial))
        {
            foreach (byte[] document in documents)
            {
                file.Write(document);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        _file.Dispose();
        try
        {
            File.Move(partial, Path, overwrite: true);
        }
        finally
        {
            _file = OpenFile(Path);
            Length = RandomAccess.GetLength(_file);
        }
    }

    /// <exception cref="IOException">The file was cut since.</exception>
    public byte[] Read(JournalLine line)
    {
        byte[] document = new byte[line.Length];
        int read = RandomAccess.Read(_file, document, line.Offset);
        return read == line.Length
            ? document
            : throw new IOException($"{Path}: expected a line of {line.Length} bytes at {line.Offset}, found {read}; the file was cut while Spoor ran.");
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private static SafeFileHandle OpenFile(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    // A file of its own, since not every system can keep out other writers and let readers in.
    private static SafeFileHandle Hold(string path)
    {
        try
        {
            return File.OpenHandle(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"{path}: expected to be the only one who writes there, but another process holds {path}.lock. End it, or name another file or folder. ({failure.Message})", failure);
        }
    }

    /// <summary>The lines from an offset on, where one must begin.</summary>
    public IEnumerable<JournalLine> Lines(long from = 0)
    {
        byte[] buffer = new byte[Math.Min(MaxLine, Length - from)];
        List<JournalLine> lines = [];
        while (from < Length)
        {
            lines.Clear();
            int taken = TakeLines(buffer.AsSpan(0, RandomAccess.Read(_file, buffer, from)), from, lines);
            if (taken == 0)
            {
                throw new IOException($"{Path}: expected a line at {from}, found none; the file was changed while Spoor ran.");
            }

            foreach (var line in lines)
            {
                yield return line;
            }

            from += taken;
        }
    }

    private void Recover()
    {
        var lines = new List<JournalLine>();
        int number = 1;
        byte[] buffer = new byte[Math.Min(MaxLine, RandomAccess.GetLength(_file))];
        for (int read = RandomAccess.Read(_file, buffer, Length); read > 0; read = RandomAccess.Read(_file, buffer, Length))
        {
            lines.Clear();
            int taken = TakeLines(buffer.AsSpan(0, read), Length, lines);
            if (taken == 0 && read == MaxLine)
            {
                throw new FormatException($"{Path}, line {number}: expected at most {MaxLine} bytes, found more. Move the file away.");
            }

            if (taken == 0)
            {
                break;
            }

            number += lines.Count;
            Length += taken;
        }

        CutOff = RandomAccess.GetLength(_file) - Length;
        RandomAccess.SetLength(_file, Length);
    }

    private static int TakeLines(ReadOnlySpan<byte> bytes, long from, List<JournalLine> lines)
    {
        int taken = 0;
        for (int length = bytes.IndexOf((byte)'\n'); length >= 0; length = bytes[taken..].IndexOf((byte)'\n'))
        {
            lines.Add(new(from + taken, length));
            taken += length + 1;
        }

        return taken;
    }
}
