using Spoor.Detection;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Watches;

/// <summary>Reads a watch file: whose wallets are watched, what they plan and from where on they want to be woken.</summary>
/// <remarks>The keys are explained in <c>docs/watches.md</c>. A file with one fault is not used at all: a wallet left out would be a wallet unwatched.</remarks>
public static class WatchFile
{
    // 50,000 wallets of 160 characters each.
    private const int MostCharacters = 8 << 20;

    /// <exception cref="FormatException">The file has faults; the message names the first by file, line and field.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WatchList Read(string path, TokenList? tokens = null) => Whole(Check(path, tokens));

    /// <inheritdoc cref="Read(string, TokenList?)"/>
    /// <param name="name">For messages.</param>
    /// <param name="yaml">UTF-8.</param>
    /// <param name="tokens">Where symbols and decimals come from; null for those Spoor brings along.</param>
    public static WatchList Read(string name, byte[] yaml, TokenList? tokens = null)
    {
        using var bytes = new MemoryStream(yaml, writable: false);
        using var text = InputFile.Read(name, bytes).OpenText();
        return Read(name, text, tokens);
    }

    /// <inheritdoc cref="Read(string, TokenList?)"/>
    public static WatchList Read(string name, TextReader text, TokenList? tokens = null) => Whole(Check(name, text, tokens));

    /// <summary>Everything that is wrong in a file, and what it says when nothing is.</summary>
    /// <exception cref="FormatException">It is not UTF-8, or far too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WatchCheck Check(string path, TokenList? tokens = null)
    {
        var file = InputFile.Read(path);
        using var text = file.OpenText();
        return Check(file.Name, text, tokens);
    }

    /// <inheritdoc cref="Check(string, TokenList?)"/>
    public static WatchCheck Check(string name, TextReader text, TokenList? tokens = null)
    {
        var notes = new FileNotes(name);
        var watch = YamlFile.Read(name, text, notes, MostCharacters) is { } top
            ? new OwnerEntries(tokens ?? TokenList.Builtin).Read(new YamlEntry(name, top, notes))
            : null;
        return new(notes.IsClean ? watch : null, notes.Faults);
    }

    private static WatchList Whole(WatchCheck check)
    {
        if (check.Watch is { } watch)
        {
            return watch;
        }

        var faults = check.Faults.Where(fault => !fault.IsWarning).ToList();
        throw new FormatException(faults.Count == 1 ? $"{faults[0]}" : $"{faults[0]} And {faults.Count - 1} more; 'spoor watch check' lists them.");
    }
}

/// <summary>What reading a watch file came to.</summary>
/// <param name="Watch">Null when a fault is more than a warning.</param>
/// <param name="Faults">In order of line.</param>
public sealed record WatchCheck(WatchList? Watch, IReadOnlyList<FileFault> Faults);
