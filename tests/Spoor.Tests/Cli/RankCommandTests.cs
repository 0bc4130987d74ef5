using System.Text.Json;
using Spoor.Tests.Approved;
using Spoor.Tracing.Ranking;

namespace Spoor.Tests.Cli;

public sealed class RankCommandTests
{
    public static TheoryData<string> Methods => [.. RankingMethod.All.Select(method => method.Name)];

    [Fact]
    public async Task A_ranking_reads_as_approved()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync("rank", "--seed", SmallCase.Thief, "--labels", "labels.csv");

        Assert.Equal(0, code);
        ApprovedText.Check("rank.txt", result);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_json_of_every_method_keeps_its_schema_and_repeats_byte_for_byte(string method)
    {
        using var run = await SmallCase.ImportedAsync();
        string[] rank = ["rank", "--theft", SmallCase.Theft, "--method", method, "--labels", "labels.csv", "--json"];

        var (code, result, _) = await run.RunAsync(rank);

        Assert.Equal((0, result), (code, (await run.RunAsync(rank)).Result));
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/rank.schema.json").Faults(json.RootElement));
        Assert.Equal(1m, decimal.Round(json.RootElement.GetProperty("addresses").EnumerateArray().Sum(one => one.GetProperty("share").GetDecimal()), 9));
        Assert.Contains("Fence & Sons", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backward_asks_for_who_paid_and_top_cuts_the_list()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync("rank", "--seed", "0x00000000000000000000000000000000000000d1", "--backward", "--beta", "1", "--top", "2", "--json");

        using var json = JsonDocument.Parse(result);
        Assert.Equal(0, code);
        Assert.Equal(("in", 2), (json.RootElement.GetProperty("direction").GetString(), json.RootElement.GetProperty("addresses").GetArrayLength()));
        Assert.True(json.RootElement.GetProperty("ranked").GetInt32() > 2);
        Assert.DoesNotContain("00000000000000000000000000000000000000e1", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--alpha", "0", "--alpha")]
    [InlineData("--epsilon", "0", "--epsilon")]
    [InlineData("--beta", "1.5", "from 0 to 1")]
    [InlineData("--asset", "ether", "CAIP-19")]
    [InlineData("--seed", "bip122:000000000019d6689c085ae165831e93:12c6DSiU4Rq3P4ZxziKxzrL5LmMBrzjrJX", "one chain")]
    public async Task What_makes_no_sense_is_refused(string option, string value, string said)
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync("rank", "--seed", SmallCase.Thief, option, value);

        Assert.Equal((2, ""), (code, result));
        Assert.Contains(said, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backward_beside_a_method_without_direction_is_refused()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, _, talk) = await run.RunAsync("rank", "--seed", SmallCase.Thief, "--method", "appr", "--backward");

        Assert.Equal(2, code);
        Assert.Contains("--backward", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_that_the_store_does_not_hold_is_said_to_be_unknown()
    {
        using var run = await SmallCase.ImportedAsync();

        var (code, _, talk) = await run.RunAsync("rank", "--seed", "0x00000000000000000000000000000000000000ff");

        Assert.Equal(1, code);
        Assert.Contains("received nothing", talk, StringComparison.Ordinal);
    }
}
