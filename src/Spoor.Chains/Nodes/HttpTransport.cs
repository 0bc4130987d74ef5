using System.Collections.Concurrent;

namespace Spoor.Chains.Nodes;

/// <summary>Nodes over HTTP: the first endpoint that works, asked again with growing rests, never faster or for more than the limits say.</summary>
/// <remarks>
/// An endpoint that fails rests and, when there are others, is passed over for the cool-down; then it is preferred again.
/// 429 and 503 rest as long as <c>Retry-After</c> says. An answer counts only when the caller accepts it.
/// </remarks>
public sealed class HttpTransport : INodeTransport
{
    private readonly HttpExchange _exchange;
    private readonly EndpointPool _pool;
    private readonly SemaphoreSlim _slots;
    private readonly TransportLimits _limits;
    private readonly NodeGreeting? _greeting;

    // What each endpoint is still to be asked before its first use.
    private readonly ConcurrentDictionary<NodeEndpoint, NodeGreeting?> _greetings = [];
    private readonly string _names;

    /// <param name="endpoints">http or https, the preferred one first.</param>
    /// <param name="limits">How hard they may be asked.</param>
    /// <param name="time">The clock of rests, rates and time limits.</param>
    /// <param name="greeting">Asked once of each endpoint, before its first use: a stand-in that serves another chain is as wrong as a first choice that does.</param>
    public HttpTransport(IReadOnlyList<NodeEndpoint> endpoints, TransportLimits limits, TimeProvider time, NodeGreeting? greeting = null)
    {
        if (endpoints.Count == 0 || endpoints.Any(endpoint => endpoint.IsWebSocket))
        {
            throw new ArgumentException(
                $"Expected endpoints that begin with http or https, found {(endpoints.Count == 0 ? "none" : string.Join(", ", endpoints))}.", nameof(endpoints));
        }

        _limits = limits;
        _greeting = greeting;
        _names = string.Join(", ", endpoints);
        _pool = new(endpoints, limits, time);
        _slots = new(limits.Concurrent);
        _exchange = new(limits, time);
    }

    public async Task<ReadOnlyMemory<byte>> PostAsync(
        string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, CancellationToken cancellation)
    {
        var question = new Question(path, body, accept);
        while (await AskAsync(question, cancellation) is var (endpoint, failure))
        {
            GiveUpOrGoOn(endpoint, failure, question);
        }

        return question.Answer;
    }

    public ValueTask DisposeAsync()
    {
        _exchange.Dispose();
        _slots.Dispose();
        return ValueTask.CompletedTask;
    }

    // The endpoint is chosen with a slot in hand: what waits for a slot must see the rest that an answer has brought meanwhile.
    private async Task<(NodeEndpoint Endpoint, Exchange.Failed Failure)?> AskAsync(Question question, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            question.Attempts++;
            var endpoint = await _pool.NextAsync(question.Refused, cancellation);
            switch (await SendAsync(endpoint, question, cancellation))
            {
                case Exchange.Failed failure:
                    _pool.Failed(endpoint, failure.Rest);
                    return (endpoint, failure);
                case Exchange.Answered answer:
                    _pool.Succeeded(endpoint);
                    question.Answer = answer.Body;
                    break;
            }

            return null;
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<Exchange> SendAsync(NodeEndpoint endpoint, Question question, CancellationToken cancellation)
    {
        NodeMetrics.Requested(endpoint, again: question.Attempts > 1);
        for (var greeting = _greetings.GetOrAdd(endpoint, _greeting); greeting is not null; greeting = greeting.Then)
        {
            if (await GreetAsync(endpoint, greeting, cancellation) is Exchange.Failed unfit)
            {
                return unfit;
            }

            _greetings[endpoint] = greeting.Then;
            await _pool.TakeTurnAsync(endpoint, cancellation);
        }

        return await _exchange.SendAsync(endpoint, question.Path, question.Body, question.Accept, cancellation);
    }

    // A no to the greeting is no answer to the caller's question: it rules out the endpoint, not the question.
    private async Task<Exchange> GreetAsync(NodeEndpoint endpoint, NodeGreeting greeting, CancellationToken cancellation)
    {
        try
        {
            return await _exchange.SendAsync(endpoint, greeting.Path, greeting.Body, greeting.Accept, cancellation);
        }
        catch (NodeAnswerException refusal)
        {
            return new Exchange.Failed(refusal.Message, MayPass: false, null, refusal);
        }
    }

    private void GiveUpOrGoOn(NodeEndpoint endpoint, Exchange.Failed failure, Question question)
    {
        NodeMetrics.Failed(endpoint);
        question.Timeouts += failure.Cause is TimeoutException ? 1 : 0;
        if (!failure.MayPass)
        {
            question.Refused.Add(endpoint);
        }

        if (question.Attempts >= _limits.Attempts || question.Timeouts >= _limits.Timeouts || question.Refused.Count == _pool.Count)
        {
            string times = question.Attempts == 1 ? "once" : $"{question.Attempts} times";
            throw new NodeException(
                $"Asked {_names} {times} without an acceptable answer. The last, from {endpoint}: {failure.Reason.TrimEnd('.')}. "
                + "Check the address, and that the node is up and may be used; further endpoints can stand in for it.",
                failure.Cause ?? new NodeAnswerException(failure.Reason));
        }
    }

    private sealed class Question(string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept)
    {
        public string Path => path;

        public ReadOnlyMemory<byte> Body => body;

        public Action<ReadOnlyMemory<byte>> Accept => accept;

        /// <summary>Endpoints that said no to it for good.</summary>
        public HashSet<NodeEndpoint> Refused { get; } = [];

        public int Attempts { get; set; }

        public int Timeouts { get; set; }

        public ReadOnlyMemory<byte> Answer { get; set; }
    }
}
