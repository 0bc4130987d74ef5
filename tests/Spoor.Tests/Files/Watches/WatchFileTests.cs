using System.Text;
using Spoor.Chains.Files.Watches;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Tests.Files.Watches;

public sealed class WatchFileTests
{
    private const string Hot = "0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598";

    [Fact]
    public void Every_key_arrives_where_it_belongs()
    {
        var owner = SmallWatch.Read(SmallWatch.Yaml).Owners[0];

        Assert.Equal("Example Exchange", owner.Name);
        Assert.Equal(new Uri("https://hooks.example.org/spoor"), owner.Hook);
        Assert.Equal(
            new WatchPolicy
            {
                AlertScore = 500,
                PageScore = 3_000,
                DrainShare = 500,
                Floor = UsdValue.OfDollars(100_000),
                ColdStartExtreme = UsdValue.OfDollars(1_000_000),
                ReconcilesWithdrawals = true,
                WithdrawalGrace = TimeSpan.FromMinutes(2),
            },
            owner.Policy);
        Assert.Equal(["eip155:1", "eip155:137", "tron:0x2b6653dc", "eip155:1"], owner.Wallets.Select(wallet => wallet.Chain.Value));
        Assert.Equal(owner.Wallets[0].Address, owner.Wallets[1].Address);
        Assert.Equal([WalletUse.Hot, WalletUse.Hot, WalletUse.Hot, WalletUse.Cold], owner.Wallets.Select(wallet => wallet.Use));
        Assert.Equal("Hot 1", owner.Wallets[1].Name);
    }

    [Fact]
    public void Opening_balances_are_exact_units_of_their_chain()
    {
        var wallets = SmallWatch.Read(SmallWatch.Yaml).Owners[0].Wallets;

        Assert.Equal(
            [
                "eip155:1/erc20:0x000000000000000000000000000000000000dead 17",
                "eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7 1000000250000",
                "eip155:1/slip44:60 5080500000000000000000",
            ],
            wallets[0].Opening.OrderBy(held => held.Key).Select(held => $"{held.Key} {held.Value}"));
        Assert.Equal("eip155:137/slip44:966 12000000000000000000", wallets[1].Opening.Select(held => $"{held.Key} {held.Value}").Single());
        Assert.Equal(new Amount(1), wallets[2].Opening.Values.Single());
        Assert.Empty(wallets[3].Opening);
    }

    [Fact]
    public void A_planned_movement_says_when_whence_whither_and_how_much()
    {
        var planned = SmallWatch.Read(SmallWatch.Yaml).Owners[0].Planned;

        Assert.Equal(["cold-2026-03", "both-chains"], planned.Select(one => one.Id));
        Assert.Equal(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), planned[0].Until);
        Assert.Equal(AddressText.Parse(ChainId.Parse("eip155:1"), Hot), planned[0].Senders.Single());
        Assert.Equal("2000000000000000000000", $"{planned[0].Limits.Values.Single()}");
        Assert.Null(planned[1].Chain);
        Assert.Empty(planned[1].Senders);
        Assert.Equal(2, planned[1].Recipients.Count);
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var watch = SmallWatch.Read(SmallWatch.Yaml);
        string text = WatchText.Write(watch);
        var again = SmallWatch.Read(text);

        Assert.Equal(SmallWatch.Facts(watch), SmallWatch.Facts(again));
        Assert.Equal(text, WatchText.Write(again));
    }

    [Fact]
    public void A_planned_movement_added_by_a_program_reads_back_equal()
    {
        var watch = SmallWatch.Read(SmallWatch.Yaml);
        var owner = watch.Owners[1];
        var planned = new PlannedMovement
        {
            Id = "p \"1\"",
            Reason = @"Said: ""now"" \ # not a comment: { [ ö",
            From = new(2026, 5, 1, 1, 2, 3, 456, TimeSpan.Zero),
            Until = new(2026, 5, 2, 0, 0, 0, TimeSpan.Zero),
            Recipients = new HashSet<Address> { owner.Wallets[0].Address },
            Limits = new Dictionary<AssetId, Amount> { [AssetId.Parse("eip155:1/slip44:60")] = new(UInt128.MaxValue) },
        };
        var added = new WatchList([watch.Owners[0], owner with { Planned = [planned] }]);

        Assert.Equal(SmallWatch.Facts(added), SmallWatch.Facts(SmallWatch.Read(WatchText.Write(added))));
    }

    [Theory]
    [InlineData("name: Desk", "name: example exchange", 46, "name: expected an owner once")]
    [InlineData("use: cold", "use: colt", 30, "use: expected one of hot, cold, deposit, gas, treasury, thief, dead, found 'colt'; did you mean 'cold'?")]
    [InlineData("[ethereum, polygon]", "[ethereum, polygone]", 14, "chains: expected a chain by its name or CAIP-2 id")]
    [InlineData("[ethereum, polygon]", "[ethereum, eip155:1]", 14, "chains: expected a chain once")]
    [InlineData("[ethereum, polygon]", "[]", 14, "chain")]
    [InlineData("0xD782E53A49D564F5fce4bA99555DD25d16d02a75", Hot, 48, "address: expected a wallet once, found 0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598, which line 15 lists on Ethereum (eip155:1) already")]
    [InlineData("0xD782E53A49D564F5fce4bA99555DD25d16d02a75", "0xD782E53A49D564F5fce4bA99555DD25d16d02a76", 48, "checksum")]
    [InlineData("TFp4V3S9JqJyQAMMCewyn4aAaLueJwzS7H", "TFp4V3S9JqJyQAMMCewyn4aAaLueJwzS7J", 24, "address: expected an address of Tron")]
    [InlineData("asset: USDT", "asset: USTD", 20, "asset: expected a symbol that one asset of Ethereum (eip155:1) has")]
    [InlineData("amount: 1000000.25", "amount: 1_000", 20, "without separators")]
    [InlineData("amount: 1000000.25", "amount: 0.0000001", 20, "at most 6 digits")]
    [InlineData("units: 17", "amount: 17", 21, "the decimals of eip155:1/erc20:0x000000000000000000000000000000000000dead are not known")]
    [InlineData("units: 17", "units: 1.5", 21, "units: expected a whole number")]
    [InlineData("asset: POL, amount: 12", "asset: POL", 22, "either an amount in whole coins or units")]
    [InlineData("{chain: polygon, asset: POL", "{asset: POL", 22, "chain: expected which of Ethereum (eip155:1), Polygon (eip155:137)")]
    [InlineData("chain: polygon, asset: POL", "chain: tron, asset: TRX", 22, "chain: expected one of")]
    [InlineData("until: 2026-03-01T12:00Z", "until: 2026-03-01T07:00Z", 35, "until: expected a time after 'from'")]
    [InlineData("until: 2026-03-01T12:00Z", "until: 1.3.2026", 35, "until: expected a time in UTC")]
    [InlineData("senders: [\"0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598\"]", "senders: [\"0x8701EDD420781fE6B12238b4b9719faB6e6e7A63\"]", 37, "senders: expected wallets of the owner")]
    [InlineData("recipients: [\"0xf54635836862aAD6e255E9B4FE49275fA5047E5d\"]", "recipients: []", 38, "recipients: expected the addresses it may go to")]
    [InlineData("id: both-chains", "id: cold-2026-03", 41, "id: expected an id once")]
    [InlineData("https://hooks.example.org/spoor", "https://me:secret@example.org/", 3, "hook: expected an address")]
    [InlineData("https://hooks.example.org/spoor", "file:///etc/passwd", 3, "hook: expected an address")]
    [InlineData("page_score: 3", "page_score: 0.2", 6, "page_score: expected at least the alert score")]
    [InlineData("alert_score: 0.5", "alert_score: high", 5, "alert_score: expected a number from -100 to 100")]
    [InlineData("drain_share_percent: 50", "drain_share_percent: 101", 7, "drain_share_percent: expected a number from 0.1 to 100")]
    [InlineData("floor_usd: 100000", "floor_usd: 100,000", 8, "floor_usd: expected a whole number of dollars")]
    [InlineData("reconcile: true", "reconcile: yes", 11, "reconcile: expected true or false")]
    [InlineData("grace_seconds: 120", "grace_seconds: 100000", 12, "grace_seconds: expected a number from 0 to 86400")]
    [InlineData("hook:", "hok:", 3, "did you mean 'hook'?")]
    [InlineData("name: Hot 1", "name: \"Hot \\e[31m\"", 17, "name: expected text without control characters")]
    public void A_planted_fault_is_named_with_its_line_and_field(string right, string wrong, long line, string message)
    {
        string planted = SmallWatch.Yaml.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(SmallWatch.Yaml, planted);

        var check = SmallWatch.Check(planted);

        Assert.Null(check.Watch);
        Assert.True(check.Faults.Any(fault => fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal)), string.Join('\n', check.Faults));
        Assert.Throws<FormatException>(() => SmallWatch.Read(planted));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string planted = SmallWatch.Yaml.Replace("use: cold", "use: colt", StringComparison.Ordinal).Replace("asset: USDT", "asset: USTD", StringComparison.Ordinal)
            .Replace("name: Desk", "nmae: Desk", StringComparison.Ordinal);

        var check = SmallWatch.Check(planted);

        Assert.Equal([20, 30, 46, 46], check.Faults.Select(fault => fault.Line));
        Assert.Contains("And 3 more; 'spoor watch check' lists them.", Assert.Throws<FormatException>(() => SmallWatch.Read(planted)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owners: []", "owners")]
    [InlineData("", "document")]
    [InlineData("- a", "document")]
    [InlineData("owners: {", "")]
    [InlineData("owners: &a [*a]", "anchors")]
    public void What_is_no_watch_file_is_refused(string yaml, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => SmallWatch.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        Assert.Equal("Desk", WatchFile.Read("watch.yaml", Encoding.UTF8.GetBytes(SmallWatch.Yaml)).Owners[1].Name);
        Assert.Throws<FormatException>(() => WatchFile.Read("watch.yaml", [0xff, 0xfe, 0x00]));
    }

    [Fact]
    public void A_flood_of_faults_ends_after_a_thousand()
    {
        var text = new StringBuilder("owners:\n  - name: A\n    wallets:\n");
        for (int i = 0; i < 5_000; i++)
        {
            text.Append("      - {chain: nowhere, address: x, use: hot}\n");
        }

        Assert.Equal(1_000, SmallWatch.Check(text.ToString()).Faults.Count);
    }

    [Fact]
    public void An_owner_without_a_hot_wallet_is_warned_of()
    {
        var check = SmallWatch.Check(SmallWatch.Yaml.Replace("d16d02a75\", use: hot", "d16d02a75\", use: gas", StringComparison.Ordinal));

        Assert.NotNull(check.Watch);
        Assert.Equal((47, true), (check.Faults.Single().Line, check.Faults.Single().IsWarning));
    }

    [Fact]
    public void The_wallets_of_the_example_are_those_of_its_incident()
    {
        var watched = WatchFile.Read(Repository.File("examples/watches/coinex-2023.yaml")).Owners.Single().Wallets;
        var known = Spoor.Chains.Files.Incidents.IncidentFolder.Check(Repository.File("examples/coinex-2023")).Facts!.Wallets;

        Assert.All(watched, wallet => Assert.Contains(known, one => one.Account == (wallet.Chain, wallet.Address)));
        Assert.Equal(9, watched.Count(wallet => wallet.Use == WalletUse.Hot));
    }
}
