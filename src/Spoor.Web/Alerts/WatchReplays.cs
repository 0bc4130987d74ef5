using System.Text;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Watches;
using Spoor.Detection.Backtest;
using Spoor.Reporting;
using Spoor.Transfers;
using Spoor.Web.Accounts;
using Spoor.Web.Api;
using Spoor.Web.Jobs;
using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Transfers;
using Spoor.Workspace.Watching;

namespace Spoor.Web.Alerts;

/// <summary>Replays a watch over the transfers of the store, as a job, and keeps what the last replay came to.</summary>
internal sealed class WatchReplays(Workbench workbench, JobBoard board, ServeSettings settings, AuditLog audit)
{
    /// <summary>What the jobs are called.</summary>
    public const string Kind = "watch-replay";

    // A file has hundreds of lines; who wrote all of them wrong mends some and asks again.
    private const int MostFaults = 20;

    private readonly ReplayFolder _folder = ReplayFolder.In(settings.Folder);
    private readonly Lock _gate = new();
    private string _stamp = "";
    private ReplayedWatch? _last;

    /// <summary>What the last replay came to; null where there was none. The same object until there is another.</summary>
    /// <exception cref="FormatException">It was changed after it was written.</exception>
    public ReplayedWatch? Last()
    {
        lock (_gate)
        {
            string stamp = _folder.Stamp();
            if (stamp != _stamp)
            {
                _last = _folder.Last() is { } document ? ReplayedWatch.Read(document) : null;
                _stamp = stamp;
            }

            return _last;
        }
    }

    /// <summary>The document of the last replay; null where there was none.</summary>
    public byte[]? LastDocument() => _folder.Last();

    /// <summary>The names of the files that a replay would use now beside the watch file.</summary>
    public (IReadOnlyList<string> Prices, string Recipients) Beside() => (
        settings.Prices.Count > 0 ? [.. settings.Prices.Select(path => Path.GetFileName(path))] : _folder.Has(ReplayFolder.PricesName) ? [ReplayFolder.PricesName] : [],
        settings.Replay.Recipients is { } recipients ? Path.GetFileName(recipients) : _folder.Has(ReplayFolder.RecipientsName) ? ReplayFolder.RecipientsName : "");

    /// <summary>The watch file that a replay would use now; null where there is none yet.</summary>
    public InputFile? Watching() => settings.Replay.Watch is { } watch ? InputFile.Read(watch) : _folder.Read(ReplayFolder.WatchName);

    /// <summary>What a watch file says, or what is wrong with it.</summary>
    public static WatchCheck Check(InputFile file)
    {
        using var text = file.OpenText();
        return WatchFile.Check(file.Name, text);
    }

    private (InputFile? Watch, IReadOnlyList<InputFile> Prices, InputFile? Recipients) Files() => (
        Watching(),
        settings.Prices.Count > 0 ? [.. settings.Prices.Select(InputFile.Read)] : _folder.Read(ReplayFolder.PricesName) is { } prices ? [prices] : [],
        settings.Replay.Recipients is { } recipients ? InputFile.Read(recipients) : _folder.Read(ReplayFolder.RecipientsName));

    /// <summary>Takes the files that came with a wish, and starts the job that replays.</summary>
    /// <exception cref="RefusalException">A file is not as described, there is no watch file, nothing to replay or too much.</exception>
    public async Task<Job> OrderAsync(Caller caller, NewReplay asked, CancellationToken cancellation)
    {
        Keep(asked);
        var material = Material();
        var heads = await workbench.Store.HeadsAsync(cancellation);
        long transfers = heads.Sum(head => head.Transfers);
        if (transfers is 0 or > StoreReading.FitsMemory)
        {
            throw transfers == 0
                ? new RefusalException(Problem.Conflict, "There is nothing to replay: import transfers first.")
                : new RefusalException(Problem.TooMany, $"Expected at most {NumberText.Of(StoreReading.FitsMemory)} transfers to replay, found {NumberText.Of(transfers)}; 'spoor backtest' replays more.");
        }

        var job = board.Start(caller, Kind, (report, stop) => ReplayAsync(caller, material, report, stop));
        audit.Write(caller, "replay.ordered", new() { ["job"] = job.Id, ["watch"] = material.Files[0].Sha256 });
        return job;
    }

    /// <summary>What is wrong in a watch file that somebody wants to use; empty where nothing is.</summary>
    public static IReadOnlyList<FileFault> FaultsOf(string watch)
    {
        using var text = new StringReader(watch);
        return WatchFile.Check(ReplayFolder.WatchName, text).Faults;
    }

    private void Keep(NewReplay asked)
    {
        Refuse(asked.Watch is not null && settings.Replay.Watch is not null, "watch");
        Refuse(asked.Prices is not null && settings.Prices.Count > 0, "prices");
        Refuse(asked.Recipients is not null && settings.Replay.Recipients is not null, "recipients");
        if (asked.Watch is { } watch && FaultsOf(watch).Where(fault => !fault.IsWarning).ToList() is { Count: > 0 } faults)
        {
            throw new RefusalException(Problem.BadBody, string.Join('\n', faults.Take(MostFaults)) + (faults.Count > MostFaults ? $"\nand {faults.Count - MostFaults} more." : ""));
        }

        // All are read before one is kept: a replay with half of what somebody meant would tell them something else.
        var given = new[] { (ReplayFolder.WatchName, asked.Watch), (ReplayFolder.PricesName, asked.Prices), (ReplayFolder.RecipientsName, asked.Recipients) }
            .Where(file => file.Item2 is not null).Select(file => (Name: file.Item1, Bytes: Encoding.UTF8.GetBytes(file.Item2!))).ToList();
        var now = Files();
        Asked.Read(Problem.BadBody, () => Read(
            Given(ReplayFolder.WatchName) ?? now.Watch, Given(ReplayFolder.PricesName) is { } prices ? [prices] : now.Prices, Given(ReplayFolder.RecipientsName) ?? now.Recipients));
        given.ForEach(file => _folder.Keep(file.Name, file.Bytes));

        InputFile? Given(string name) => given.FirstOrDefault(file => file.Name == name) is { Bytes: { } bytes } ? InputFile.Read(name, new MemoryStream(bytes)) : null;
    }

    private static void Refuse(bool isFixed, string what)
    {
        if (isFixed)
        {
            throw new RefusalException(Problem.Conflict, $"{what}: the server was started with --{what}, which is used; start it without to upload one.");
        }
    }

    private WatchMaterial Material()
    {
        var (watch, prices, recipients) = Files();
        return Asked.Read(Problem.Conflict, () => Read(watch, prices, recipients));
    }

    private static WatchMaterial Read(InputFile? watch, IReadOnlyList<InputFile> prices, InputFile? recipients) => watch is not null
        ? WatchMaterial.Read(watch, prices, recipients)
        : throw new RefusalException(Problem.Conflict, "There is no watch file yet: give one with the replay, or start the server with --watch FILE.");

    private async Task<byte[]> ReplayAsync(Caller caller, WatchMaterial material, Action<IReadOnlyList<(string Name, long Value)>> report, CancellationToken cancellation)
    {
        List<Transfer> transfers = [];
        foreach (var head in await workbench.Store.HeadsAsync(cancellation))
        {
            transfers.AddRange(await workbench.Store.AllAsync(head.Chain, cancellation));
        }

        var replay = WatchReplay.Run(material.Over(transfers), (block, blocks, notices) => report([("block", block), ("blocks", blocks), ("notices", notices)]), cancellation);
        IReadOnlyList<string> warnings = [.. BlindnessText.Sentences(replay.Blindness, material.Watch, TokenList.Builtin)];
        byte[] document = DocumentAnswer.BytesOf(output => WatchReplayJson.Write(replay, (settings.Clock.GetUtcNow(), caller.Name, material.Files), warnings, output));
        _folder.KeepLast(document);
        return document;
    }
}
