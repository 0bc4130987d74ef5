using Spoor.Chains.Files;
using Spoor.Chains.Files.Incidents;
using Spoor.Incidents;
using Spoor.Storage;
using Spoor.Storage.DuckDb;
using Spoor.Storage.DuckDb.Import;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;
using Spoor.Transfers;
using Spoor.Workspace.Incidents;

namespace Spoor.Cli.Demo;

/// <summary>What was published of the theft, and the trace over those of its transactions that were.</summary>
internal sealed record PublishedTheft
{
    public required IncidentFacts Facts { get; init; }

    /// <summary>What the victim brought to safety.</summary>
    public Rescue Rescue => Facts.Rescue ?? throw new InvalidOperationException($"The incident {Facts.Id} of the demo names no rescue.");

    public required ImportReport Import { get; init; }

    /// <summary>Every published transfer, in chain and position order.</summary>
    public required IReadOnlyList<Transfer> Transfers { get; init; }

    public required Trace Trace { get; init; }

    public required TaintBounds Bounds { get; init; }

    /// <summary>Imports and traces the published transactions with a store in a folder or in memory.</summary>
    /// <exception cref="StorageException">The folder holds other transfers, or the store refused.</exception>
    public static async Task<PublishedTheft> TraceAsync(KnownIncident incident, DataFolder folder, CancellationToken cancellation)
    {
        var facts = incident.Facts;
        using var file = DuckDbFile.Open(folder);
        using var store = new DuckDbTransferStore(file);
        await RefuseOtherTransfersAsync(folder, store, cancellation);
        var import = await ImportAsync(file, incident, cancellation);
        var trace = await Tracer.RunAsync(store, RequestOf(facts), null, cancellation);
        var bounds = await TaintBounds.OfAsync(store, trace, cancellation);
        var transfers = new List<Transfer>();
        foreach (var head in await store.HeadsAsync(cancellation))
        {
            transfers.AddRange(await store.AllAsync(head.Chain, cancellation));
        }

        return new() { Facts = facts, Import = import, Transfers = transfers, Trace = trace, Bounds = bounds };
    }

    // Every published address of the thief; those without a published transaction open no book.
    private static TraceRequest RequestOf(IncidentFacts facts) => new()
    {
        Rule = TaintRule.Haircut,
        Claims =
        [
            .. facts.WalletsOf(WalletRole.Thief).Select(wallet => wallet.Account).OfType<(ChainId Chain, Address Address)>()
                .Select(account => new TheftClaim.BySeed(account.Chain, account.Address)),
        ],
    };

    // A published row is rounded and without a block: beside the exact transfer it would count the theft twice.
    private static async Task RefuseOtherTransfersAsync(DataFolder folder, DuckDbTransferStore store, CancellationToken cancellation)
    {
        var heads = await store.HeadsAsync(cancellation);
        if (heads.Any(head => head.Highest > 0))
        {
            throw new StorageException(
                folder.StoreFile, "the folder holds other transfers, which the rounded ones of the demo must not mix with", "Name a new folder with --data.");
        }
    }

    private static async Task<ImportReport> ImportAsync(DuckDbFile file, KnownIncident incident, CancellationToken cancellation)
    {
        var temporary = Directory.CreateTempSubdirectory("spoor-demo-");
        try
        {
            string path = await incident.WriteAsync(IncidentFiles.Transfers, temporary.FullName, cancellation);
            return await new FileImport(file).RunAsync(FileFormats.Recognise(FileShapes.Read(path)), new(), null, cancellation);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
