using System.Text.Json;

namespace Spoor.Tests.Cli.Bridges;

/// <summary>What the matcher reaches on crossings of which the truth is known, with the defaults that hold for every data set.</summary>
public sealed class BridgeFigureTests
{
    private const string Nomad = "cross_chain/nomad";
    private const string Connector = "cross_chain/connector/ETH-Polygon";

    [Fact]
    public async Task Nomad_with_its_ids_is_matched_whole()
    {
        var figures = await NomadAsync();

        Assert.Equal(new(11_410, 11_410, 0, 0, 0), figures);
    }

    [Fact]
    public async Task Nomad_without_ids_is_matched_by_what_its_deposits_state()
    {
        var figures = await NomadAsync("--no-ids");

        Assert.Equal(new(11_238, 11_238, 0, 83, 89), figures);
    }

    [Fact]
    public async Task Nomad_is_not_found_by_search_because_it_waits_longer_than_the_window()
    {
        var figures = await NomadAsync("--no-ids", "--no-fields");

        Assert.Equal(new(8, 5, 3, 2, 11_400), figures);
    }

    [Fact]
    public async Task Nomad_by_search_alone_within_a_day_keeps_what_it_cannot_tell_apart()
    {
        var figures = await NomadAsync("--no-ids", "--no-fields", "--search-window", "86400");

        Assert.Equal(new(11_011, 11_011, 0, 309, 90), figures);
    }

    [Theory]
    [InlineData("Celer", 598)]
    [InlineData("Multi", 2_144)]
    [InlineData("Poly", 545)]
    public async Task The_pairs_of_Connector_are_joined_by_the_source_transaction_that_payouts_name(string bridge, int pairs)
    {
        string labels = SharedData.File($"{Connector}/{bridge}_label.csv.gz");

        var figures = await RunAsync(SharedData.File($"{Connector}/{bridge}_deposits.json.gz"), labels, labels);

        Assert.Equal(new(pairs, pairs, 0, 0, 0), figures);
    }

    private static Task<Figures> NomadAsync(params string[] more) => RunAsync(
        SharedData.File($"{Nomad}/ethereum_deposits.csv.gz"), SharedData.File($"{Nomad}/moonbeam_deposits.csv.gz"), SharedData.File($"{Nomad}/truth_deposit_pairs.csv.gz"), more);

    private static async Task<Figures> RunAsync(string deposits, string payouts, string truth, params string[] more)
    {
        using var run = new CommandRun();
        var (code, result, talk) = await run.RunAsync(["bridge", "match", deposits, payouts, "--truth", truth, "--json", .. more]);
        Assert.True(code is 0 or 1, talk);
        using var json = JsonDocument.Parse(result);
        var root = json.RootElement;
        int Sum(string field) => root.GetProperty("methods").EnumerateArray().Sum(method => method.GetProperty(field).GetInt32());
        return new(Sum("matched"), Sum("right"), Sum("wrong"), Sum("ambiguous"), root.GetProperty("unmatched").GetInt32());
    }

    private sealed record Figures(int Matched, int Right, int Wrong, int Ambiguous, int Unmatched);
}
