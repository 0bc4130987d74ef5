using System.Text.Json;

namespace Spoor.Chains.Nodes.Answers;

/// <summary>An answer as JSON, read whole or not at all.</summary>
internal static class AnswerText
{
    // Answers of Bitcoin Core and of Tron go 8 deep; permissions and shielded parts a little deeper.
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <param name="json">The answer, UTF-8.</param>
    /// <param name="answer">What was asked, for messages.</param>
    /// <param name="read">Takes from it what is needed; nothing of it may be kept that points into the answer.</param>
    /// <exception cref="NodeAnswerException">Not JSON, cut, too deep, a member twice, or not what <paramref name="read"/> expects.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, string answer, Func<JsonElement, AnswerPlace, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return read(document.RootElement, new(answer));
        }
        catch (JsonException fault)
        {
            throw new NodeAnswerException(
                $"{answer}: expected JSON, found {json.Length} bytes that are not at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}; the answer was cut or is none.",
                fault);
        }
        catch (InvalidOperationException fault)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8, show only when the text is taken out.
            throw new NodeAnswerException($"{answer}: expected text in UTF-8, found some that is not.", fault);
        }
    }
}
