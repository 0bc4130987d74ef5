using System.Text.Json;
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
    public async Task What_is_missing_is_named_without_what_may_be_secret(string arguments, string expected)
    {
        _run.Write("desk.yaml", Good);

        var (code, _, talk) = await _run.RunAsync(["watch", "desk.yaml", .. arguments.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(expected, talk, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", talk, StringComparison.Ordinal);
    }
}
