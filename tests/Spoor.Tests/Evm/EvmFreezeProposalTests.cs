using Spoor.Chains.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>Proposals to freeze, read from the calldata of transactions in a block.</summary>
public sealed class EvmFreezeProposalTests
{
    private const string Multisig = "0xc6cde7c39eb2f0f0095f41570af89efc2c1ea828";
    private const string Tether = "0xdac17f958d2ee523a2206206994597c13d831ec7";

    // submitTransaction(USDT, 0, addBlackList(0x…d1)).
    private static readonly string Proposal = "0xc6427474" + Tether[2..].PadLeft(64, '0') + Word(0)[2..] + Word(0x60)[2..] + Word(0x24)[2..] + "0ecb93c0" + Word(0xd1)[2..] + new string('0', 56);

    [Fact]
    public void A_proposal_that_reached_the_multisig_names_whom_it_freezes()
    {
        var change = Assert.Single(Read(Multisig, Proposal));

        Assert.Equal((ControlKind.FreezeProposed, Party(0xd1), new(10, 0, Phase.Value, 0)), (change.Kind, change.Subject, change.Position));
        Assert.Equal(AddressText.Parse(Ethereum.Id, Tether), change.Contract);
        Assert.Null(change.Holder);
    }

    [Fact]
    public void One_that_failed_or_went_elsewhere_or_is_cut_or_of_another_chain_is_none()
    {
        Assert.Empty(Read(Multisig, Proposal, status: "0x0"));
        Assert.Empty(Read(Account(2), Proposal));
        Assert.Empty(Read(Multisig, Proposal[..^120]));
        Assert.Empty(Read(Multisig, Proposal + new string('0', 4_096)));
        Assert.Empty(Read(Multisig, Proposal, chain: "polygon"));
    }

    [Fact]
    public void Calldata_that_is_no_hex_is_refused() =>
        Assert.Throws<NodeAnswerException>(() => Read(Multisig, Proposal[..^1] + "z"));

    private static IReadOnlyList<ControlChange> Read(string to, string input, string status = "0x1", string chain = "ethereum") =>
        Decode(Raw(Block(Sent(1, 1, null, 0, ("to", to), ("input", input))), receipts: [Receipt(1, [], ("status", status))]), chain).Controls;
}
