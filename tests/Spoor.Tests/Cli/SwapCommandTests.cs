using System.Text.Json;
using Spoor.Tests.Approved;

namespace Spoor.Tests.Cli;

/// <summary><c>spoor swap candidates</c> as a user meets it.</summary>
public sealed class SwapCommandTests
{
    private const string Desk = "0x00000000000000000000000000000000000000d1";

    [Fact]
    public async Task The_candidates_read_as_approved()
    {
        using var run = await MixerCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync("swap", "candidates", "--service", "fixedfloat", "--labels", "labels.csv", "--prices", "prices.csv");

        Assert.Equal((0, ""), (code, talk));
        ApprovedText.Check("swap-candidates.txt", result);
    }

    [Fact]
    public async Task The_document_for_programs_is_as_its_schema_says_and_the_same_each_time()
    {
        using var run = await MixerCase.ImportedAsync();
        string[] words = ["swap", "candidates", "--wallet", $"desk=eip155:1:{Desk}", "--wallet", $"desk=eip155:137:{Desk}", "--prices", "prices.csv", "--json"];

        var (code, result, talk) = await run.RunAsync(words);

        Assert.True(code == 0, talk);
        using var json = JsonDocument.Parse(result);
        Assert.Empty(JsonSchema.Read("docs/swap-candidates.schema.json").Faults(json.RootElement));
        Assert.Equal(result, (await run.RunAsync(words)).Result);
    }

    [Fact]
    public async Task Without_prices_nothing_fits_and_the_text_says_why()
    {
        using var run = await MixerCase.ImportedAsync();

        var (code, result, _) = await run.RunAsync("swap", "candidates", "--wallet", $"desk=eip155:1:{Desk}", "--wallet", $"desk=eip155:137:{Desk}");

        Assert.Equal(1, code);
        Assert.Contains("no price", result, StringComparison.Ordinal);
        Assert.Contains("without a price could", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--service", "fixedfloat")]
    [InlineData("--wallet", Desk)]
    [InlineData("--wallet", "desk=eip155:1:0x12")]
    public async Task Wallets_that_are_not_named_are_asked_for(params string[] options)
    {
        using var run = await MixerCase.ImportedAsync();

        var (code, result, talk) = await run.RunAsync(["swap", "candidates", .. options]);

        Assert.Equal((2, ""), (code, result));
        Assert.NotEmpty(talk);
    }
}
