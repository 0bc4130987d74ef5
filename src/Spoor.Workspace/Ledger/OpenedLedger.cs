using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;
using Spoor.Storage.DuckDb;

namespace Spoor.Workspace.Ledger;

/// <summary>The ledger that is read: of the store, or, where none has been imported, the small one inside the program.</summary>
/// <param name="IsBuiltIn">Whether it is the one inside the program, <c>examples/ledger</c>.</param>
public sealed record OpenedLedger(IndustryLedger Content, bool IsBuiltIn)
{
    private static readonly string[] Files = ["2023.csv", "published-2023.csv"];

    public static async Task<OpenedLedger> ReadAsync(DuckDbLedgerStore store, CancellationToken cancellation)
    {
        var held = await store.ReadAsync(cancellation);
        return held.Entries.Count > 0 ? new(held, false) : new(BuiltIn(), true);
    }

    /// <summary>The ledger inside the program.</summary>
    public static IndustryLedger BuiltIn() => IndustryLedger.Of([.. Files.Select(Read)]);

    private static LedgerContent Read(string file)
    {
        using var bytes = typeof(OpenedLedger).Assembly.GetManifestResourceStream(typeof(OpenedLedger), file)
            ?? throw new InvalidOperationException($"The resource {typeof(OpenedLedger).Namespace}.{file} is missing from the build.");
        return LedgerFile.ReadBuiltIn(file, bytes);
    }
}
