using Spoor.Chains.Files;
using Spoor.Chains.Files.Labels;
using Spoor.Chains.Files.Ledger;
using Spoor.Incidents.Ledger;
using Spoor.Labels;
using Spoor.Storage;
using Spoor.Storage.DuckDb.Import;
using Spoor.Workspace.Labels;
using Spoor.Workspace.Ledger;

namespace Spoor.Workspace.Importing;

/// <summary>Brings one file into the store of a process that serves: all of it, or nothing. The readers are those of the verbs.</summary>
public sealed class WorkbenchImport(Workbench workbench, FileBounds bounds)
{
    /// <param name="report">Takes how far it is, in numbers with names.</param>
    /// <returns>What it brought: <c>import/1</c>, <c>labels/1</c> or <c>ledger/1</c>.</returns>
    /// <exception cref="FaultyFileException">The file is faulty; the store is as before.</exception>
    /// <exception cref="StorageException">The store refused.</exception>
    public async Task<byte[]> RunAsync(string path, ImportOrder order, Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        try
        {
            bounds.Check(path, cancellation);
            return (order.Kind ?? ImportKinds.Of(path)) switch
            {
                ImportKind.Transfers => await TransfersAsync(path, order, report, cancellation),
                ImportKind.Labels => await LabelsAsync(path, order, cancellation),
                _ => await LedgerAsync(path, order, cancellation),
            };
        }
        catch (Exception failure) when (failure is not FaultyFileException && FaultyFileException.Of(failure, Path.GetFileName(path)) is not null)
        {
            throw FaultyFileException.Of(failure, Path.GetFileName(path))!;
        }
    }

    private async Task<byte[]> TransfersAsync(string path, ImportOrder order, Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        RefusePreview(order, path);
        var mapping = FileFormats.Recognise(FileShapes.Read(path), null, order.Chain);
        var options = new ImportOptions { OnBadRow = order.SkipFaulty ? OnBadRow.Report : OnBadRow.Stop };
        var progress = new Reporter(done => report([("step", (long)done.Step + 1), ("steps", 2), ("percent", (long)(done.Fraction * 100)), ("rows", done.Rows)]));
        var done = await new FileImport(workbench.File).RunAsync(mapping, options, progress, cancellation);
        // Where the faulty rows were written is gone with the file.
        return BytesOf(output => ImportJson.Write([done with { RejectsFile = null }], done.Added, output));
    }

    private async Task<byte[]> LabelsAsync(string path, ImportOrder order, CancellationToken cancellation)
    {
        var options = new LabelReadOptions { DefaultLearned = order.Today, Latest = order.Today, SkipFaultyRows = order.SkipFaulty, Chain = order.Chain };
        var read = LabelReading.Read(path, options, new(order.Source, [], Tlp.Clear));
        var readings = LabelCopies.Named([read], await workbench.Labels.SourcesOfFilesAsync(cancellation), _ => { });
        IReadOnlyList<LabelReceipt> receipts = order.IsPreview
            ? [await workbench.Labels.PreviewAsync(readings[0].Delivery, cancellation)]
            : await workbench.Labels.AppendAsync([readings[0].Delivery], null, cancellation);
        return BytesOf(output => LabelImportJson.Write(readings, receipts, output));
    }

    private async Task<byte[]> LedgerAsync(string path, ImportOrder order, CancellationToken cancellation)
    {
        RefusePreview(order, path);
        var content = LedgerFile.Read(path);
        var counts = await workbench.Ledger.ImportAsync([content], order.Today, cancellation);
        IReadOnlyList<(LedgerContent Content, LedgerImportCount Count)> imports = [(content, counts[0])];
        return BytesOf(output => LedgerImportJson.Write(imports, output));
    }

    private static void RefusePreview(ImportOrder order, string path)
    {
        if (order.IsPreview)
        {
            throw FaultyFileException.Excess(Path.GetFileName(path), "labels, which alone can be looked at before they are taken in", "something else");
        }
    }

    private static byte[] BytesOf(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }

    // At once and on the thread that works, unlike Progress<T>: the last report must not come after the end.
    private sealed class Reporter(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
