using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Watching;

public sealed class WatchCommandTests : IDisposable
{
    private const string Good = """
        owners:
          - name: Desk
            wallets:
              - {chain: ethereum, address: "0xD782E53A49D564F5fce4bA99555DD25d16d02a75", use: hot, name: Main}
              - {chain: polygon, address: "0xD782E53A49D564F5fce4bA99555DD25d16d02a75", use: cold}
        """;

    private const string Full = """
        owners:
          - name: Desk
            hook: https://hooks.example.org/hunter2
            policy: {page_score: 4}
            wallets:
              - chain: ethereum
                address: "0xD782E53A49D564F5fce4bA99555DD25d16d02a75"
                use: hot
                opening:
                  - {asset: ETH, amount: 5080.5}
                  - {asset: OURS, amount: 1000.5}
            planned:
              - id: cold-top-up
                reason: Monthly
                from: 2023-10-01T08:00:00Z
                until: 2023-10-01T12:00:00Z
                recipients: ["0xf54635836862aAD6e255E9B4FE49275fA5047E5d"]
                limits:
                  - {chain: ethereum, asset: ETH, amount: 2000}
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_good_watch_is_shown_and_a_faulty_one_by_its_lines()
    {
        _run.Write("desk.yaml", Good);
        _run.Write("faulty.yaml", Good.Replace("use: cold", "use: fridge", StringComparison.Ordinal));

        var (code, shown, _) = await _run.RunAsync("watch", "check", "desk.yaml");
        var (faulty, faults, _) = await _run.RunAsync("watch", "check", "faulty.yaml");

        Assert.Equal((0, 2), (code, faulty));
        ApprovedText.Check("watch-check.txt", shown);
        Assert.Contains("line 5", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_tells_openings_plans_scores_and_hook_and_what_stays_unwatched()
    {
        _run.Write("tokens.json", """{"tokens": [{"chainId": 1, "address": "0x00000000000000000000000000000000000bad01", "symbol": "OURS", "decimals": 6, "name": "Our own"}]}""");
        _run.Write("closes.csv", "date,symbol,close_usd\n2023-09-12,ETH,1600\n2023-09-12,OURS,2\n2023-09-12,POL,1\n");
        _run.Write("desk.yaml", Full);
        using var run = new CommandRun { Clock = new FakeTimeProvider(new(2023, 9, 12, 13, 0, 0, TimeSpan.Zero)) };
        string[] files = [Path.Combine(_run.Folder, "desk.yaml"), "--tokens", Path.Combine(_run.Folder, "tokens.json")];

        var (_, priced, _) = await run.RunAsync(["watch", "check", .. files, "--prices", Path.Combine(_run.Folder, "closes.csv")]);
        var (_, bare, _) = await run.RunAsync(["watch", "check", .. files]);
        var (_, json, _) = await run.RunAsync(["watch", "check", .. files, "--json"]);
        var (code, unknown, _) = await run.RunAsync("watch", "check", files[0]);

        Assert.Contains("1,000.5 OURS", priced, StringComparison.Ordinal);
        Assert.Contains("cold-top-up", priced, StringComparison.Ordinal);
        Assert.Contains("raised from a score of 0.5, somebody is paged from 4.", priced, StringComparison.Ordinal);
        Assert.Contains("hooks.example.org", priced, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", priced + json, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", priced, StringComparison.Ordinal);
        Assert.Contains("Warning: No price: OURS on Ethereum, ETH on Ethereum", bare, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Read("docs/watch-check.schema.json").Faults(JsonDocument.Parse(json).RootElement));
        Assert.Equal(2, code);
        Assert.Contains("OURS", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use: cold", 0)]
    [InlineData("use: fridge", 2)]
    public async Task The_json_of_a_check_fits_its_schema(string use, int expected)
    {
        _run.Write("desk.yaml", Good.Replace("use: cold", use, StringComparison.Ordinal));

        var (code, result, _) = await _run.RunAsync("watch", "check", "desk.yaml", "--json");

        using var document = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/watch-check.schema.json").Faults(document.RootElement));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("--rpc ethereum=http://127.0.0.1:1", "found none for Polygon")]
    [InlineData("--rpc http://127.0.0.1:1/hunter2", "--rpc: expected a chain")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --webhook https://pager.example.com/hunter2", "one secret for all webhooks")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --webhook https://pager.example.com/hunter2 --webhook-secret-env SPOOR_NOT_SET", "SPOOR_NOT_SET, which is not set")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --data :memory:", "expected a folder")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --from base=5", "--from: expected a chain that --rpc names, found eip155:8453")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --ws base=ws://127.0.0.1:1/hunter2", "--ws: expected a chain that --rpc names, found eip155:8453")]
    [InlineData("--rpc ethereum=http://127.0.0.1:1 --rpc polygon=http://127.0.0.1:1 --tokens desk.yaml", "desk.yaml: this is not a token list")]
    public async Task What_is_missing_is_named_without_what_may_be_secret(string arguments, string expected)
    {
        _run.Write("desk.yaml", Good);

        var (code, _, talk) = await _run.RunAsync(["watch", "desk.yaml", .. arguments.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(expected, talk, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", talk, StringComparison.Ordinal);
    }
}
