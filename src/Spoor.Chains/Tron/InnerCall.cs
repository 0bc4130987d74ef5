using System.Text;
using Spoor.Chains.Nodes.Answers;

namespace Spoor.Chains.Tron;

/// <summary>A call inside a transaction, as nodes with <c>vm.saveInternalTx</c> tell of it.</summary>
internal static class InnerCall
{
    // Other notes (freezeBalanceV2ForEnergy, delegateResourceOfEnergy and the like) state amounts that stay with their owner.
    private static readonly HashSet<string> Moving = new(StringComparer.Ordinal) { "", "call", "create", "suicide" };

    public static bool MovesValue(AnswerObject call)
    {
        string note = call.OptionalText("note") ?? "";
        byte[] bytes = new byte[note.Length / 2];
        bool isHex = note.Length % 2 == 0 && Convert.FromHexString(note, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        return Moving.Contains(isHex ? Encoding.UTF8.GetString(bytes) : note);
    }

    public static string TokenOf(AnswerObject value, string token) =>
        token.Length <= 20 && token.All(char.IsAsciiDigit) ? token : throw value.Wrong("tokenId", "the number of a TRC-10 token", token);
}
