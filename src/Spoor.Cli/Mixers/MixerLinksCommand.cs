using System.CommandLine;
using Spoor.Chains.Files;
using Spoor.Chains.Files.Mixers;
using Spoor.Cli.Commands;
using Spoor.Cli.Output;
using Spoor.Reporting;
using Spoor.Tracing.Mixers;
using Spoor.Transfers;

namespace Spoor.Cli.Mixers;

/// <summary><c>spoor mixer links</c>: which withdrawals may be of which deposits.</summary>
internal static class MixerLinksCommand
{
    private static readonly IReadOnlyList<string> Examples =
    [
        "spoor mixer links --from 0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
        "spoor mixer links --chain bsc --pool '100 BNB' --gas-prices transactions.csv.gz",
        "spoor mixer links --to 0x… --data case-17 --json",
    ];

    public static Verb Create(Terminal terminal)
    {
        var chain = new Option<string>("--chain") { Description = "The chain of the pools.", HelpName = "CHAIN", DefaultValueFactory = _ => "ethereum" };
        var pool = new Option<string[]>("--pool") { Description = "Only withdrawals from this pool, such as '10 ETH' or its address; may be repeated.", HelpName = "POOL" };
        var from = new Option<string[]>("--from") { Description = "Only this depositor; may be repeated.", HelpName = "ADDRESS" };
        var to = new Option<string[]>("--to") { Description = "Only this recipient; may be repeated.", HelpName = "ADDRESS" };
        var gas = new Option<string?>("--gas-prices") { Description = "Gas prices by transaction (columns hash, gas_price).", HelpName = "FILE" };
        var mining = new Option<string?>("--mining-claims") { Description = "Claims of anonymity mining (columns account, points, tx).", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "For programs: mixer-links/1 (docs/json.md)." };
        var data = DataOption.Create();
        var store = StoreOption.Create();
        var command = new Command("links", "Show which withdrawals from the pools of Tornado Cash may be of which deposits.") { chain, pool, from, to, gas, mining, data, store, json };
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => RunAsync(parsed, cancellation), cancellation));
        return new(command, Examples);

        async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var on = ChainRegistry.Find(parsed.GetValue(chain)!).Id;
            var pools = (parsed.GetValue(pool) ?? []).Select(text => PoolOf(on, text)).ToHashSet();
            var sources = Addresses(on, parsed.GetValue(from));
            var recipients = Addresses(on, parsed.GetValue(to));
            var prices = Input(parsed.GetValue(gas));
            var claims = Input(parsed.GetValue(mining));
            using var archive = await store.OpenExistingAsync(data, parsed, terminal, cancellation);
            var ground = await MixerSearch.ReadAsync(
                archive, on, new(), claims is null ? [] : MiningClaimFile.Read(claims, on), prices is null ? null : GasPriceFile.Read(prices), cancellation);
            var links = MixerLinks.Of(ground).About(sources, recipients, pools);
            if (parsed.GetValue(json))
            {
                MixerLinksJson.Write(links, [.. new[] { prices, claims }.OfType<InputFile>().Select(file => new CitedFile(file.Name, file.Sha256))], terminal.Bytes);
            }
            else
            {
                MixerText.Write(terminal, links);
            }

            return links.Hypotheses.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
        }

        InputFile? Input(string? name) => name is null ? null : InputFile.Read(terminal.PathOf(name));
    }

    private static HashSet<Address> Addresses(ChainId chain, string[]? texts) => [.. (texts ?? []).Select(text => AddressOn(chain, text))];

    private static Address AddressOn(ChainId chain, string text)
    {
        var (on, address) = AccountText.Parse(text, chain);
        return on == chain ? address : throw new FormatException($"Expected an address on {chain}, found '{text}'; name its chain with --chain.");
    }

    private static MixerPool PoolOf(ChainId chain, string text)
    {
        var known = MixerRegistry.On(chain);
        var named = known.FirstOrDefault(pool => string.Equals(pool.Name, text, StringComparison.OrdinalIgnoreCase));
        return named ?? (AddressText.TryParse(chain, text, out var address) && MixerRegistry.TryGet(chain, address, out var found) ? found
            : throw new FormatException($"Expected a pool of Tornado Cash on {chain} ({(known.Count == 0 ? "there is none" : string.Join(", ", known.Select(pool => pool.Name)))}), found '{text}'."));
    }
}
