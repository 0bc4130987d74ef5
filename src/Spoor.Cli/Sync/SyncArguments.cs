using System.CommandLine;
using Spoor.Chains.Nodes;
using Spoor.Chains.Sync;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Storage;
using Spoor.Storage.ClickHouse;
using Spoor.Transfers;

namespace Spoor.Cli.Sync;

/// <summary>What <c>spoor sync</c> is told on the command line.</summary>
internal sealed class SyncArguments
{
    private readonly Option<string> _chain = new("--chain") { Description = "The chain, by name or CAIP-2 id.", HelpName = "CHAIN", Required = true };
    private readonly Option<string[]> _rpc = new("--rpc") { Description = "Where the node answers; give more for stand-ins, in order of preference.", HelpName = "URL", Required = true, Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _ws = new("--ws") { Description = "Where the node gives notice of new blocks, ws or wss.", HelpName = "URL" };
    private readonly Option<long?> _from = new("--from") { Description = "First block of a store that has none of the chain yet [default: 0].", HelpName = "HEIGHT" };
    private readonly Option<long?> _to = new("--to") { Description = "Last block [default: the head].", HelpName = "HEIGHT" };
    private readonly Option<bool> _follow = new("--follow") { Description = "Go on with each new block until interrupted." };
    private readonly Option<int?> _rate = new("--rate") { Description = "Most requests a second to each URL [default: no limit].", HelpName = "N" };
    private readonly Option<bool> _private = new("--private-chain") { Description = "The node's chain is a private copy of this one, with another first block." };
    private readonly Option<bool> _json = new("--json") { Description = "For programs." };
    private readonly DataOption _data = DataOption.Create();
    private readonly StoreOption _store = StoreOption.Create();

    public SyncArguments()
    {
        _from.AcceptOnlyNaturals();
        _to.AcceptOnlyNaturals();
        _rate.AcceptOnlyAboveZero();
        Command = new("sync", "Read a chain from a node into the store and keep up with it, through reorganisations and restarts.")
        {
            _chain, _rpc, _ws, _from, _to, _follow, _rate, _private, _data, _store, _json,
        };
    }

    public Command Command { get; }

    /// <exception cref="FormatException">The chain is unknown.</exception>
    public Asked Read(ParseResult parsed, Terminal terminal) => new(
        ChainRegistry.Find(parsed.GetValue(_chain)!),
        parsed.GetValue(_rpc)!,
        parsed.GetValue(_ws),
        new() { From = parsed.GetValue(_from), To = parsed.GetValue(_to), Follow = parsed.GetValue(_follow) },
        new() { RequestsPerSecond = parsed.GetValue(_rate) },
        _data.FolderOf(parsed, terminal),
        _store.AskedFor(_data, parsed),
        parsed.GetValue(_private),
        parsed.GetValue(_json));

    internal sealed record Asked(
        Chain Chain, IReadOnlyList<string> Urls, string? Notices, SyncOptions Options, TransportLimits Limits, DataFolder Folder, ClickHouseAddress? Store, bool IsPrivate, bool Json);
}
