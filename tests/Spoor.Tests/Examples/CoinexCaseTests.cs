using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Transfers;

namespace Spoor.Tests.Examples;

public sealed partial class CoinexCaseTests
{
    private static readonly CoinexCase Case = CoinexCase.Read();

    private static readonly string[] Kinds = ["primary", "compilation", "press"];

    private static readonly string[] Qualities = ["exact", "rounded"];

    [Fact]
    public void Every_row_and_every_entry_names_a_source_that_is_listed()
    {
        var named = Case.Wallets.Concat(Case.Totals).Select(row => (row.Place, Keys: row["source"]))
            .Concat(Case.Transfers.Select(row => (row.Place, Keys: InBrackets().Match(row["note"]).Groups[1].Value)))
            .Concat(Case.Incident.Timeline.Select(entry => (Place: entry.Utc, Keys: entry.Source)))
            .Concat(Case.Incident.LossStatements.Concat(Case.Incident.Rescue.Statements).Select(said => (Place: said.Who, Keys: said.Source)));

        Assert.DoesNotContain(named, row => !row.Keys.Split(';').All(Case.Incident.Sources.ContainsKey));
    }

    [Fact]
    public void Every_source_is_used_and_can_be_looked_up()
    {
        var used = Case.Wallets.Concat(Case.Totals).SelectMany(row => row["source"].Split(';'))
            .Concat(Case.Totals.SelectMany(row => InBrackets().Match(row["note"]).Groups[1].Value.Split(';')))
            .Concat(Case.Incident.Timeline.SelectMany(entry => entry.Source.Split(';')))
            .Concat(Case.Incident.LossStatements.Concat(Case.Incident.Rescue.Statements).SelectMany(said => said.Source.Split(';')));

        Assert.Empty(Case.Incident.Sources.Keys.Except(used));
        Assert.All(Case.Incident.Sources.Values, source =>
        {
            Assert.Contains(source.Kind, Kinds);
            Assert.NotEmpty(source.Title);
            Assert.StartsWith("https://", source.Url, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_date_parses_and_the_time_line_is_in_order()
    {
        var times = Case.Incident.Timeline.Select(entry => (Time: Parse(entry.Utc), HasTime: entry.Utc.Contains('T', StringComparison.Ordinal))).ToList();
        var days = times.Select(entry => entry.Time.Date);
        var exact = times.Where(entry => entry.HasTime).Select(entry => entry.Time);
        var others = Case.Totals.Select(row => row["as_of"])
            .Concat(Case.Transfers.Select(row => row["time"]))
            .Concat(Case.Incident.LossStatements.Concat(Case.Incident.Rescue.Statements).Select(said => said.When));

        Assert.Equal(days.Order(), days);
        Assert.Equal(exact.Order(), exact);
        Assert.Equal(Parse(Case.Incident.StartedUtc), exact.First());
        Assert.All(others, text => Assert.InRange(Parse(text), Parse("2023-09-12"), Parse("2023-09-30")));
    }

    [Fact]
    public void The_first_theft_falls_on_a_slot_of_Ethereum()
    {
        // Slots are 12 seconds long and start at 2020-12-01T12:00:23Z; every block since the Merge carries the time of one.
        long seconds = Parse(Case.Incident.StartedUtc).ToUnixTimeSeconds() - 1_606_824_023;

        Assert.Equal(0, seconds % 12);
    }

    [Fact]
    public void No_row_claims_a_transaction_without_a_hash() =>
        Assert.All(Case.Transfers, row =>
        {
            Assert.True(TxHash.TryParse(row["tx"], out _), row.Place);
            Assert.Contains(row["quality"], Qualities);
            Assert.Equal(ChainId.Parse(row["chain"]), AssetId.Parse(row["asset"]).Chain);
            Assert.False(Amount.Parse(row["amount"]).IsZero);
        });

    [Fact]
    public void The_wallets_have_known_roles_and_stand_once()
    {
        string[] roles = ["thief", "thief_onward", "suspect", "linking", "hot", "rescue", "own"];

        Assert.Empty(Case.Wallets.Where(row => !roles.Contains(row["role"])).Select(row => row.Place));
        Assert.Equal(Case.Wallets.Count, Case.Wallets.Select(row => (row["chain"], row["address"])).Distinct().Count());
        var rescue = Assert.Single(Case.Wallets, row => row["role"] == "rescue");
        Assert.Equal((Case.Incident.Rescue.Chain, Case.Incident.Rescue.Address), (rescue["chain"], rescue["address"]));
    }

    [Fact]
    public void Chains_are_CAIP_2_or_one_of_the_plain_names_in_the_readme()
    {
        string[] plain = ["aptos", "harmony", "kadena", "ton", "vechain", "xdag", "zilliqa"];

        Assert.Empty(Case.Wallets.Concat(Case.Totals).Concat(Case.Transfers)
            .Where(row => !plain.Contains(row["chain"]) && !ChainId.TryParse(row["chain"], out _))
            .Select(row => row.Place));
    }

    [Fact]
    public void An_address_of_a_transfer_or_a_total_is_a_wallet_of_the_case()
    {
        var wallets = Case.Wallets.Select(row => (row["chain"], row["address"])).ToHashSet();
        var used = Case.Totals.Select(row => (row["chain"], row["address"]))
            .Concat(Case.Transfers.SelectMany(row => new[] { (row["chain"], row["from"]), (row["chain"], row["to"]) }))
            .Where(use => use.Item2 is not ("" or "unknown"));

        Assert.DoesNotContain(used, use => !wallets.Contains(use));
    }

    [Fact]
    public void Addresses_of_the_chains_we_know_pass_their_checksum()
    {
        var known = Case.Wallets
            .Where(row => ChainId.TryParse(row["chain"], out var chain) && ChainRegistry.TryGet(chain, out _))
            .ToList();

        Assert.True(known.Count >= 40, $"{known.Count} of the wallets are on a chain we know.");
        Assert.All(known, row => AddressText.Parse(ChainId.Parse(row["chain"]), row["address"]));
    }

    [Theory]
    [InlineData("rekt-by-address", 54_280_000)]
    [InlineData("cyvers-by-chain", 26_911_000)]
    [InlineData("peckshield-31-by-chain", 30_795_000)]
    [InlineData("peckshield-43-by-chain", 43_195_000)]
    [InlineData("rescue", 72_000_000)]
    [InlineData("rescue-later", 89_000_000)]
    public void The_rows_of_a_statement_add_up_to_what_was_said(string statement, long usd)
    {
        long sum = Case.Totals.Where(row => row["statement"] == statement).Sum(row => long.Parse(row["usd"], CultureInfo.InvariantCulture));

        Assert.Equal(usd, sum);
        var said = Case.Incident.LossStatements.Concat(Case.Incident.Rescue.Statements).Select(one => one.Usd);
        Assert.Contains(said, figure => Math.Abs(figure - usd) <= 250_000);
    }

    [Fact]
    public void The_three_rows_of_ether_moved_on_make_the_11376_that_Cyvers_counted()
    {
        var moved = Case.Totals.Where(row => row["statement"] == "moved-on");

        Assert.Equal(11_376, moved.Sum(row => long.Parse(row["amount"], CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(
        text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"\[([-a-z0-9;]+)\]")]
    private static partial Regex InBrackets();
}
