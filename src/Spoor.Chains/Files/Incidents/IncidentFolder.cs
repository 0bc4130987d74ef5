using Spoor.Incidents;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads the folder of an incident; <c>docs/incidents.md</c> describes its files.</summary>
public static class IncidentFolder
{
    /// <exception cref="FormatException">A file is not as described; the message names file, line and field of the first fault.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IncidentFacts Read(string folder) => Whole(Check(folder));

    /// <param name="open">Opens a file of the folder by name; null where the folder has none.</param>
    /// <exception cref="FormatException">A file is not as described; the message names file, line and field of the first fault.</exception>
    public static IncidentFacts Read(Func<string, TextReader?> open) => Whole(Check(open));

    /// <summary>Reads a folder and notes everything that is not right with it.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static IncidentCheck Check(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Expected the folder of an incident at {folder}, found none.");
        }

        var check = Check(name => File.Exists(Path.Combine(folder, name)) ? File.OpenText(Path.Combine(folder, name)) : null);
        string called = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return check.Facts is { } facts && facts.Id != called
            ? check.And(new(IncidentFiles.Incident, 1, false, $"id: expected the name of the folder, '{called}', found '{facts.Id}'."))
            : check;
    }

    /// <inheritdoc cref="Check(string)"/>
    public static IncidentCheck Check(Func<string, TextReader?> open)
    {
        var notes = new FolderNotes();
        var facts = Opened(open, IncidentFiles.Incident, true, notes, text => IncidentYaml.Read(text, notes));
        var wallets = Opened(open, IncidentFiles.Wallets, true, notes, new WalletRows(notes).Read) ?? [];
        var totals = Opened(open, IncidentFiles.Totals, false, notes, new TotalRows(notes, wallets).Read) ?? [];
        Opened(open, IncidentFiles.Transfers, false, notes, new TransferRows(notes).Read);
        Opened(open, IncidentFiles.Prices, false, notes, new PriceRows(notes).Read);
        var labels = Opened(open, IncidentFiles.Labels, false, notes, text => FolderLabels.Read(text, notes)) ?? [];
        if (facts is not null)
        {
            CheckRescue(facts, wallets, notes);
            notes.CompareSources();
        }

        bool isWhole = notes.Found.IsClean;
        return new(isWhole && facts is not null ? facts with { Wallets = wallets, Totals = totals, Labels = labels } : null, notes.Found.Faults);
    }

    private static T? Opened<T>(Func<string, TextReader?> open, string name, bool mustBe, FolderNotes notes, Func<TextReader, T> read)
        where T : class?
    {
        using var text = open(name);
        if (text is not null)
        {
            return read(text);
        }

        if (mustBe)
        {
            notes.Fault(name, 1, "expected the file, found none.");
        }

        return null;
    }

    private static void CheckRescue(IncidentFacts facts, IReadOnlyList<IncidentWallet> wallets, FolderNotes notes)
    {
        if (facts.Rescue is { } rescue
            && !wallets.Any(wallet => wallet.Role == WalletRole.Rescue && wallet.Chain == rescue.Chain && wallet.Address == rescue.Address))
        {
            notes.Fault(
                IncidentFiles.Incident, 1,
                $"rescue: expected its address in {IncidentFiles.Wallets} with the role rescue, found no {rescue.Chain}:{rescue.Address}.");
        }
    }

    private static IncidentFacts Whole(IncidentCheck check)
    {
        if (check.Facts is { } facts)
        {
            return facts;
        }

        var faults = check.Faults.Where(fault => !fault.IsWarning).ToList();
        throw new FormatException(faults.Count == 1 ? $"{faults[0]}" : $"{faults[0]} And {faults.Count - 1} more; 'spoor incident check' lists them.");
    }
}

/// <summary>What reading a folder came to.</summary>
/// <param name="Facts">Null when a fault is more than a warning.</param>
/// <param name="Faults">In order of file and line.</param>
public sealed record IncidentCheck(IncidentFacts? Facts, IReadOnlyList<FileFault> Faults)
{
    internal IncidentCheck And(FileFault fault) => new(null, [fault, .. Faults]);
}
