using System.CommandLine;
using System.Globalization;
using Spoor.Chains.Files.Watches;
using Spoor.Chains.Nodes;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Web.Operations;

namespace Spoor.Cli.Watching;

/// <summary>What <c>spoor watch</c> is told on the command line.</summary>
internal sealed class WatchOptions
{
    private readonly Argument<string> _file = new("WATCH.yaml") { Description = "Whose wallets are watched (docs/watches.md)." };
    private readonly Option<string[]> _rpc = ChainUrls.Option("--rpc", "Where a chain's node answers; give more of a chain for stand-ins, in order of preference.", "URL");
    private readonly Option<string[]> _ws = ChainUrls.Option("--ws", "Where a chain's node gives notice of new blocks, ws or wss.", "URL");
    private readonly Option<string[]> _from = ChainUrls.Option("--from", "First block of a chain that the data folder does not have yet [default: the head].", "HEIGHT");
    private readonly Option<string[]> _private = new("--private-chain") { Description = "The node's chain is a private copy of this one, with another first block.", HelpName = "CHAIN" };
    private readonly Option<string[]> _prices = new("--prices") { Description = "Prices in USD (docs/methods/prices.md) [default: none; amounts are then named, not valued].", HelpName = "FILE" };
    private readonly Option<string?> _withdrawals = new("--withdrawals") { Description = "What the exchange ordered itself, a CSV file (docs/watches.md).", HelpName = "FILE.csv" };
    private readonly Option<string?> _alerts = new("--alerts") { Description = "Where alerts are kept, one JSON document a line [default: alerts.jsonl in the data folder].", HelpName = "FILE.jsonl" };
    private readonly Option<string?> _listen = new("--listen") { Description = "Answer /healthz and /metrics here, such as http://127.0.0.1:9464.", HelpName = "URL" };
    private readonly Option<string?> _token = new("--withdrawals-token-env") { Description = "Take POST /withdrawals from whoever shows the token in this environment variable.", HelpName = "NAME" };
    private readonly Option<bool> _remote = new("--withdrawals-remote") { Description = "Take withdrawals also where other machines reach --listen; put TLS before it." };
    private readonly DataOption _data = DataOption.Create();
    private readonly TokensOption _tokens;
    private readonly WebhookOptions _webhooks;
    private readonly SuspensionPolicyOptions _suspends;

    public WatchOptions(Command command)
    {
        command.Arguments.Add(_file);
        Array.ForEach<Option>([_rpc, _ws, _from, _private, _data, _prices, _withdrawals, _alerts], command.Options.Add);
        _tokens = TokensOption.On(command);
        _webhooks = WebhookOptions.On(command);
        Array.ForEach<Option>([_listen, _token, _remote], command.Options.Add);
        _suspends = new(command);
    }

    /// <exception cref="FormatException">A file or an option is not as it must be.</exception>
    public WatchParts Read(ParseResult parsed, Terminal terminal)
    {
        var tokens = _tokens.Read(parsed, terminal);
        var watch = WatchFile.Read(terminal.PathOf(parsed.GetValue(_file)!), tokens);
        var prices = PricesOf(parsed, terminal, tokens);
        var folder = _data.FolderOf(parsed, terminal);
        if (folder.IsInMemory)
        {
            throw new FormatException("--data: expected a folder, found :memory:; alerts must outlive the process.");
        }

        string? listen = parsed.GetValue(_listen);
        if (listen is not null && parsed.GetValue(_token) is not null && !parsed.GetValue(_remote) && !OperationsEndpoint.IsLoopback(listen))
        {
            throw new FormatException($"--listen {listen}: expected an address of this machine where withdrawals are taken, since the token travels in the clear. Put TLS before it, or give --withdrawals-remote if that is done.");
        }

        return new()
        {
            Watch = watch,
            Prices = prices.Read(),
            PriceFiles = prices,
            Tokens = tokens,
            Nodes = NodesOf(parsed, terminal, watch),
            Folder = folder,
            AlertFile = parsed.GetValue(_alerts) is { } alerts ? terminal.PathOf(alerts) : Path.Combine(folder.Path, "alerts.jsonl"),
            Webhooks = _webhooks.Read(parsed, terminal, watch),
            Ordered = parsed.GetValue(_withdrawals) is { } csv ? WithdrawalLog.Read(terminal.PathOf(csv), tokens, watch) : [],
            Suspending = _suspends.Read(parsed, terminal),
            Listen = listen,
            WithdrawalToken = parsed.GetValue(_token) is { } name ? WebhookOptions.Variable(name) : null,
        };
    }

    private PriceFiles PricesOf(ParseResult parsed, Terminal terminal, TokenList tokens) =>
        new([.. (parsed.GetValue(_prices) ?? []).Select(terminal.PathOf)], tokens);

    private IReadOnlyList<WatchedNode> NodesOf(ParseResult parsed, Terminal terminal, WatchList watch)
    {
        var rpc = ChainUrls.Read("--rpc", parsed.GetValue(_rpc) ?? []);
        var wallets = watch.Owners.SelectMany(owner => owner.Wallets).Select(wallet => wallet.Chain).Distinct().Order().ToList();
        var missing = wallets.Except(rpc.Select(of => of.Chain.Id)).ToList();
        if (missing.Count > 0)
        {
            throw new FormatException($"Expected a node for every chain with a watched wallet, found none for {string.Join(", ", missing.Select(NoticeText.NameOf))}; name it with --rpc {missing[0]}=URL.");
        }

        var notices = ChainUrls.Read("--ws", parsed.GetValue(_ws) ?? []).ToDictionary(of => of.Chain.Id, of => of.Values[0]);
        var from = ChainUrls.Read("--from", parsed.GetValue(_from) ?? []).ToDictionary(of => of.Chain.Id, of => Height(of.Values[0]));
        var copies = (parsed.GetValue(_private) ?? []).Select(name => ChainRegistry.Find(name).Id).ToHashSet();
        RefuseUnread("--ws", notices.Keys, rpc);
        RefuseUnread("--from", from.Keys, rpc);
        RefuseUnread("--private-chain", copies, rpc);
        return
        [
            .. rpc.Select(of => WatchNodes.Open(of.Chain, of.Values, notices.GetValueOrDefault(of.Chain.Id), copies.Contains(of.Chain.Id), terminal.Clock)
                with
                {
                    From = from.TryGetValue(of.Chain.Id, out long height) ? height : null,
                    Shown = [.. of.Values.Select(url => NodeEndpoint.Parse(url).Shown)],
                }),
        ];
    }

    private static void RefuseUnread(string option, IEnumerable<ChainId> chains, IReadOnlyList<(Chain Chain, IReadOnlyList<string> Values)> rpc)
    {
        var unread = chains.Except(rpc.Select(of => of.Chain.Id)).Order().ToList();
        if (unread.Count > 0)
        {
            throw new FormatException($"{option}: expected a chain that --rpc names, found {string.Join(", ", unread)}; name its node with --rpc {unread[0]}=URL, or leave it out.");
        }
    }

    private static long Height(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long height)
        ? height
        : throw new FormatException($"--from: expected a block's height, found '{text}'.");
}
