using System.CommandLine;
using Spoor.Cli.Output;
using Spoor.Cli.Responding;
using Spoor.Records;
using Spoor.Response.Compensation;
using Spoor.Response.Compensation.Books;
using Spoor.Response.Compensation.Trees;
using Spoor.Storage.Acts;

namespace Spoor.Cli.Compensation;

/// <summary>The compensation of an incident as it lies on the desk.</summary>
internal sealed class OpenCompensation
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

    /// <summary>To look at: nobody is kept from writing.</summary>
    public static OpenCompensation Read(DeskOptions desk, ParseResult parsed, Terminal terminal) =>
        new(desk.IncidentOf(parsed), desk.Read(parsed, terminal), FolderOf(desk, parsed, terminal));

    /// <summary>To add to a log that is held open.</summary>
    public static OpenCompensation Of(DeskOptions desk, ParseResult parsed, Terminal terminal, ActFile file) =>
        new(desk.IncidentOf(parsed), file.Log, FolderOf(desk, parsed, terminal));

    public static CompensationFolder FolderOf(DeskOptions desk, ParseResult parsed, Terminal terminal) =>
        new(desk.FolderOf(parsed, terminal).FolderOf(desk.IncidentOf(parsed)));

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
