using CsCheck;
using Spoor.Chains.Evm;
using Spoor.Chains.Nodes;
using Spoor.Transfers;
using static Spoor.Tests.Evm.EvmAnswers;

namespace Spoor.Tests.Evm;

/// <summary>Answers that were cut or damaged on the way.</summary>
public sealed class EvmDamageTests
{
    [Fact]
    public void Any_cut_ends_in_a_refusal_and_any_other_damage_in_that_or_in_a_block()
    {
        var whole = Rich();
        byte[][] parts = [whole.Block.ToArray(), whole.BlockReceipts!.Value.ToArray(), whole.CallTraces!.Value.ToArray()];
        Assert.Equal(BlockGaps.None, Decode(Of(parts)).Gaps);

        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 3]).Sample(
            (part, place, value, damage) => Damaged(parts, part, place, value, damage), iter: 4_000, seed: "0000KOIPe036");
    }

    private static bool Damaged(byte[][] parts, int part, int place, byte value, int damage)
    {
        byte[] text = parts[part];
        int at = place % text.Length;
        byte[] damaged = damage switch
        {
            0 => text[..at],
            1 => [.. text[..at], value, .. text[(at + 1)..]],
            2 => [.. text[..at], value, .. text[at..]],
            _ => [.. text[..at], .. text[Math.Min(text.Length, at + 1 + (value % 40))..]],
        };
        byte[][] all = [.. parts];
        all[part] = damaged;
        try
        {
            // An answer without a byte counts as not given.
            return Decode(Of(all)).Height >= 0 && (damage != 0 || at == 0);
        }
        catch (NodeAnswerException)
        {
            return true;
        }
    }

    private static EvmRawBlock Of(byte[][] parts) => new() { Block = parts[0], BlockReceipts = parts[1], CallTraces = parts[2] };

    private static EvmRawBlock Rich() => Raw(
        Block(Sent(1, 0xa, 0xb, 100, ("input", "0xa9059cbb00")), Sent(2, 0xa, null, 5)),
        receipts:
        [
            Receipt(1, [Log(0xee, [TransferTopic, Word(0xa), Word(0xb)], Word(7), 0), Log(0xee, [TransferTopic, Word(0xa), Word(0xb), Word(3)], "0x", 1)]),
            Receipt(2, [Log(0xee, ["0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb", Word(1), Word(2), Word(3)], Words(64, 160, 2, 5, 6, 2, 50, 60), 2)], ("contractAddress", Account(0xcc))),
        ],
        calls: [Call("CALL", 0xa, 0xb, 100, Call("CALL", 0xb, 0xc, 60), Failed(Call("CALL", 0xb, 0xd, 40))), Call("CREATE", 0xa, 0xcc, 5)]);
}
