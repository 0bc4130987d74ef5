using Spoor.Transfers;

namespace Spoor.Tests.Transfers;

/// <summary>Addresses of real thefts, as investigators published them.</summary>
public sealed class IncidentAddressTests
{
    // Chains whose addresses Spoor does not read.
    private static readonly string[] Foreign =
        ["stellar", "vechain", "ton", "polkadot", "xdag", "kadena", "aptos", "kava", "tezos", "zilliqa", "eos", "harmony", "tomochain"];

    [Theory]
    [InlineData("alphapo_2023", 8)]
    [InlineData("coinex_2023", 46)]
    [InlineData("kucoin_2020", 38)]
    [InlineData("stake_2023", 43)]
    public void Every_address_reads_and_is_written_as_it_was_published(string incident, int expected)
    {
        string[][] rows = [.. File.ReadLines(SharedData.File($"incidents/{incident}/addresses.csv")).Skip(1).Select(row => row.Split(','))];

        string[][] known = [.. rows.Where(row => !Foreign.Contains(row[1]))];

        Assert.Equal(expected, known.Length);
        Assert.All(known, row => Assert.Contains(row[2], SpellingsOf(row[1], row[2])));
    }

    private static string[] SpellingsOf(string name, string text)
    {
        // Ethereum PoW split off in 2022 and is not in the registry; an unknown EVM chain is named by its number.
        var chain = ChainRegistry.Find(name == "ethereum_pow" ? "eip155:10001" : name);
        string written = AddressText.Render(chain.Id, AddressText.Parse(chain.Id, text));
        return chain.Family == ChainFamily.Evm
            ? [written, written.ToLowerInvariant()]
            : [written, written[(written.IndexOf(':', StringComparison.Ordinal) + 1)..]];
    }
}
