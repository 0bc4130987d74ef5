using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Losses;
using Spoor.Cli.Commands;
using Spoor.Cli.Labels;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing.ServiceSwaps;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Cli.Swaps;

/// <summary><c>spoor swap candidates</c>: which payouts of a swap service may be the other side of a deposit.</summary>
internal static class SwapCandidatesCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor swap candidates --wallet FixedFloat=eip155:1:0x… --prices minutes.csv.gz",
        "spoor swap candidates --service changenow --labels labels.csv --prices minutes.csv.gz --from 0x…",
        "spoor swap candidates --wallet desk=tron:0x2b6653dc:T… --wallet desk=eip155:1:0x… --prices closes.csv --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var wallet = new Option<string[]>("--wallet") { Description = "A wallet of a service, at which it gathers or from which it pays; may be repeated.", HelpName = "NAME=ACCOUNT" };
        var service = new Option<string[]>("--service") { Description = "Wallets of the labels whose name or actor holds this word; may be repeated.", HelpName = "WORD" };
        var labels = new Option<string[]>("--labels") { Description = "Labels for --service: any kind of docs/labels.md; may be repeated.", HelpName = "FILE" };
        var prices = new Option<string[]>("--prices") { Description = "Prices (docs/methods/prices.md); of two that differ, the first named is used.", HelpName = "FILE" };
        var from = new Option<string[]>("--from") { Description = "Only deposits of this payer; may be repeated.", HelpName = "ADDRESS" };
        var json = new Option<bool>("--json") { Description = "For programs: swap-candidates/1 (docs/json.md)." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        var command = new Command("candidates", "Show, for each deposit at a swap service, the payouts that fit it in time and value.") { wallet, service, labels, prices, from, data, store, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var named = (parsed.GetValue(wallet) ?? []).Select(NamedWallets.OfText);
            var labelled = NamedWallets.OfLabels(TypedLabels.Read(parsed.GetValue(labels) ?? [], terminal).Book, parsed.GetValue(service) ?? []);
            var wallets = new ServiceWallets(named.Concat(labelled));
            if (wallets.All.Count == 0)
            {
                throw new FormatException("Expected the wallets of a service: --wallet NAME=ACCOUNT, or --service WORD with --labels FILE that name some; found none.");
            }

            var files = (parsed.GetValue(prices) ?? []).Select(name => InputFile.Read(terminal.PathOf(name))).ToList();
            var book = new PriceBook(files.SelectMany(file => PriceFile.Read(file).Prices), PriceSymbols.Builtin);
            var payers = (parsed.GetValue(from) ?? []).Select(text => AccountText.Parse(text, null).Address).ToHashSet();
            var parameters = new SwapParameters();
            using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
            var traffic = await SwapSearch.ReadAsync(archive, wallets, parameters, cancellation);
            var found = SwapMatching.Of(
                traffic, deposit => payers.Count == 0 || (deposit.Payment.From is { } payer && payers.Contains(payer)), new(book, TokenList.Builtin), parameters);
            if (parsed.GetValue(json))
            {
                SwapCandidatesJson.Write(found, wallets, parameters, [.. files.Select(file => new CitedFile(file.Name, file.Sha256))], terminal.Bytes);
            }
            else
            {
                SwapText.Write(terminal, found, parameters);
            }

            return found.Any(hypothesis => hypothesis.Candidates.Count > 0) ? ExitCode.Done : ExitCode.Nothing;
        }
    }
}
