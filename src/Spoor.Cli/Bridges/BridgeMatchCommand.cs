using System.CommandLine;
using System.Text;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Bridges;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Tracing.Bridges;
using Spoor.Transfers;
using Spoor.Workspace.Questions;

namespace Spoor.Cli.Bridges;

/// <summary><c>spoor bridge match</c>: deposits and payouts of files, joined by id, by stated fields, or by search.</summary>
internal sealed class BridgeMatchCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor bridge match deposits.csv payouts.csv",
        "spoor bridge match ethereum.csv moonbeam.csv --no-ids --truth pairs.csv",
        "spoor bridge match deposits.csv payouts.csv --from ethereum --to polygon --search-window 7200 --out matches.csv",
        "spoor bridge match deposits.csv payouts.csv --json",
    ];

    private readonly Argument<string> _deposits = new("deposits") { Description = "CSV of what bridges took in, or JSON as Connector publishes it; may be packed (.gz)." };
    private readonly Argument<string> _payouts = new("payouts") { Description = "CSV of what bridges paid out." };
    private readonly Option<string?> _from = new("--from") { Description = "The chain of deposits that name none.", HelpName = "CHAIN" };
    private readonly Option<string?> _to = new("--to") { Description = "The chain of payouts that name none.", HelpName = "CHAIN" };
    private readonly Option<string?> _truth = new("--truth") { Description = "Known pairs of transactions: says which matches are right.", HelpName = "FILE" };
    private readonly Option<bool> _noIds = new("--no-ids") { Description = "Leave message ids unread, to see what the rest can do." };
    private readonly Option<bool> _noFields = new("--no-fields") { Description = "Search only by recipient, time and amount." };
    private readonly Option<int> _fieldWindow = new("--field-window") { Description = "How long after a deposit a payout with its stated fields is taken for it.", HelpName = "SECONDS", DefaultValueFactory = _ => (int)BridgeWindows.Default.FieldWindow.TotalSeconds };
    private readonly Option<int?> _searchWindow = new("--search-window") { Description = "How long after a deposit is searched [default: 1800; 3600 on Polygon].", HelpName = "SECONDS" };
    private readonly Option<string> _maxFee = new("--max-fee") { Description = "The largest fee of the search, as a share of the deposit.", HelpName = "SHARE", DefaultValueFactory = _ => "0.03" };
    private readonly Option<string?> _out = new("--out") { Description = "Write every deposit with its candidates as CSV.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "For programs: bridge-match/1 (docs/json.md)." };

    public static Verb Create(Terminal terminal) => new BridgeMatchCommand().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        _fieldWindow.AcceptOnlyNaturals();
        _searchWindow.AcceptOnlyNaturals();
        var command = new Command("match", "Match deposits into bridges with their payouts on other chains, from two files.")
        {
            _deposits, _payouts, _from, _to, _truth, _noIds, _noFields, _fieldWindow, _searchWindow, _maxFee, _out, _json,
        };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, terminal, cancellation), cancellation));
        return new(command, Examples);
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var windows = WindowsOf(parsed);
        var deposits = InputFile.Read(terminal.PathOf(parsed.GetValue(_deposits)!));
        var payouts = InputFile.Read(terminal.PathOf(parsed.GetValue(_payouts)!));
        var truth = parsed.GetValue(_truth) is { } pairs ? InputFile.Read(terminal.PathOf(pairs)) : null;
        var taken = BridgeLegFile.Read(deposits, BridgeSide.Deposit, ChainOf(parsed, _from));
        var paid = BridgeLegFile.Read(payouts, BridgeSide.Payout, ChainOf(parsed, _to));
        var matches = new BridgeMatcher(windows).Match([.. taken, .. paid]);
        var report = new BridgeMatchReport(windows, matches, paid.Count, truth is null ? null : BridgePairFile.Read(truth))
        {
            Files = [.. new[] { deposits, payouts, truth }.OfType<InputFile>()],
        };
        if (parsed.GetValue(_out) is { } path)
        {
            await File.WriteAllTextAsync(terminal.PathOf(path), BridgeMatchCsv.Of(report), new UTF8Encoding(false), cancellation);
        }

        if (parsed.GetValue(_json))
        {
            BridgeMatchJson.Write(report, terminal.Bytes);
        }
        else
        {
            BridgeMatchText.Write(terminal, report);
        }

        return matches.Deposits.Any(match => match.Outcome == BridgeOutcome.Matched) ? ExitCode.Done : ExitCode.Nothing;
    }

    private BridgeWindows WindowsOf(ParseResult parsed)
    {
        var usual = BridgeWindows.Default;
        TimeSpan? search = parsed.GetValue(_searchWindow) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return usual with
        {
            Ids = !parsed.GetValue(_noIds),
            Fields = !parsed.GetValue(_noFields),
            FieldWindow = TimeSpan.FromSeconds(parsed.GetValue(_fieldWindow)),
            SearchWindow = search ?? usual.SearchWindow,
            PolygonSearchWindow = search ?? usual.PolygonSearchWindow,
            MaxFeePpm = (int)ShareText.PerMillion(parsed.GetValue(_maxFee)!),
        };
    }

    private static ChainId? ChainOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } name ? null
        : ChainRegistry.TryFind(name, out var known) ? known.Id
        : ChainId.TryParse(name, out var chain) ? chain
        : throw new FormatException($"{option.Name}: expected a chain such as ethereum or eip155:1, found '{name}'.");
}
