using CsCheck;
using Spoor.Chains.Evm.Bridges;
using Spoor.Tracing.Bridges;
using Spoor.Transfers;
using static Spoor.Tests.Evm.Bridges.BridgeLogs;

namespace Spoor.Tests.Evm.Bridges;

/// <summary>Logs of bridges become legs, and anything else becomes nothing.</summary>
public sealed class BridgeDecodingTests
{
    private const string SpokePool = "0x5c7bcd6e7de5423a257d81b442095a1a6ced35c5";

    private const string Stranger = "0x00000000000000000000000000000000000000ee";

    [Fact]
    public void A_published_log_of_Hop_says_what_was_sent_where()
    {
        // https://etherscan.io/tx/0xb904591eeabbef1575eb3fe64f1681ae1bb60643017241139c96517c9d26e1ac, log 186.
        var log = Raw(
            "0x3666f603cc164936c1b87e207f36beba4ac5f18a",
            [
                "0a0607688c86ec1775abcdbab7b33a3a35a6c9cde677c9be880150c231cc6b0b", Word(10),
                "000000000000000000000000e1f0da1b238db9cb3e51bca447f1210c7134277d", "000000000000000000000000a6a688f107851131f0e1dce493ebbebfaf99203e",
            ],
            Word(0x12f727ec0) + Word(0x12daad0bc) + Word(0x63fd73b2) + Word(0));

        var leg = Assert.Single(Read("ethereum", TxHash.Parse("b904591eeabbef1575eb3fe64f1681ae1bb60643017241139c96517c9d26e1ac"), log));

        Assert.Equal((BridgeSide.Deposit, "hop", true), (leg.Side, leg.Protocol, leg.IsKnownEmitter));
        Assert.Equal("0xe1f0da1b238db9cb3e51bca447f1210c7134277d", AddressText.Render(leg.OtherChain!.Value, leg.Recipient!.Value).ToLowerInvariant());
        Assert.Equal((ChainId.Parse("eip155:10"), new Amount(5_091_000_000)), (leg.OtherChain.Value, leg.Amount!.Value));
        Assert.EndsWith(":1677554610:000000000000000000000000a6a688f107851131f0e1dce493ebbebfaf99203e:0", leg.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deposit_into_Across_states_what_is_to_be_paid()
    {
        var leg = Assert.Single(Read("ethereum", Tx(1), Of(
            "V3FundsDeposited", SpokePool, ("inputToken", Account(1)), ("outputToken", Account(2)), ("inputAmount", Word(1_000)), ("outputAmount", Word(990)),
            ("destinationChainId", Word(10)), ("depositId", Word(77)), ("depositor", Account(3)), ("recipient", Account(4)))));

        Assert.Equal((BridgeSide.Deposit, "1:77", true), (leg.Side, leg.MessageId, leg.IsKnownEmitter));
        Assert.Equal(("eip155:1/erc20:0x0000000000000000000000000000000000001001", "eip155:10/erc20:0x0000000000000000000000000000000000001002"), ($"{leg.Asset}", $"{leg.OtherAsset}"));
        Assert.Equal((new Amount(1_000), new Amount(990)), (leg.Amount!.Value, leg.OtherAmount!.Value));
    }

    [Fact]
    public void An_event_of_a_contract_that_nobody_knows_is_told_as_such()
    {
        var leg = Assert.Single(Read("ethereum", Tx(1), Of("V3FundsDeposited", Stranger, ("destinationChainId", Word(10)))));

        Assert.False(leg.IsKnownEmitter);
    }

    [Fact]
    public void Passengers_of_one_message_stay_apart_and_the_packet_adds_no_third()
    {
        var (first, second) = (("guid", Word(5)), ("amountReceivedLD", Word(7)));
        var legs = Read("optimism", Tx(1), Of("OFTReceived", Stranger, first, second, ("toAddress", Account(1))), Of("OFTReceived", Stranger, first, second, ("toAddress", Account(2))));

        Assert.Equal(2, legs.Count);
    }

    [Fact]
    public void Celer_gives_back_what_could_not_be_paid()
    {
        var refund = Assert.Single(Read("ethereum", Tx(1), Of("WithdrawDone", Stranger, ("refid", Word(9)), ("receiver", Account(1)), ("amount", Word(5)))));
        var pegged = Assert.Single(Read("ethereum", Tx(1), Of("Withdrawn", Stranger, ("refId", Word(9)), ("refChainId", Word(10)), ("receiver", Account(1)))));

        Assert.All([refund, pegged], leg => Assert.Equal((BridgeSide.Refund, Word(9)), (leg.Side, leg.MessageId)));
        Assert.Empty(Read("ethereum", Tx(1), Of("WithdrawDone", Stranger, ("amount", Word(5)))));
    }

    [Fact]
    public void Transit_on_one_chain_is_no_crossing()
    {
        Assert.Empty(Read("ethereum", Tx(1), Transit(1)));
        Assert.Equal(ChainId.Parse("eip155:56"), Assert.Single(Read("ethereum", Tx(1), Transit(56))).OtherChain);

        static Spoor.Chains.Evm.LogAnswer Transit(long chain) => Of("TransitSwapped(address,address,address,uint256", Stranger, [("toChainID", Word(chain)), ("dstReceiver", Account(1))], [("channel", "web"u8.ToArray())]);
    }

    [Fact]
    public void No_log_of_any_shape_ends_in_a_fault()
    {
        var events = BridgeReading.Events().ToArray();
        Gen.Select(Gen.Int[0, events.Length - 1], Gen.Int[0, 3], Gen.Byte.Array[0, 700], Gen.Int[0, 40], Gen.Bool).Sample((number, topics, noise, words, aligned) =>
        {
            // Small words, so that they are taken for offsets and lengths that point inside and just outside.
            byte[] data = aligned ? [.. noise.Take(words).SelectMany(value => Convert.FromHexString(Word(value * 8)))] : noise;
            var log = Raw(Stranger, [BridgeWords.Hex(events[number].Topic), .. Enumerable.Repeat(Word(77), topics)], Convert.ToHexStringLower(data));
            return Read("avalanche", Tx(1), log).Count <= 1;
        });
    }

    [Fact]
    public void Data_that_are_not_hex_digits_are_no_event() =>
        Assert.Empty(Read("avalanche", Tx(1), Raw(Stranger, [BridgeWords.Hex(BridgeReading.Events().Single(known => known.Signature == "Unwrap(uint256,uint256)").Topic)], new string('z', 128))));

    [Theory]
    [MemberData(nameof(BridgeCrossings.Protocols), MemberType = typeof(BridgeCrossings))]
    public void The_two_sides_of_a_protocol_are_joined_by_its_id(string protocol)
    {
        var legs = BridgeCrossings.LegsOf(protocol);

        var match = Assert.Single(new BridgeMatcher().Match(legs).Deposits);

        Assert.Equal((BridgeOutcome.Matched, BridgeMethod.Id), (match.Outcome, match.Method));
        Assert.Equal(protocol, match.Deposit.Protocol);
    }
}
