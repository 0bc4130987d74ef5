using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Spoor.Tests.Approved;
using Spoor.Tests.Nodes;

namespace Spoor.Tests.Cli.Responding;

public sealed class RespondCommandTests
{
    private static readonly string[] Who = ["--by", "Ana", "--why", "hot wallet is being drained"];

    private readonly FakeTimeProvider _clock = new(new(2023, 9, 12, 14, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    [Fact]
    public async Task A_response_from_the_first_alert_to_the_first_answer_reads_as_approved()
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);
        await DoAsync(spoor, 0, ["respond", "note", "coinex-2023", "aware", "--at", "2023-09-12T13:25:00Z", .. Who]);
        await using (var hook = new WireServer(Honest))
        {
            await DoAsync(spoor, 0, ["respond", "suspend", "coinex-2023", "--asset", "USDT", "--chain", "ethereum", .. Hook(spoor, hook), .. Who]);
        }

        await using (var down = WireServer.Replying(WireReply.Of("403 No")))
        {
            await DoAsync(spoor, 1, ["respond", "suspend", "coinex-2023", "--asset", "TRX", "--chain", "tron", "--withdrawals", .. Hook(spoor, down), .. Who]);
        }

        await DoAsync(spoor, 0, "respond", "check", "coinex-2023", "--asset", "USDT", "--item", "hot-wallet-rotated", "--by", "Ben", "--why", "new keys");
        _clock.Advance(TimeSpan.FromMinutes(30));
        await DoAsync(spoor, 0, ["respond", "note", "coinex-2023", "classified", .. Who]);
        await DoAsync(spoor, 0, ["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", "--deadline", "2023-09-14T12:00:00Z", .. Who]);
        _clock.Advance(TimeSpan.FromMinutes(30));
        string packet = await PacketOfAsync(spoor, "Tether");
        await DoAsync(spoor, 0, ["respond", "freeze", "sent", packet, .. Who]);
        _clock.Advance(TimeSpan.FromHours(5));
        await DoAsync(spoor, 0, ["respond", "freeze", "decided", packet, "--outcome", "partly", "--frozen", "USDT=599.5", .. Who]);

        ApprovedText.Check("respond-status.txt", await PageAsync(spoor, "respond", "status", "coinex-2023"));
        ApprovedText.Check("respond-log.txt", await PageAsync(spoor, "respond", "log", "coinex-2023"));
        ApprovedText.Check("respond-clock.txt", await PageAsync(spoor, "respond", "clock", "coinex-2023"));
        ApprovedText.Check("respond-league.txt", await PageAsync(spoor, "respond", "league"));
        ApprovedText.Check("freeze-packet.txt", File.ReadAllText(FileOf(spoor, "freeze", $"{packet}.txt")));
        await FitsAsync(spoor, "docs/response.schema.json", "respond", "status", "coinex-2023", "--json");
        await FitsAsync(spoor, "docs/acts.schema.json", "respond", "log", "coinex-2023", "--json");
        await FitsAsync(spoor, "docs/response-clock.schema.json", "respond", "clock", "coinex-2023", "--json");
        await FitsAsync(spoor, "docs/freeze-league.schema.json", "respond", "league", "--json");
    }

    [Theory]
    [InlineData("Lazarus Group,sanctions")]
    [InlineData("A victim of another theft,donation")]
    [InlineData("1inch v3: Router,exchange")]
    public async Task Nobody_who_keeps_no_coins_of_others_is_sent_a_packet(string label)
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);
        spoor.Write("labels.csv", $"address,name,category\n{StolenTether.Exchange},{label}\n");

        await DoAsync(spoor, 0, ["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", .. Who]);

        Assert.Equal(
            ["Tether"],
            (await JsonAsync(spoor, "respond", "status", "coinex-2023")).GetProperty("freezes").EnumerateArray().Select(freeze => freeze.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task A_packet_has_all_that_its_recipient_asks_for_and_fits_its_schema()
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);

        var (code, _, talk) = await spoor.RunAsync(
            ["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", "--authority", "Hong Kong Police", "--case-number", "HK-17", "--contact", "desk@example.com", "--action", "kyc", .. Who]);

        Assert.Equal((0, false), (code, talk.Contains("do not say", StringComparison.Ordinal)));
        var exchange = Read(spoor, await PacketOfAsync(spoor, "Fence & Sons"));
        Assert.Empty(JsonSchema.Read("docs/freeze-packet.schema.json").Faults(exchange));
        Assert.Equal(["start", "payment", "exchange", "payment"], KindsOf(exchange.GetProperty("positions")[0]));
        Assert.Equal(["start", "payment", "payment"], KindsOf(exchange.GetProperty("positions")[1]));
        Assert.Equal(
            ["Hong Kong Police", "HK-17", "desk@example.com", "kyc"],
            [Text(exchange, "case", "authority"), Text(exchange, "case", "number"), Text(exchange, "requester", "contact"), Text(exchange, "requester", "action")]);
        var tether = Read(spoor, await PacketOfAsync(spoor, "Tether"));
        Assert.Empty(JsonSchema.Read("docs/freeze-packet.schema.json").Faults(tether));
        Assert.Equal(("600000000", StolenTether.Thief), (Text(tether.GetProperty("positions")[0], "units"), Text(tether.GetProperty("positions")[0], "address")));
    }

    [Fact]
    public async Task The_same_request_made_again_is_the_same_packet()
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);
        string[] words = ["respond", "freeze", "coinex-2023", "--data", "spoor-data", "--to", "Tether", .. Who];

        await DoAsync(spoor, 0, words);
        _clock.Advance(TimeSpan.FromDays(1));
        await DoAsync(spoor, 0, words);

        Assert.Single(Directory.GetFiles(FileOf(spoor, "freeze"), "*.json"));
        Assert.Single((await JsonAsync(spoor, "respond", "status", "coinex-2023")).GetProperty("freezes").EnumerateArray());
    }

    [Fact]
    public async Task Nobody_to_ask_is_an_answer_and_no_act()
    {
        using var spoor = new CommandRun { Clock = _clock };

        var (code, _, talk) = await spoor.RunAsync(["respond", "freeze", "stake-2023", .. Who]);

        Assert.Equal(1, code);
        Assert.Contains("reached nobody who could be asked", talk, StringComparison.Ordinal);
        Assert.Equal(1, (await spoor.RunAsync("respond", "log", "stake-2023")).Code);
    }

    [Fact]
    public async Task An_asset_is_not_opened_while_its_list_is_open_unless_somebody_says_why()
    {
        using var spoor = new CommandRun { Clock = _clock };
        await using var hook = new WireServer(Honest);
        string[] resume = ["respond", "resume", "case", "--asset", "ETH", "--chain", "ethereum", "--deposits", .. Hook(spoor, hook), .. Who];

        var (code, _, talk) = await spoor.RunAsync(resume);

        Assert.Equal(2, code);
        Assert.Contains("ETH stays suspended: the checklist has open items: new-addresses, old-addresses-dead, hot-wallet-rotated, balances-reconciled", talk, StringComparison.Ordinal);
        Assert.Empty(hook.Requests);
        await DoAsync(spoor, 0, [.. resume, "--override", "customers are stuck"]);
        Assert.Contains("opened with open items: customers are stuck", (await spoor.RunAsync("respond", "log", "case", "--json")).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_asset_whose_list_is_done_is_opened()
    {
        using var spoor = new CommandRun { Clock = _clock };
        spoor.Write("old.csv", $"chain,address\nethereum,{StolenTether.Between}\n");
        await using var hook = new WireServer(Honest);
        foreach (string item in (string[])["new-addresses", "hot-wallet-rotated", "balances-reconciled"])
        {
            await DoAsync(spoor, 0, ["respond", "check", "case", "--asset", "ETH", "--item", item, .. Who]);
        }

        await DoAsync(spoor, 0, ["respond", "check", "case", "--asset", "ETH", "--item", "old-addresses-dead", "--dead", "old.csv", .. Who]);
        await DoAsync(spoor, 0, ["respond", "resume", "case", "--asset", "ETH", "--chain", "ethereum", .. Hook(spoor, hook), .. Who]);

        Assert.Equal(0, (await spoor.RunAsync("watch", "check", Path.Combine("spoor-desk", "case", "dead-ETH.watch.yaml"))).Code);
    }

    [Fact]
    public async Task The_thiefs_addresses_and_those_that_got_a_share_are_watched_and_each_joining_says_why()
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);
        string[] words = ["respond", "watch", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", .. Who];

        await DoAsync(spoor, 0, words);
        var (_, again, _) = await spoor.RunAsync(words);

        string ethereum = File.ReadAllText(FileOf(spoor, "thief-eip155-1.watch.yaml"));
        Assert.StartsWith("0 addresses joined", again, StringComparison.Ordinal);
        Assert.Contains(StolenTether.Thief, ethereum, StringComparison.Ordinal);
        Assert.Contains("0x00000000000000000000000000000000000000d1", ethereum, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("0x00000000000000000000000000000000000000e1", ethereum, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("rule tainted-share 1: got 40 % of theft", (await spoor.RunAsync("respond", "log", "coinex-2023", "--json")).Result, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(FileOf(spoor), "*.watch.yaml"), file => Assert.Empty(Spoor.Chains.Files.Watches.WatchFile.Check(file).Faults));
    }

    [Fact]
    public async Task A_proposal_to_freeze_an_address_of_the_case_is_a_gap_and_any_other_is_not()
    {
        using var spoor = new CommandRun { Clock = _clock };

        var (code, page, _) = await spoor.RunAsync("respond", "gap", "coinex-2023", "--calldata", Proposal(StolenTether.Thief));
        var other = await spoor.RunAsync("respond", "gap", "coinex-2023", "--calldata", Proposal(StolenTether.Between));

        Assert.Equal(0, code);
        ApprovedText.Check("respond-gap.txt", page);
        Assert.Equal(1, other.Code);
        Assert.Equal(1, (await spoor.RunAsync("respond", "gap", "coinex-2023", "--calldata", "0x00")).Code);
        Assert.Equal(2, (await spoor.RunAsync("respond", "gap", "coinex-2023", "--calldata", "0xzz")).Code);
    }

    [Fact]
    public async Task What_watch_note_and_gap_print_for_programs_is_as_their_schemas_say()
    {
        using var spoor = await StolenTether.ImportedAsync(_clock);

        await FitsAsync(spoor, "docs/response-clock.schema.json", ["respond", "note", "coinex-2023", "aware", "--json", .. Who]);
        await FitsAsync(spoor, "docs/thief-watch.schema.json", ["respond", "watch", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", "--json", .. Who]);
        foreach (string calldata in (string[])[Proposal(StolenTether.Thief), Proposal("0x00000000000000000000000000000000000000d3"), "0x00"])
        {
            await FitsAsync(spoor, "docs/freeze-gap.schema.json", "respond", "gap", "coinex-2023", "--calldata", calldata, "--json");
        }

        var gap = await JsonAsync(spoor, "respond", "gap", "coinex-2023", "--calldata", Proposal(StolenTether.Thief));
        Assert.Equal((true, StolenTether.Thief), (gap.GetProperty("gap").GetBoolean(), Text(gap, "frozen")));
        var watch = await JsonAsync(spoor, ["respond", "watch", "coinex-2023", "--data", "spoor-data", "--labels", "labels.csv", .. Who]);
        Assert.Equal(0, watch.GetProperty("joined").GetInt32());
        Assert.Contains($"eip155:1:{StolenTether.Thief}", watch.GetProperty("lists").EnumerateArray().SelectMany(list => list.GetProperty("addresses").EnumerateArray()).Select(one => Text(one, "address")));
    }

    [Fact]
    public void The_manual_shows_the_approved_pages()
    {
        string manual = File.ReadAllText(Repository.File("docs/response.md")).ReplaceLineEndings("\n");
        foreach (string approved in (string[])["respond-status.txt", "respond-clock.txt", "respond-league.txt", "respond-gap.txt", "freeze-packet.txt"])
        {
            string output = File.ReadAllText(Repository.File($"tests/Spoor.Tests/Approved/{approved}")).ReplaceLineEndings("\n").TrimEnd('\n');
            Assert.Contains($"```text\n{output}\n```", manual, StringComparison.Ordinal);
        }
    }

    private static string Proposal(string address) =>
        "0xc6427474" + "dac17f958d2ee523a2206206994597c13d831ec7".PadLeft(64, '0') + new string('0', 64) + "60".PadLeft(64, '0') + "24".PadLeft(64, '0')
        + "0ecb93c0" + address[2..].PadLeft(64, '0') + new string('0', 56);

    [Fact]
    public async Task A_changed_log_is_named_and_not_added_to()
    {
        using var spoor = new CommandRun { Clock = _clock };
        await DoAsync(spoor, 0, ["respond", "note", "coinex-2023", "aware", .. Who]);
        string log = FileOf(spoor, "acts.jsonl");
        File.WriteAllText(log, File.ReadAllText(log).Replace("Ana", "Bob", StringComparison.Ordinal));

        var (code, _, talk) = await spoor.RunAsync("respond", "log", "coinex-2023");

        Assert.Equal(2, code);
        Assert.Contains("acts.jsonl, line 1: id: expected sha256:", talk, StringComparison.Ordinal);
        Assert.Equal(2, (await spoor.RunAsync(["respond", "note", "coinex-2023", "classified", .. Who])).Code);
    }

    [Theory]
    [InlineData("respond", "suspend", "case", "--asset", "ETH", "--chain", "ethereum", "--why", "x")]
    [InlineData("respond", "suspend", "case", "--asset", "E TH", "--chain", "ethereum", "--why", "x", "--hook-command", "true")]
    [InlineData("respond", "suspend", "../case", "--asset", "ETH", "--chain", "ethereum", "--why", " ", "--hook-command", "true")]
    [InlineData("respond", "check", "case", "--asset", "ETH", "--item", "prayers", "--why", "x")]
    [InlineData("respond", "note", "case", "guessed", "--why", "x")]
    [InlineData("respond", "note", "case", "aware", "--at", "2099-01-01", "--why", "x")]
    [InlineData("respond", "note", "case", "aware", "--by", "policy drain", "--why", "x")]
    [InlineData("respond", "freeze", "sent", "frz-000000000000", "--why", "x")]
    [InlineData("respond", "clock", "case", "--utc-offset", "noon")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(params string[] arguments)
    {
        using var spoor = new CommandRun { Clock = _clock };

        var (code, result, talk) = await spoor.RunAsync(arguments);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("xpected", talk, StringComparison.Ordinal);
        Assert.Equal(1, (await spoor.RunAsync("respond", "log", "case")).Code);
    }

    private static WireReply Honest(WireRequest request)
    {
        var asked = JsonNode.Parse(request.Body)!.AsObject();
        return WireReply.Json(new JsonObject
        {
            ["format"] = "suspension-state/1",
            ["key"] = asked["key"]!.GetValue<string>(),
            ["asset"] = asked["asset"]!.GetValue<string>(),
            ["chain"] = asked["chain"]!.GetValue<string>(),
            ["direction"] = asked["direction"]!.GetValue<string>(),
            ["state"] = asked["want"]!.GetValue<string>(),
        }.ToJsonString());
    }

    private static string[] Hook(CommandRun spoor, WireServer hook)
    {
        spoor.Write("secret", "whsec_" + Convert.ToBase64String(new byte[32]));
        return ["--hook", hook.Url, "--hook-secret-file", "secret", "--hook-internal", "--attempts", "1"];
    }

    // The port of the hook is another one each time, and with it every hash behind it.
    private static async Task<string> PageAsync(CommandRun spoor, params string[] arguments) =>
        Regex.Replace(Regex.Replace((await spoor.RunAsync(arguments)).Result, @"127\.0\.0\.1:\d{5}", "127.0.0.1:18443"), "sha256:[0-9a-f]{64}", "sha256:…");

    private static async Task DoAsync(CommandRun spoor, int expected, params string[] arguments)
    {
        var (code, _, talk) = await spoor.RunAsync(arguments);
        Assert.True(code == expected, $"{string.Join(' ', arguments)} ended with {code}: {talk}");
    }

    private static async Task<JsonElement> JsonAsync(CommandRun spoor, params string[] arguments)
    {
        using var document = JsonDocument.Parse((await spoor.RunAsync([.. arguments, "--json"])).Result);
        return document.RootElement.Clone();
    }

    private static async Task<string> PacketOfAsync(CommandRun spoor, string name) =>
        (await JsonAsync(spoor, "respond", "status", "coinex-2023")).GetProperty("freezes").EnumerateArray()
            .Single(freeze => freeze.GetProperty("to").GetString() == name).GetProperty("packet").GetString()!;

    private static async Task FitsAsync(CommandRun spoor, string schema, params string[] arguments)
    {
        using var document = JsonDocument.Parse((await spoor.RunAsync(arguments)).Result);
        Assert.Empty(JsonSchema.Read(schema).Faults(document.RootElement));
    }

    private static JsonElement Read(CommandRun spoor, string packet)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(FileOf(spoor, "freeze", $"{packet}.json")));
        return document.RootElement.Clone();
    }

    private static string FileOf(CommandRun spoor, params string[] parts) => Path.Combine([spoor.Folder, "spoor-desk", "coinex-2023", .. parts]);

    private static IEnumerable<string> KindsOf(JsonElement position) => position.GetProperty("chronology").EnumerateArray().Select(step => step.GetProperty("kind").GetString()!);

    private static string Text(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString()!;
}
