using Spoor.Chains.Files;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;

namespace Spoor.Cli.Evaluation;

/// <summary>The transfers of a case's file: read by the import into a store in memory, and out of it again.</summary>
internal static class CaseTransfers
{
    public static async Task<IReadOnlyList<Transfer>> ImportAsync(string path, ChainId chain, CancellationToken cancellation)
    {
        using var file = DuckDbFile.Open(DataFolder.At(DataFolder.Memory));
        await new FileImport(file).RunAsync(FileFormats.Recognise(FileShapes.Read(path), chain: chain), new(), null, cancellation);
        using var store = new DuckDbTransferStore(file);
        return await store.AllAsync(chain, cancellation);
    }
}
