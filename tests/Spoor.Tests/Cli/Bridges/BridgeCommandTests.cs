using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli.Bridges;

/// <summary><c>spoor bridge match</c> as a user meets it.</summary>
public sealed class BridgeCommandTests
{
    private const string Deposits = """
        tx_hash,timestamp,chain,other_chain,protocol,message_id,sender,recipient,asset,other_asset,amount
        0x00000000000000000000000000000000000000000000000000000000000000d1,2024-01-01T00:00:00Z,ethereum,optimism,across,1:41,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000e1,0x00000000000000000000000000000000000000f1,1000
        0x00000000000000000000000000000000000000000000000000000000000000d2,2024-01-01T00:10:00Z,ethereum,optimism,nomad,,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000a2,0x00000000000000000000000000000000000000e1,0x00000000000000000000000000000000000000f1,2000
        0x00000000000000000000000000000000000000000000000000000000000000d3,2024-01-01T00:20:00Z,ethereum,optimism,nomad,,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000a3,0x00000000000000000000000000000000000000e1,0x00000000000000000000000000000000000000f1,3000
        0x00000000000000000000000000000000000000000000000000000000000000d4,2024-01-01T00:30:00Z,ethereum,optimism,,,0x00000000000000000000000000000000000000a4,,0x00000000000000000000000000000000000000e1,,4000
        0x00000000000000000000000000000000000000000000000000000000000000d5,2024-01-01T00:40:00Z,ethereum,optimism,,,0x00000000000000000000000000000000000000a5,,0x00000000000000000000000000000000000000e1,,5000

        """;

    private const string Payouts = """
        tx_hash,timestamp,chain,other_chain,protocol,message_id,recipient,asset,amount
        0x00000000000000000000000000000000000000000000000000000000000000b1,2024-01-01T00:01:00Z,optimism,ethereum,across,1:41,0x00000000000000000000000000000000000000a1,0x00000000000000000000000000000000000000f1,990
        0x00000000000000000000000000000000000000000000000000000000000000b2,2024-01-01T00:45:00Z,optimism,ethereum,nomad,,0x00000000000000000000000000000000000000a2,0x00000000000000000000000000000000000000f1,2000
        0x00000000000000000000000000000000000000000000000000000000000000b3,2024-01-01T00:50:00Z,optimism,ethereum,nomad,,0x00000000000000000000000000000000000000a3,0x00000000000000000000000000000000000000f1,3000
        0x00000000000000000000000000000000000000000000000000000000000000b4,2024-01-01T00:55:00Z,optimism,ethereum,nomad,,0x00000000000000000000000000000000000000a3,0x00000000000000000000000000000000000000f1,3000
        0x00000000000000000000000000000000000000000000000000000000000000b5,2024-01-01T00:35:00Z,optimism,,,,0x00000000000000000000000000000000000000a4,0x00000000000000000000000000000000000000f2,3990

        """;

    private const string Pairs = """
        deposit_tx,payout_tx
        0x00000000000000000000000000000000000000000000000000000000000000d1,0x00000000000000000000000000000000000000000000000000000000000000b1
        0x00000000000000000000000000000000000000000000000000000000000000d2,0x00000000000000000000000000000000000000000000000000000000000000b2
        0x00000000000000000000000000000000000000000000000000000000000000d3,0x00000000000000000000000000000000000000000000000000000000000000b3
        0x00000000000000000000000000000000000000000000000000000000000000d4,0x00000000000000000000000000000000000000000000000000000000000000b9

        """;

    [Fact]
    public async Task The_shares_are_told_by_method_with_what_is_right()
    {
        using var run = Files();

        var (code, result, talk) = await run.RunAsync("bridge", "match", "deposits.csv", "payouts.csv", "--truth", "pairs.csv", "--out", "matches.csv");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("bridge-match.txt", result);
        ApprovedText.Check("bridge-match.csv", await File.ReadAllTextAsync(Path.Combine(run.Folder, "matches.csv"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData()]
    [InlineData("--truth", "pairs.csv")]
    public async Task The_document_for_programs_is_as_its_schema_says(params string[] more)
    {
        using var run = Files();

        var (code, result, talk) = await run.RunAsync(["bridge", "match", "deposits.csv", "payouts.csv", "--json", .. more]);

        Assert.True(code == 0, talk);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/bridge-match.schema.json").Faults(json.RootElement));
        Assert.Equal(5, json.RootElement.GetProperty("matches").GetArrayLength());
    }

    [Fact]
    public async Task Without_ids_the_other_methods_do_what_they_can_and_say_so()
    {
        using var run = Files();

        var (_, result, _) = await run.RunAsync("bridge", "match", "deposits.csv", "payouts.csv", "--no-ids", "--no-fields");

        Assert.Contains("Ids were not read; stated fields were not compared", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_matched_ends_with_1()
    {
        using var run = Files();

        Assert.Equal(1, (await run.RunAsync("bridge", "match", "deposits.csv", "payouts.csv", "--no-ids", "--no-fields", "--search-window", "1")).Code);
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("bridge", "match", "deposits.csv")]
    [InlineData("bridge", "match", "deposits.csv", "nothing.csv")]
    [InlineData("bridge", "match", "pairs.csv", "payouts.csv")]
    [InlineData("bridge", "match", "damaged.csv", "payouts.csv")]
    [InlineData("bridge", "match", "deposits.csv", "payouts.csv", "--max-fee", "3")]
    [InlineData("bridge", "match", "deposits.csv", "payouts.csv", "--from", "atlantis")]
    [InlineData("bridge", "match", "deposits.csv", "payouts.csv", "--search-window", "-1")]
    [InlineData("bridge", "match", "deposits.json", "payouts.csv")]
    public async Task What_cannot_be_asked_is_refused_with_a_reason(params string[] words)
    {
        using var run = Files();
        run.Write("damaged.csv", Deposits.Replace("2024-01-01T00:10:00Z", "\u001b[2Jyesterday", StringComparison.Ordinal));
        run.Write("deposits.json", "[{\"txhash\": 5, \"args\": {}}]");

        var (code, result, talk) = await run.RunAsync(words);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
        Assert.DoesNotContain('\u001b', talk);
    }

    private static CommandRun Files()
    {
        var run = new CommandRun();
        run.Write("deposits.csv", Deposits);
        run.Write("payouts.csv", Payouts);
        run.Write("pairs.csv", Pairs);
        return run;
    }
}
