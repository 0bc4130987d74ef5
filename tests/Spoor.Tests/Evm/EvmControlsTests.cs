using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>Changes of control by the topics that explorers show, so that a wrong signature cannot hide behind its own hash.</summary>
public sealed class EvmControlsTests
{
    [Theory]
    [InlineData("0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925", 2, 3, ControlKind.Approval, 1, 2, "3")]
    [InlineData("0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925", 3, 3, ControlKind.Approval, 1, 2, "1")]
    [InlineData("0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31", 2, 3, ControlKind.ApprovalForAll, 1, 2, "1")]
    [InlineData("0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0", 2, 2, ControlKind.OwnershipTransferred, 0xee, 2, "")]
    [InlineData("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", 3, 3, ControlKind.RoleGranted, 0xee, 2, "")]
    [InlineData("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", 3, 3, ControlKind.RoleRevoked, 0xee, 2, "")]
    [InlineData("0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b", 1, 1, ControlKind.Upgraded, 0xee, 1, "")]
    [InlineData("0x7e644d79422f17c01e4894b5f4f588d331ebfa28653d42ae832dc59e38c9798f", 0, 2, ControlKind.AdminChanged, 0xee, 2, "")]
    [InlineData("0x9465fa0c962cc76958e6373a993326400c1c94f8be2fe3a952adfa7f60b2ea26", 1, 1, ControlKind.SafeOwnerAdded, 0xee, 1, "")]
    [InlineData("0x9465fa0c962cc76958e6373a993326400c1c94f8be2fe3a952adfa7f60b2ea26", 0, 1, ControlKind.SafeOwnerAdded, 0xee, 1, "")]
    [InlineData("0xf8d49fc529812e9a7c5c50e69c20f0dccc0db8fa95c98bc58cc9a4f1c1299eaf", 1, 1, ControlKind.SafeOwnerRemoved, 0xee, 1, "")]
    [InlineData("0x610f7ff2b304ae8903c3de74c60c6ab1f7d6226b3f52c5161905bb5ad4039c93", 0, 1, ControlKind.SafeThresholdChanged, 0xee, null, "1")]
    [InlineData("0xecdf3a3effea5783a3c4c2140e677577666428d44ed9d474a0b3a4c9943f8440", 0, 1, ControlKind.SafeModuleEnabled, 0xee, 1, "")]
    public void A_change_of_control_is_read(string topic, int indexed, int words, ControlKind kind, int subject, int? holder, string amount)
    {
        long[] arguments = [.. Enumerable.Range(1, words).Select(number => (long)number)];
        string[] topics = [topic, .. arguments.Take(indexed).Select(Word)];

        var control = Assert.Single(DecodeLogs([Log(0xee, topics, Words(arguments.AsSpan(indexed)), 6)]).Controls);

        Assert.Equal((kind, Party(0xee), Party(subject)), (control.Kind, control.Contract, control.Subject));
        Assert.Equal(holder is { } known ? Party(known) : null, control.Holder);
        Assert.Equal(amount, $"{control.Amount}");
        Assert.Equal(new(10, 0, Phase.Log, 6), control.Position);
    }

    [Fact]
    public void A_boundless_allowance_is_capped_and_one_taken_back_is_zero()
    {
        string topic = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
        var controls = DecodeLogs(
        [
            Log(0xee, [topic, Word(1), Word(2)], "0x" + new string('f', 64), 0), Log(0xee, [topic, Word(1), Word(2)], Word(0), 1),
            Log(0xee, [topic, Word(1), Word(0), Word(9)], "0x", 2),
        ]).Controls;

        Assert.Equal([UInt128.MaxValue, UInt128.Zero, UInt128.Zero], controls.Select(control => control.Amount!.Value.Units));
    }

    [Fact]
    public void Other_events_change_no_control() =>
        Assert.Empty(DecodeLogs([Log(0xee, [TransferTopic, Word(1), Word(2)], Word(3), 0), Log(0xee, [], Word(3), 1)]).Controls);
}
