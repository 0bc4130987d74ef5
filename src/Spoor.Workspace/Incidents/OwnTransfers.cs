using Spoor.Chains.Files;
using Spoor.Chains.Files.Incidents;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Transfers;
using Spoor.Workspace.Transfers;

namespace Spoor.Workspace.Incidents;

/// <summary>The transfers that an incident's folder carries, through the same import as any file.</summary>
public static class OwnTransfers
{
    /// <summary>An empty store where the folder has none.</summary>
    public static async Task<MemoryTransferStore> ReadAsync(KnownIncident incident, CancellationToken cancellation)
    {
        var file = incident.Open(IncidentFiles.Transfers);
        if (file is null)
        {
            return new();
        }

        await file.DisposeAsync();
        var temporary = Directory.CreateTempSubdirectory("spoor-incident-");
        try
        {
            string path = await incident.WriteAsync(IncidentFiles.Transfers, temporary.FullName, cancellation);
            using var imported = DuckDbFile.Open(DataFolder.At(DataFolder.Memory));
            using var store = new DuckDbTransferStore(imported);
            await new FileImport(imported).RunAsync(FileFormats.Recognise(FileShapes.Read(path)), new(), null, cancellation);
            return await store.ToMemoryAsync(cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
