using Spoor.Records;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Compensation.Trees;
using Spoor.Storage.Acts;

namespace Spoor.Workspace.Compensation;

/// <summary>The compensation of an incident as it lies on the desk.</summary>
public sealed class OpenCompensation
{
    private readonly ActLog _log;
    private readonly Act _opened;
    private readonly CompensationFolder _folder;
    private readonly PledgeTable _pledges;

    private OpenCompensation(string incident, ActLog log, CompensationFolder folder)
    {
        (Incident, _log, _folder) = (incident, log, folder);
        _opened = CompensationCase.OpeningOf(log)
            ?? throw new FormatException($"No compensation is open for {incident} on this desk. Open one with 'spoor compensation open', or name the desk with --desk.");
        Opening = OpeningAct.Read(_opened);
        _pledges = folder.ReadPledges(Opening);
    }

    public string Incident { get; }

    public CompensationOpening Opening { get; }

    /// <param name="log">Of the desk of the incident.</param>
    /// <exception cref="FormatException">None was opened, or a table beside the log is not the one that was named.</exception>
    public static OpenCompensation Of(string incident, ActLog log, CompensationFolder folder) => new(incident, log, folder);

    /// <summary>How the compensation of an incident stands by a log of its desk; null where none was opened.</summary>
    public static CompensationCase? CaseOf(string incident, ActLog log, DeskFolder desk) =>
        CompensationCase.OpeningOf(log) is null ? null : new OpenCompensation(incident, log, new(desk.FolderOf(incident))).Case();

    public CompensationCase Case() => CaseAt(null);

    /// <summary>As it was when a root was published last.</summary>
    public CompensationCase CasePublished() => CaseAt(CompensationCase.LastPublished(_log)
        ?? throw new FormatException($"No root of {Incident} is published yet. Publish one with 'spoor compensation tree'."));

    public MerkleSumTree TreeOf(CompensationBooks books) => MerkleSumTree.Build(
        new(Incident, [.. books.Assets.Select(asset => (asset.Code, asset.Decimals))], books.Customers.Count),
        books.Customers,
        books.PledgedNow(),
        new(Incident, _folder.ReadSecret(Opening.SecretSha256)));

    public int CustomerOf(string name) => _pledges.TryFindCustomer(name, out int customer)
        ? customer
        : throw new FormatException($"Customer: expected one of the balances, found '{name}'.");

    private CompensationCase CaseAt(long? until) =>
        CompensationCase.Fold(_log, _opened, _pledges, sha256 => _folder.ReadPayments(sha256, Opening.Pledged), until);
}
