using System.Globalization;
using System.Text;

namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>JSON-RPC over a transport: single calls, and batches as large as the node takes them.</summary>
/// <remarks>
/// Every answer must carry the id of its question, in a batch each id once, in whatever order. A node that refuses a
/// batch is asked with half of it, down to single calls, until that has gone well for a while.
/// </remarks>
/// <param name="transport">Is not disposed of here.</param>
/// <param name="largestBatch">Calls in one request; Erigon takes 100 unless told otherwise, go-ethereum 1,000.</param>
public sealed class RpcClient(INodeTransport transport, int largestBatch = 50)
{
    private long _lastId;
    // A refusal may be of one answer or one moment: after so many full batches without one, twice as many are tried.
    private const int BatchesToGrow = 32;

    private volatile int _batch = Math.Max(1, largestBatch);
    private int _full;

    /// <exception cref="NodeAnswerException">The node answers with an error that asking again does not change.</exception>
    /// <exception cref="NodeException">No acceptable answer came.</exception>
    public async Task<RpcAnswer> CallAsync(RpcCall call, CancellationToken cancellation)
    {
        long id = Interlocked.Increment(ref _lastId);
        var answer = new RpcAnswer { Call = call };
        await SendAsync(call.Method, Question(call, id), body => answer = new() { Call = call, Json = RpcEnvelope.One(body, call.Method, id).Value }, cancellation);
        return answer;
    }

    /// <summary>Answers in the order of the calls; errors of single calls are in their answers.</summary>
    /// <exception cref="NodeException">No acceptable answer came.</exception>
    public async Task<IReadOnlyList<RpcAnswer>> BatchAsync(IReadOnlyList<RpcCall> calls, CancellationToken cancellation)
    {
        var answers = new RpcAnswer[calls.Count];
        await FillAsync(new(calls, answers, 0, calls.Count), cancellation);
        return answers;
    }

    private async Task FillAsync(Part part, CancellationToken cancellation)
    {
        int size = _batch;
        if (part.Count > size)
        {
            await Task.WhenAll(part.Split(size).Select(smaller => FillAsync(smaller, cancellation)));
            return;
        }

        if (part.Count == 1)
        {
            part.Answers[part.First] = await AnswerAsync(part.Calls[part.First], cancellation);
            Grow(1);
        }
        else if (part.Count > 1 && !await TryBatchAsync(part, cancellation))
        {
            int half = part.Count / 2;
            _batch = Math.Min(_batch, half);
            _ = Interlocked.Exchange(ref _full, 0);
            await FillAsync(part, cancellation);
        }
    }

    private async Task<RpcAnswer> AnswerAsync(RpcCall call, CancellationToken cancellation)
    {
        try
        {
            return await CallAsync(call, cancellation);
        }
        catch (NodeAnswerException error)
        {
            return new() { Call = call, Error = error };
        }
    }

    private async Task<bool> TryBatchAsync(Part part, CancellationToken cancellation)
    {
        long firstId = Interlocked.Add(ref _lastId, part.Count) - part.Count + 1;
        var texts = Enumerable.Range(0, part.Count).Select(i => Text(part.Calls[part.First + i], firstId + i));
        byte[] question = Encoding.UTF8.GetBytes($"[{string.Join(',', texts)}]");
        var batch = new RpcBatch(part.Calls, part.First, part.Count, firstId);
        RpcAnswer[] answers = [];
        try
        {
            await SendAsync($"{part.Calls[part.First].Method} and others, {part.Count} at once,", question, body => answers = batch.Accept(body), cancellation);
        }
        catch (NodeAnswerException refusal) when (!refusal.MayPass)
        {
            return false;
        }
        catch (NodeException refusal) when (refusal.InnerException is TimeoutException or NodeAnswerException { Code: 400 or 405 or 413 or 415 or 422 })
        {
            return false;
        }

        answers.CopyTo(part.Answers, part.First);
        Grow(part.Count);
        return true;
    }

    private void Grow(int size)
    {
        if (size == _batch && size < largestBatch && Interlocked.Increment(ref _full) % BatchesToGrow == 0)
        {
            _batch = Math.Min(largestBatch, 2 * size);
        }
    }

    private async Task SendAsync(string what, byte[] question, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        try
        {
            await transport.PostAsync("", question, accept, cancellation);
        }
        catch (NodeException failure)
        {
            throw new NodeException($"{what} failed. {failure.Message}", failure.InnerException ?? failure);
        }
    }

    internal static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static byte[] Question(RpcCall call, long id) => Encoding.UTF8.GetBytes(Text(call, id));

    private static string Text(RpcCall call, long id) =>
        $$"""{"jsonrpc":"2.0","id":{{Id(id)}},"method":"{{call.Method}}","params":{{call.Parameters}}}""";

    private readonly record struct Part(IReadOnlyList<RpcCall> Calls, RpcAnswer[] Answers, int First, int Count)
    {
        public IEnumerable<Part> Split(int size)
        {
            for (int from = 0; from < Count; from += size)
            {
                yield return this with { First = First + from, Count = Math.Min(size, Count - from) };
            }
        }
    }
}
