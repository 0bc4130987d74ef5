using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary><c>spoor mixer links</c> as a user meets it.</summary>
public sealed class MixerCommandTests
{
    [Fact]
    public async Task The_hypotheses_read_as_approved()
    {
        using var run = await MixerCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync("mixer", "links");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("mixer-links.txt", result);
    }

    [Fact]
    public async Task The_document_for_programs_is_as_its_schema_says_and_the_same_each_time()
    {
        using var run = await MixerCase.ImportedAsync();
        run.Write("gas.csv", "hash,gas_price\n0x0000000000000000000000000000000000000000000000000000000000000001,20000000000\n");
        run.Write("claims.csv", $"account,points,tx\n{MixerCase.Thief},750,0x00000000000000000000000000000000000000000000000000000000000000ff\n");
        string[] words = ["mixer", "links", "--gas-prices", "gas.csv", "--mining-claims", "claims.csv", "--json"];

        var (code, result, talk) = await run.RunAsync(words);

        Assert.True(code == 0, talk);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/mixer-links.schema.json").Faults(json.RootElement));
        Assert.Equal(2, json.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal(result, (await run.RunAsync(words)).Result);
    }

    [Theory]
    [InlineData(2, "--from", MixerCase.Thief)]
    [InlineData(1, "--to", "0x00000000000000000000000000000000000000b0")]
    [InlineData(0, "--pool", "100 ETH")]
    [InlineData(0, "--chain", "bsc")]
    public async Task What_is_asked_for_is_shown_and_the_exit_code_says_whether_there_is_any(int hypotheses, params string[] options)
    {
        using var run = await MixerCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync(["mixer", "links", .. options, "--json"]);

        using var json = JsonDocument.Parse(result);
        Assert.Equal((hypotheses > 0 ? 0 : 1, hypotheses), (code, json.RootElement.GetProperty("hypotheses").GetArrayLength()));
    }

    [Theory]
    [InlineData("--pool", "7 ETH")]
    [InlineData("--from", "0x123")]
    [InlineData("--chain", "nowhere")]
    [InlineData("--gas-prices", "bad.csv")]
    [InlineData("--mining-claims", "bad.csv")]
    public async Task What_cannot_be_read_is_refused_with_a_reason(params string[] options)
    {
        using var run = await MixerCase.ImportedAsync();
        run.Write("bad.csv", "hash,gas_price,account,points,tx\n0x12,many,nobody,some,0x12\n");

        var (code, result, talk) = await run.RunAsync(["mixer", "links", .. options]);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
    }

    [Fact]
    public async Task A_trace_that_ends_in_a_mixer_says_that_there_are_hypotheses()
    {
        using var run = await MixerCase.ImportedAsync();
        run.Write("pools.csv", "address,name,category\n0x910cbd523d972eb0a6f4cae4618ad62622b39dbf,Tornado Cash 10 ETH,mixer\n");

        var (_, result, _) = await run.RunAsync("trace", "--seed", MixerCase.Thief, "--labels", "pools.csv", "--opening", "stolen");

        Assert.Contains("as hypotheses with their chances: spoor mixer links", result, StringComparison.Ordinal);
    }
}
