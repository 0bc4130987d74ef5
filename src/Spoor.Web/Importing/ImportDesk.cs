using Spoor.Web.Accounts;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Importing;

namespace Spoor.Web.Importing;

/// <summary>Takes files in over HTTP and imports each as a job.</summary>
internal sealed class ImportDesk(Workbench workbench, JobBoard board, UploadFolder uploads, StoreChanges changes, AuditLog audit, RequestLimits limits) : IDisposable
{
    /// <summary>What the jobs of imports are called.</summary>
    public const string Kind = "import";

    /// <summary>What the jobs are called that only say what an import would bring.</summary>
    public const string Preview = "preview";

    // So much stays free on the disk: the store needs room for what it is about to take in.
    private const long LeftFree = 256L << 20;

    private readonly SemaphoreSlim _receiving = new(limits.UploadsAtOnce);

    public void Dispose() => _receiving.Dispose();

    /// <summary>The most bytes of a file.</summary>
    public long MostBytes => limits.MaxUpload;

    /// <param name="name">As sent.</param>
    /// <param name="sent">The bytes, and how many are announced; null where nobody says.</param>
    /// <exception cref="RefusalException">The name, the size or the moment is wrong; nothing is kept.</exception>
    public async Task<Job> TakeAsync(Caller caller, string? name, ImportOrder order, (Stream Body, long? Bytes) sent, CancellationToken cancellation)
    {
        string safe = Asked.Read(Problem.BadParameter, () => ImportName.Checked(name));
        Require(sent.Bytes);
        board.RequireRoom(caller);
        if (!_receiving.Wait(0, cancellation))
        {
            throw new RefusalException(Problem.Busy, $"Expected at most {limits.UploadsAtOnce} files on their way at once; send them one after another.");
        }

        try
        {
            return await ReceiveAsync(caller, safe, order, sent.Body, cancellation);
        }
        finally
        {
            _receiving.Release();
        }
    }

    private async Task<Job> ReceiveAsync(Caller caller, string name, ImportOrder order, Stream body, CancellationToken cancellation)
    {
        var upload = uploads.New(name);
        try
        {
            var (bytes, sha256) = await upload.ReceiveAsync(body, cancellation);
            var job = board.Start(caller, order.IsPreview ? Preview : Kind, (report, stop) => ImportAsync(upload.FilePath, order, report, stop), name, needs: upload);
            audit.Write(caller, "import.ordered", new() { ["job"] = job.Id, ["file"] = name, ["bytes"] = bytes, ["sha256"] = sha256, ["preview"] = order.IsPreview });
            return job;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    private async Task<byte[]> ImportAsync(string path, ImportOrder order, Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        byte[] document = await new WorkbenchImport(workbench, limits.Files).RunAsync(path, order, report, cancellation);
        if (!order.IsPreview)
        {
            changes.Forget();
        }

        return document;
    }

    private void Require(long? bytes)
    {
        if (bytes > limits.MaxUpload)
        {
            throw new RefusalException(Problem.TooLarge, $"Expected a file of at most {limits.MaxUpload >> 20} MB; split it, pack it with gzip, or import it with 'spoor import' while no server runs.");
        }

        if (bytes is { } known && known > uploads.FreeBytes - LeftFree)
        {
            throw new RefusalException(Problem.TooLarge, "The disk of the server has not so much room.");
        }
    }
}
