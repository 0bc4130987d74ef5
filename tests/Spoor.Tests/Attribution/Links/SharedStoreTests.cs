using System.Text.Json;
using Spoor.Tests.Cli;

namespace Spoor.Tests.Attribution.Links;

/// <summary>All transactions of real thieves of several incidents in one store: they share exchanges, routers and mixers, and nothing else.</summary>
public sealed class SharedStoreTests
{
    private static readonly string[] Files = ["Harmony_2022", "Cream_Finance_Flash_Loan", "Cream_Finance_Flash_Loan_2", "Cream_Finance_Flash_Loan_3", "LCX", "THORChain_2"];

    // The thieves of Harmony and of LCX both paid it; no list of ours says whose it is.
    private const string PaidByTwo = "0x2057CfB9fD11837D61B294D514C5bd03e5E7189A";

    [Fact]
    public async Task Services_that_thieves_share_link_nothing_and_a_label_refutes_the_one_it_names()
    {
        using var run = new CommandRun();
        var imported = await run.RunAsync(["import", .. Files.Select(name => SharedData.File($"heist_onehop/{name}.csv.gz"))]);
        Assert.True(imported.Code == 0, imported.Talk);

        using var bare = JsonDocument.Parse((await run.RunAsync("link", "harmony-2022", "--all", "--json")).Result);
        run.Write("services.csv", $"address,name,category\n{PaidByTwo},Service,exchange\n");
        using var labelled = JsonDocument.Parse((await run.RunAsync("link", "harmony-2022", "--labels", "services.csv", "--all", "--json")).Result);

        Assert.DoesNotContain(Links(bare), link => link.GetProperty("standing").GetString() == "claimed");
        Assert.Equal(("candidate", "not-checked"), StandingOf(bare));
        Assert.Equal(("refuted", "failed"), StandingOf(labelled));
        Assert.DoesNotContain(Links(labelled), link => link.GetProperty("standing").GetString() == "claimed");
    }

    [Fact]
    public async Task The_100_ETH_that_the_thief_of_Euler_sent_to_that_of_Ronin_are_refuted_as_sent_to_a_public_address()
    {
        using var run = new CommandRun();
        var imported = await run.RunAsync("import", SharedData.File("heist_onehop/Euler_Finance_2023.csv.gz"), SharedData.File("heist_onehop/Ronin_Network_2022.csv.gz"));
        Assert.True(imported.Code == 0, imported.Talk);

        using var links = JsonDocument.Parse((await run.RunAsync("link", "euler-2023", "--against", "ronin-2022", "--all", "--json")).Result);

        Assert.All(Links(links), link => Assert.NotEqual("claimed", link.GetProperty("standing").GetString()));
        Assert.Contains(Links(links), link => link.GetProperty("kind").GetString() == "flow"
            && link.GetProperty("pivot").GetString() == "0x098B716B8Aaf21512996dC57EB0615e2383E2f96" && Outcome(link, "publicity") == "failed");
    }

    private static JsonElement.ArrayEnumerator Links(JsonDocument document) => document.RootElement.GetProperty("links").EnumerateArray();

    private static (string? Standing, string? Service) StandingOf(JsonDocument document)
    {
        var link = Links(document).First(link => link.GetProperty("pivot").GetString() == PaidByTwo);
        return (link.GetProperty("standing").GetString(), Outcome(link, "service"));
    }

    private static string? Outcome(JsonElement link, string check) =>
        link.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == check).GetProperty("outcome").GetString();
}
