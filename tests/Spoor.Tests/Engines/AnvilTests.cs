using System.Globalization;
using Spoor.Cli.Demo.Live;

namespace Spoor.Tests.Engines;

/// <summary>What the tests on real nodes rely on.</summary>
public sealed class AnvilTests
{
    [Fact]
    public async Task A_node_has_the_chain_id_it_was_given_and_makes_a_block_for_each_transaction()
    {
        await using var anvil = await Anvil.StartAsync(77);

        await anvil.SendAsync(anvil.Accounts[0], anvil.Accounts[1], 5);

        Assert.Equal("0x4d", await anvil.CallAsync("eth_chainId"));
        Assert.Equal(1, await anvil.HeightAsync());
    }

    [Fact]
    public async Task A_reorganisation_replaces_as_many_blocks_as_asked_and_puts_transactions_where_asked()
    {
        await using var anvil = await Anvil.StartAsync(77);
        await anvil.MineAsync(70);
        string[] before = await HashesAsync(anvil);

        await anvil.ReorganiseAsync(64, (anvil.Accounts[0], anvil.Accounts[1], 5, 0), (anvil.Accounts[0], anvil.Accounts[1], 6, 63));

        string[] after = await HashesAsync(anvil);
        Assert.Equal(before[..7], after[..7]);
        Assert.Empty(before[7..].Intersect(after[7..]));
        Assert.Equal(71, after.Length);
        Assert.Equal("0x1", await anvil.CallAsync("eth_getBlockTransactionCountByNumber", "0x7"));
        Assert.Equal("0x1", await anvil.CallAsync("eth_getBlockTransactionCountByNumber", "0x46"));
    }

    [Fact]
    public async Task A_token_can_be_created_sent_and_approved_and_an_account_be_impersonated()
    {
        await using var anvil = await Anvil.StartAsync(77);
        string stranger = "0x00000000000000000000000000000000000abcde";
        string token = await anvil.DeployTokenAsync("TST", 1_000);
        await anvil.SetBalanceAsync(stranger, 1_000_000_000_000_000_000);
        await anvil.ImpersonateAsync(stranger);

        await anvil.SendAsync(anvil.Accounts[0], token, 0, DemoToken.Transfer(stranger, 300));
        await anvil.SendAsync(stranger, token, 0, DemoToken.Approve(anvil.Accounts[1], 200));
        await anvil.SendAsync(anvil.Accounts[1], token, 0, DemoToken.TransferFrom(stranger, anvil.Accounts[2], 150));

        Assert.Equal(150, await BalanceAsync(anvil, token, stranger));
        Assert.Equal(150, await BalanceAsync(anvil, token, anvil.Accounts[2]));
    }

    private static async Task<string[]> HashesAsync(Anvil anvil)
    {
        List<string> hashes = [];
        for (long height = 0; height <= await anvil.HeightAsync(); height++)
        {
            string block = await anvil.CallAsync("eth_getBlockByNumber", $"0x{height:x}", false);
            hashes.Add(System.Text.Json.Nodes.JsonNode.Parse(block)!["hash"]!.GetValue<string>());
        }

        return [.. hashes];
    }

    private static async Task<long> BalanceAsync(Anvil anvil, string token, string holder)
    {
        string units = await anvil.CallAsync("eth_call", new { to = token, data = "0x70a08231" + holder[2..].PadLeft(64, '0') }, "latest");
        return long.Parse(units[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
