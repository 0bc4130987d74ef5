using Spoor.Chains.Files;
using Spoor.Chains.Files.Bridges;
using Spoor.Tracing.Bridges;
using Spoor.Transfers;

namespace Spoor.Tests.Cli.Bridges;

/// <summary>How often the search confuses real deposits with each other.</summary>
/// <remarks>
/// Connector publishes decoded deposits and pairs of hashes, but nothing of the payouts but their hashes. Here every payout is made up from its deposit:
/// the same recipient, less a fee drawn evenly from the whole window, after a delay drawn evenly from the whole window. So this says how well deposits
/// can be told apart, and nothing of real delays, fees and changed recipients.
/// </remarks>
public sealed class ConnectorConfusionTests
{
    private static readonly ChainId Polygon = ChainRegistry.Find("polygon").Id;

    [Theory]
    [InlineData("Celer", 582, 0, 16)]
    [InlineData("Multi", 2_121, 0, 23)]
    [InlineData("Poly", 535, 0, 10)]
    public void Made_up_payouts_of_real_deposits_are_found_none_is_wrong_and_the_ambiguous_keep_the_right_one(string bridge, int right, int wrong, int ambiguous)
    {
        var deposits = BridgeLegFile.Read(InputFile.Read(SharedData.File($"cross_chain/connector/ETH-Polygon/{bridge}_deposits.json.gz")), BridgeSide.Deposit, null);
        var chance = new Random(1);
        var payouts = deposits.Select((deposit, number) => Payout(deposit, number, chance)).ToList();

        var matches = new BridgeMatcher(BridgeWindows.Default with { Ids = false }).Match([.. deposits, .. payouts]).Deposits;

        static bool Belongs(BridgeMatch match, BridgeLeg? payout) => payout?.Note == match.Deposit.Tx.ToString();
        Assert.Equal(right, matches.Count(match => Belongs(match, match.Payout)));
        Assert.Equal(wrong, matches.Count(match => match.Payout is not null && !Belongs(match, match.Payout)));
        Assert.Equal(ambiguous, matches.Count(match => match.Outcome == BridgeOutcome.Ambiguous && match.Candidates.Any(candidate => Belongs(match, candidate.Payout))));
        Assert.Equal(deposits.Count, right + wrong + ambiguous);
    }

    private static BridgeLeg Payout(BridgeLeg deposit, int number, Random chance)
    {
        var fee = deposit.Amount!.Value.Units / 1_000_000 * (UInt128)chance.Next(0, 30_000);
        return new()
        {
            Side = BridgeSide.Payout,
            Chain = Polygon,
            Tx = new(7, (UInt128)number),
            Time = deposit.Time.AddSeconds(chance.Next(1, 3_601)),
            Recipient = deposit.Recipient,
            Amount = new(deposit.Amount.Value.Units - fee),
            Note = deposit.Tx.ToString(),
        };
    }
}
