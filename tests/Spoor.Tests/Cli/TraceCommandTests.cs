using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spoor.Tests.Approved;
using Spoor.Tracing;

namespace Spoor.Tests.Cli;

public sealed class TraceCommandTests
{
    public static TheoryData<string> Rules => [.. TaintRule.All.Select(rule => rule.Name)];

    [Theory]
    [InlineData("trace.txt")]
    [InlineData("trace-tree.txt", "--tree")]
    [InlineData("trace.csv", "--csv")]
    [InlineData("trace.json", "--json")]
    [InlineData("trace-backward.txt", "--direction", "in")]
    public async Task A_trace_reads_as_approved(string approved, params string[] options)
    {
        using var run = await SmallCase.ImportedAsync();
        string[] theft = options.Contains("in") ? ["--theft", SmallCase.Theft[..^1] + "5"] : ["--theft", SmallCase.Theft];

        var (code, result, _) = await run.RunAsync(["trace", .. theft, "--labels", "labels.csv", .. options]);

        Assert.Equal(0, code);
        ApprovedText.Check(approved, result);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_json_of_every_rule_keeps_its_schema_balances_and_repeats_byte_for_byte(string rule)
    {
        using var run = await SmallCase.ImportedAsync();
        string[] trace = ["trace", "--seed", SmallCase.Thief, "--rule", rule, "--json"];

        var (code, result, _) = await run.RunAsync(trace);

        Assert.Equal((0, result), (code, (await run.RunAsync(trace)).Result));
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        Assert.All(json.RootElement.GetProperty("books").EnumerateArray(), book => Assert.Equal("0", book.GetProperty("difference").GetString()));
    }

    [Fact]
    public void The_schema_check_can_fail()
    {
        using var json = JsonDocument.Parse("""{"spoor":"trace/2","rule":"fifo","direction":"up","thefts":[{"id":"x"}],"addresses":[],"transfers":[],"openings":[],"collisions":[]}""");

        Assert.Equal(15, JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement).Count());
    }

    [Fact]
    public async Task A_seed_that_received_nothing_is_said_to_have_done_so()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, _, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--since", "2023-09-13");

        Assert.Equal(1, code);
        Assert.Contains("received nothing from 2023-09-13T00:00:00Z", talk, StringComparison.Ordinal);
        Assert.Contains("The store holds eip155:1 from block 100 (2023-09-12T13:20:59Z) to 105", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The store holds nothing of eip155:56; it holds eip155:1", "--seed", SmallCase.Thief, "--chain", "bsc")]
    [InlineData("No transfer 9 of transaction", "--theft", SmallCase.Theft + ":9")]
    [InlineData("held nothing at 2023-01-01T00:00:00Z", "--holding", SmallCase.Thief, "--at", "2023-01-01T00:00Z")]
    public async Task A_claim_on_nothing_says_what_the_store_holds(string expected, params string[] options)
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, _, talk) = await run.RunAsync(["trace", .. options]);

        Assert.Equal(1, code);
        Assert.Contains(expected, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holding_claimed_twice_keeps_its_first_mark_and_the_schema()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync(
            "trace", "--seed", SmallCase.Thief, "--holding", SmallCase.Thief, "--at", "2023-09-12T13:21:00Z", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        var collision = Assert.Single(json.RootElement.GetProperty("collisions").EnumerateArray());
        Assert.Equal((JsonValueKind.Null, "100000000000000000000"), (collision.GetProperty("tx").ValueKind, collision.GetProperty("amount").GetString()));
    }

    [Fact]
    public async Task A_trace_says_that_the_order_inside_a_block_is_inferred_where_the_file_does_not_state_it()
    {
        const string File = """
            Timestamp,Block,Tx_hash,From,From_label,To,To_label,Value_in_USD
            2024-07-16 12:04:47,20318954,0xc870a6237488b8335570170af36db965c883c786dbcbe82ec7b2faffdded8a51,0x00000000000000000000000000000000000000a1,,0x00000000000000000000000000000000000000b1,,335.65

            """;
        using var flows = new CommandRun();
        flows.Write("flows.csv", File.ReplaceLineEndings("\n"));
        await flows.RunAsync("import", "flows.csv");
        using var stated = await SmallCase.ImportedAsync();

        var (code, _, talk) = await flows.RunAsync("trace", "--seed", SmallCase.Thief, "--opening", "stolen");
        var (_, _, silent) = await stated.RunAsync("trace", "--seed", SmallCase.Thief);

        Assert.Equal(0, code);
        Assert.Contains("The order inside a block is inferred, payments that feed others first, for files of laundernet", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("inferred", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_set_aside_follow_through_and_stop_are_recorded_in_the_trace()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--through", SmallCase.Thief, "--stop-at", SmallCase.Thief, "--relevance", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        var stops = json.RootElement.GetProperty("request").GetProperty("stops");
        Assert.Equal(1, stops.GetProperty("through").GetArrayLength());
        Assert.Equal(1, stops.GetProperty("stopAt").GetArrayLength());
        Assert.Equal(6, stops.GetProperty("relevance").GetProperty("passedOn").GetArrayLength());
    }

    [Fact]
    public async Task The_json_says_what_decided_the_trace()
    {
        using var run = await SmallCase.ImportedAsync();
        string labels = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SmallCase.Labels)));

        var (_, result, _) = await run.RunAsync(
            "trace", "--theft", SmallCase.Theft + ":1:0", "--seed", SmallCase.Thief, "--since", "2023-09-12", "--until", "2023-09-12T14:00:00.5Z",
            "--holding", SmallCase.Thief, "--at", "2023-09-12T13:21:00Z", "--opening", "stolen", "--opening-at", "beginning", "--labels", "labels.csv",
            "--max-hops", "7", "--days", "all", "--min-counterparties", "5", "--min-round-the-clock", "0", "--min-pass-through-payers", "7", "--dust", "0.5", "--dilution", "0", "--budget", "99", "--json");

        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        Assert.Equal(
            $$$"""
            {"ruleVersion":1,"claims":[
            {"kind":"transaction","chain":"eip155:1","tx":"{{{SmallCase.Theft}}}","phase":1,"index":0},
            {"kind":"seed","chain":"eip155:1","address":"eip155:1:0x00000000000000000000000000000000000000A1","since":"2023-09-12T00:00:00Z","until":"2023-09-12T14:00:00.5Z"},
            {"kind":"holding","chain":"eip155:1","address":"eip155:1:0x00000000000000000000000000000000000000A1","at":"2023-09-12T13:21:00Z"}],
            "opening":"stolen","openingAt":"beginning","swaps":true,"bridges":0,
            "stops":{"maxHops":7,"days":null,"minCounterparties":5,"minTransfersPerDay":200,"minRoundTheClock":null,"minPassThroughPayers":7,"dustPerMillion":500000,"dilutionPerMillion":0,"maxTransfers":99,"through":[],"stopAt":[],"relevance":null},
            "labels":1,"labelFiles":[{"file":"labels.csv","sha256":"{{{labels}}}"}]}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(json.RootElement.GetProperty("request")));
    }

    [Fact]
    public async Task An_interrupted_trace_ends_with_130()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, talk) = await run.RunInterruptedAsync("trace", "--seed", SmallCase.Thief);

        Assert.Equal((130, ""), (code, result));
        Assert.EndsWith("Interrupted.\n", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Expected what was stolen")]
    [InlineData("Expected --at TIME", "--holding", SmallCase.Thief)]
    [InlineData("Expected a time such as", "--seed", SmallCase.Thief, "--since", "yesterday")]
    [InlineData("Expected a share from 0 to 1", "--seed", SmallCase.Thief, "--dust", "2")]
    [InlineData("Expected a number of days", "--seed", SmallCase.Thief, "--days", "0")]
    [InlineData("Expected a transaction hash", "--theft", "0x12")]
    [InlineData("Expected one of --tree, --csv and --json", "--seed", SmallCase.Thief, "--tree", "--json")]
    [InlineData("from 1 to 36500, or 'all', after --days, found '999999999'", "--seed", SmallCase.Thief, "--days", "999999999")]
    [InlineData("from 0 to 2147483647 after --max-hops, found '-1'", "--seed", SmallCase.Thief, "--max-hops", "-1")]
    [InlineData("from 0 to 2147483647 after --max-hops, found 'far'", "--seed", SmallCase.Thief, "--max-hops", "far")]
    [InlineData("from 0 to 36500 after --dormant-days, found '99999'", "--seed", SmallCase.Thief, "--dormant-days", "99999")]
    [InlineData("after --budget, found '-5'", "--seed", SmallCase.Thief, "--budget", "-5")]
    [InlineData("after --min-counterparties, found '-1'", "--seed", SmallCase.Thief, "--min-counterparties=-1")]
    [InlineData("Expected a transaction hash, or one with a transfer after it", "--theft", SmallCase.Theft + ":-1")]
    [InlineData("Expected --since before --until", "--seed", SmallCase.Thief, "--since", "2023-09-13", "--until", "2023-09-12")]
    [InlineData("labels.csv: this is not a token list", "--seed", SmallCase.Thief, "--tokens", "labels.csv")]
    [InlineData("nothing.json", "--seed", SmallCase.Thief, "--tokens", "nothing.json")]
    [InlineData("checksum", "--seed", "0x83A2eb63b6cc296529468afa85dbde4a469d8b37")]
    [InlineData("Known are", "--seed", SmallCase.Thief, "--chain", "nowhere")]
    [InlineData("not recognized", "--seed", SmallCase.Thief, "--rule", "coin-toss")]
    public async Task A_wrong_command_line_is_answered_with_what_was_expected(string expected, params string[] options)
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync(["trace", .. options]);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains(expected, talk, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""[{"chainId":1,"address":"\ud800","symbol":"A","name":"A","decimals":18}]""")]
    public async Task A_file_that_is_no_token_list_is_named(string tokens)
    {
        using var run = await SmallCase.ImportedAsync();
        run.Write("tokens.json", tokens);

        var (code, result, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--tokens", "tokens.json");

        Assert.Equal((2, ""), (code, result));
        Assert.StartsWith("tokens.json: this is not a token list. ", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_of_one_day_is_no_mistake()
    {
        using var run = await SmallCase.ImportedAsync();

        Assert.Equal(0, (await run.RunAsync("trace", "--seed", SmallCase.Thief, "--since", "2023-09-12", "--until", "2023-09-12", "--days", "36500")).Code);
    }

    [Fact]
    public async Task Without_a_store_the_user_is_told_to_import()
    {
        using var run = new CommandRun();

        var (code, _, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief);

        Assert.Equal(3, code);
        Assert.Contains("Import transfers first", talk, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(run.Folder));
    }

    [Fact]
    public async Task A_faulty_label_is_named_by_file_line_and_column()
    {
        using var run = await SmallCase.ImportedAsync();
        run.Write("bad.csv", "address,name\n0x00000000000000000000000000000000000000e1,Fine\n0x12,Short\n");

        var (code, _, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--labels", "bad.csv");

        Assert.Equal(2, code);
        Assert.Contains("bad.csv, line 3, address", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_pack_is_taken_for_labels_and_its_damaged_addresses_are_told()
    {
        using var run = await SmallCase.ImportedAsync();
        run.Write("pack.yaml", """
            title: t
            creator: c
            source: s
            network: ETH
            tags:
            - address: '0x00000000000000000000000000000000000000e1'
              label: Fence & Sons
              category: exchange
            - address: '0x75497999432b8701330fb68058bd21918c02aC59'
              label: cut
            """);

        var (code, result, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--labels", "pack.yaml");

        Assert.Equal(0, code);
        Assert.Contains("Fence & Sons", result, StringComparison.Ordinal);
        Assert.Contains("Kept as written: pack.yaml, line 9, address: expected an address of Ethereum", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[2J")]
    [InlineData("\u202e")]
    [InlineData("\u2066")]
    [InlineData("\U000e0041")]
    public async Task A_label_that_could_make_the_page_read_otherwise_is_refused(string trick)
    {
        using var run = await SmallCase.ImportedAsync();
        run.Write("bad.csv", $"address,name\n0x00000000000000000000000000000000000000e1,Fence{trick}Sons\n");

        var (code, result, talk) = await run.RunAsync("trace", "--seed", SmallCase.Thief, "--labels", "bad.csv");

        Assert.Equal((2, ""), (code, result));
        Assert.Contains("bad.csv, line 2, name: expected text of at most 2000 characters without control characters", talk, StringComparison.Ordinal);
        Assert.DoesNotContain(trick, talk, StringComparison.Ordinal);
        Assert.Contains("found 'Fence<U+", talk, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_books_of_the_EasyFi_theft_balance_and_two_runs_agree(string rule)
    {
        string file = SharedData.File("ethereum_heist/easyfi_2021/all-tx.csv.gz");
        string labels = SharedData.File("ethereum_heist/easyfi_2021/all-address.csv");
        using var run = new CommandRun();
        await run.RunAsync("import", file);
        string[] trace = ["trace", "--seed", "eip155:1:0x83a2eb63b6cc296529468afa85dbde4a469d8b37", "--labels", labels, "--rule", rule, "--json"];

        var (code, result, _) = await run.RunAsync(trace);

        Assert.Equal((0, result), (code, (await run.RunAsync(trace)).Result));
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/trace.schema.json").Faults(json.RootElement));
        var books = json.RootElement.GetProperty("books").EnumerateArray().ToList();
        Assert.NotEmpty(books);
        Assert.All(books, book => Assert.Equal("0", book.GetProperty("difference").GetString()));
    }
}
