using System.Security.Cryptography;
using Spoor.Records;
using Spoor.Reporting.Cases.Seals;
using Spoor.Response;
using Spoor.Storage.Acts;

namespace Spoor.Workspace.Cases.Seals;

/// <summary>The tables that the acts of a desk name, as entries of a case file.</summary>
public static class DeskTableEntries
{
    /// <summary>Reads them from the desk.</summary>
    /// <exception cref="FormatException">One is not there, or is not the one that was named.</exception>
    public static IReadOnlyList<CaseEntry> Read(DeskFolder desk, string incident, ActLog acts) => [.. DeskTable.Of(acts).Select(table =>
    {
        string path = Path.Combine(desk.FolderOf(incident), table.Path.Replace('/', Path.DirectorySeparatorChar));
        byte[] bytes = File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new FormatException($"{path}: expected the file with SHA-256 {table.Sha256} that act {table.Act} names, found none. Restore it from a copy, so that the case holds it.");
        return HashOf(bytes) == table.Sha256
            ? new CaseEntry(NameOf(table), bytes)
            : throw new FormatException($"{path}: expected the file with SHA-256 {table.Sha256} that act {table.Act} names, found {HashOf(bytes)}. Restore it from a copy.");
    })];

    /// <summary>Those of a case file, and no others.</summary>
    /// <exception cref="FormatException">One is missing, or is not the one that was named.</exception>
    public static IReadOnlyList<CaseEntry> Find(IReadOnlyDictionary<string, CaseEntry> entries, ActLog acts) => [.. DeskTable.Of(acts).Select(table =>
    {
        string name = NameOf(table);
        var entry = entries.TryGetValue(name, out var found) ? found : throw new FormatException($"Expected the entry {name}, which act {table.Act} names, found none.");
        return entry.Sha256 == table.Sha256
            ? entry
            : throw new FormatException($"{name}: expected the table with SHA-256 {table.Sha256} that act {table.Act} names, found {entry.Sha256}.");
    })];

    private static string NameOf(DeskTable table) => CaseNames.DeskFolder + table.Name;

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
