using System.Globalization;
using System.Text.Json;

namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>One answer object: its id, and where its result lies in the body.</summary>
/// <remarks>
/// The whole body is read as JSON, so that a cut answer is noticed here, but results are left as they are: they are read
/// once, by who understands them. Call traces nest as deep as calls do, 1,024 deep with two levels each.
/// </remarks>
internal readonly record struct RpcEnvelope(string? Id, ReadOnlyMemory<byte> Value, bool HasError, int? Code, string Message)
{
    private const int MaxDepth = 4_096;

    /// <param name="body">What the node sent.</param>
    /// <param name="isBatch">Whether it is an array of answers.</param>
    /// <exception cref="NodeAnswerException">No JSON, or no JSON-RPC answer.</exception>
    public static IReadOnlyList<RpcEnvelope> Read(ReadOnlyMemory<byte> body, out bool isBatch)
    {
        try
        {
            return ReadAll(body, out isBatch);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new NodeAnswerException(
                $"Expected a JSON-RPC answer, found {body.Length:N0} bytes that are no whole JSON ({fault.Message}), beginning '{NodeText.Printable(body)}'", fault);
        }
    }

    /// <summary>The one answer to one question; an error it tells is thrown.</summary>
    /// <param name="what">What was asked, for the message.</param>
    /// <exception cref="NodeAnswerException">It is an error, a list, or the answer to another question.</exception>
    public static RpcEnvelope One(ReadOnlyMemory<byte> body, string what, long id)
    {
        var envelopes = Read(body, out bool isBatch);
        if (isBatch)
        {
            throw new NodeAnswerException($"{what} was answered with a list, one answer was expected");
        }

        var envelope = envelopes[0];

        // An error before the question was understood has no id.
        if (envelope.Id != RpcClient.Id(id) && !(envelope.HasError && envelope.Id is null))
        {
            throw new NodeAnswerException($"{what} was answered with id '{NodeText.Printable(envelope.Id ?? "none")}', {id} was expected");
        }

        return envelope.HasError ? throw RpcFault.Of(what, envelope.Code, envelope.Message) : envelope;
    }

    private static List<RpcEnvelope> ReadAll(ReadOnlyMemory<byte> body, out bool isBatch)
    {
        var json = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = MaxDepth });
        json.Read();
        isBatch = json.TokenType == JsonTokenType.StartArray;
        var answers = new List<RpcEnvelope>();
        if (!isBatch)
        {
            answers.Add(ReadOne(ref json, body));
        }

        while (isBatch && json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            answers.Add(ReadOne(ref json, body));
        }

        // Anything after the answer makes the reader throw.
        json.Read();
        return answers;
    }

    private static RpcEnvelope ReadOne(ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new NodeAnswerException($"Expected a JSON-RPC answer, an object, found {json.TokenType}, beginning '{NodeText.Printable(body)}'");
        }

        var answer = new RpcEnvelope(null, default, false, null, "");
        var seen = RpcMember.None;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var member = MemberAt(ref json);
            if (member != RpcMember.None && (seen & member) != 0)
            {
                throw new NodeAnswerException($"Expected one '{member}' in a JSON-RPC answer, found two.");
            }

            seen |= member;
            json.Read();
            answer = Take(answer, member, ref json, body);
        }

        bool hasResult = !answer.Value.IsEmpty && !(answer.HasError && answer.Value.Span.SequenceEqual("null"u8));
        return hasResult != answer.HasError
            ? answer
            : throw new NodeAnswerException($"Expected a JSON-RPC answer with a result or an error, found {(hasResult ? "both" : "neither")}.");
    }

    private static RpcMember MemberAt(ref Utf8JsonReader json) =>
        json.ValueTextEquals("id"u8) ? RpcMember.Id
        : json.ValueTextEquals("result"u8) ? RpcMember.Answer
        : json.ValueTextEquals("error"u8) ? RpcMember.Error
        : RpcMember.None;

    private static RpcEnvelope Take(RpcEnvelope answer, RpcMember member, ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        var value = ValueAt(ref json, body);
        return member switch
        {
            RpcMember.Id => answer with { Id = IdOf(value) },
            RpcMember.Answer => answer with { Value = value },
            RpcMember.Error when !value.Span.SequenceEqual("null"u8) => WithError(answer, value),
            _ => answer,
        };
    }

    private static ReadOnlyMemory<byte> ValueAt(ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        int start = (int)json.TokenStartIndex;
        json.Skip();
        return body[start..(int)json.BytesConsumed];
    }

    // Some nodes send the number back as text.
    private static string? IdOf(ReadOnlyMemory<byte> value)
    {
        using var id = JsonDocument.Parse(value);
        return id.RootElement.ValueKind switch
        {
            JsonValueKind.Number => id.RootElement.GetRawText(),
            JsonValueKind.String => id.RootElement.GetString(),
            _ => null,
        };
    }

    private static RpcEnvelope WithError(RpcEnvelope answer, ReadOnlyMemory<byte> value)
    {
        using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = MaxDepth });
        var error = document.RootElement;
        if (error.ValueKind != JsonValueKind.Object)
        {
            return answer with { HasError = true, Message = error.ToString() };
        }

        string message = error.TryGetProperty("message", out var text) ? text.ToString() : error.GetRawText();
        bool hasCode = error.TryGetProperty("code", out var number);
        bool isWhole = int.TryParse(hasCode ? number.ToString() : "", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int code);
        return answer with { HasError = true, Code = isWhole ? code : null, Message = message };
    }

    [Flags]
    private enum RpcMember
    {
        None = 0,
        Id = 1,
        Answer = 2,
        Error = 4,
    }
}
