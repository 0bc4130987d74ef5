using Spoor.Records;
using Spoor.Storage.Journals;

namespace Spoor.Storage.Acts;

/// <summary>The log of acts of one incident on disk: one process writes, what was appended stays after a crash.</summary>
public sealed class ActFile : IDisposable
{
    private readonly Journal _journal;

    private ActFile(Journal journal, ActLog log)
    {
        _journal = journal;
        Log = log;
    }

    public string Path => _journal.Path;

    public ActLog Log { get; private set; }

    /// <summary>What a reader must know of how the file was found; empty when it was whole.</summary>
    public string Notice => _journal.CutOff == 0
        ? ""
        : $"{Path}: cut off {_journal.CutOff} bytes behind act {Log.Acts.Count}, a line that has no end; Spoor was stopped while it wrote it, and what it says was never done.";

    /// <summary>Opens the log to add to it, and makes it where there is none; a line that a crash cut in half is cut off.</summary>
    /// <exception cref="IOException">Another process writes to it.</exception>
    /// <exception cref="FormatException">It was changed after it was written.</exception>
    public static ActFile Open(string path)
    {
        var journal = Journal.Open(System.IO.Path.GetFullPath(path));
        try
        {
            return new(journal, ActLog.Read(journal.Lines().Select(line => (ReadOnlyMemory<byte>)journal.Read(line)), journal.Path));
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Reads a log that somebody else may be writing to: all lines that have an end.</summary>
    /// <exception cref="FormatException">It was changed after it was written.</exception>
    /// <exception cref="IOException">It is not there, or too large.</exception>
    public static ActLog Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length > MaxBytes)
        {
            throw new IOException($"{path}: expected at most {MaxBytes} bytes, found {file.Length}.");
        }

        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return ActLog.Read(LinesOf(bytes), path);
    }

    /// <summary>Writes an act down; when this returns, it is on the disk.</summary>
    /// <exception cref="FormatException">The note cannot be written down.</exception>
    public Act Append(ActNote note)
    {
        var act = Log.Next(note);
        _journal.Append(ActLog.LineOf(act));
        Log = Log.With(act);
        return act;
    }

    public void Dispose() => _journal.Dispose();

    // Ten thousand acts of the longest kind; a desk writes hundreds.
    private const long MaxBytes = 256L << 20;

    private static IEnumerable<ReadOnlyMemory<byte>> LinesOf(byte[] bytes)
    {
        int begin = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', begin))
        {
            yield return bytes.AsMemory(begin, end - begin);
            begin = end + 1;
        }
    }
}
