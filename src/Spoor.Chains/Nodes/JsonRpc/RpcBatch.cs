namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>Calls sent together, and what makes their answers whole: every id once, and none that was not asked.</summary>
internal sealed class RpcBatch(IReadOnlyList<RpcCall> calls, int first, int count, long firstId)
{
    /// <exception cref="NodeAnswerException">The batch was refused, or its answers are not those to the calls.</exception>
    public RpcAnswer[] Accept(ReadOnlyMemory<byte> body)
    {
        var envelopes = RpcEnvelope.Read(body, out bool isBatch);
        if (!isBatch)
        {
            throw Refused(envelopes[0]);
        }

        var answers = new RpcAnswer[count];
        foreach (var envelope in envelopes)
        {
            int place = PlaceOf(envelope);
            var call = calls[first + place];
            answers[place] = answers[place] is null
                ? AnswerTo(call, envelope)
                : throw new NodeAnswerException($"{call.Method} was answered twice within a batch of {count}, with id {firstId + place}");
        }

        int missing = Array.FindIndex(answers, answer => answer is null);
        return missing < 0
            ? answers
            : throw new NodeAnswerException($"{calls[first + missing].Method} was not answered within a batch of {count}, {envelopes.Count} answers came");
    }

    private NodeAnswerException Refused(RpcEnvelope envelope)
    {
        string method = calls[first].Method;
        if (envelope.HasError)
        {
            return RpcFault.Of(method, envelope.Code, envelope.Message);
        }

        return new($"{method} was sent in a batch of {count} and answered by itself; the node takes no batches") { MayPass = false, AskForLess = true };
    }

    private int PlaceOf(RpcEnvelope envelope)
    {
        for (int place = 0; place < count; place++)
        {
            if (envelope.Id == RpcClient.Id(firstId + place))
            {
                return place;
            }
        }

        // go-ethereum and others put the refusal of a whole batch into a list of one.
        throw envelope is { HasError: true, Id: null }
            ? Refused(envelope)
            : new NodeAnswerException(
                $"Expected answers to a batch with ids {firstId} to {firstId + count - 1}, found id '{NodeText.Printable(envelope.Id ?? "none")}'");
    }

    private static RpcAnswer AnswerTo(RpcCall call, RpcEnvelope envelope)
    {
        if (!envelope.HasError)
        {
            return new() { Call = call, Json = envelope.Result };
        }

        var error = RpcFault.Of(call.Method, envelope.Code, envelope.Message);

        // What passes, and an answer that did not fit into the batch, is asked for again with the batch.
        return error.MayPass || error.AskForLess ? throw error : new() { Call = call, Error = error };
    }
}
