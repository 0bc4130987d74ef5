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
    private readonly ConcurrentDictionary<NodeEndpoint, bool> _greeted = [];
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
        var refused = new HashSet<NodeEndpoint>();
        for (int attempt = 1; ; attempt++)
        {
            var endpoint = await _pool.NextAsync(refused, cancellation);
            switch (await SendAsync(endpoint, path, body, accept, attempt, cancellation))
            {
                case Exchange.Answered answer:
                    _pool.Succeeded(endpoint);
                    return answer.Body;
                case Exchange.Failed failure:
                    _pool.Failed(endpoint, failure.Rest);
                    GiveUpOrGoOn(endpoint, failure, attempt, refused);
                    break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _exchange.Dispose();
        _slots.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Exchange> SendAsync(
        NodeEndpoint endpoint, string path, ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> accept, int attempt, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        try
        {
            NodeMetrics.Requested(endpoint, again: attempt > 1);
            if (_greeting is not null && !_greeted.ContainsKey(endpoint))
            {
                if (await GreetAsync(endpoint, _greeting, cancellation) is Exchange.Failed unfit)
                {
                    return unfit;
                }

                _greeted[endpoint] = true;
            }

            return await _exchange.SendAsync(endpoint, path, body, accept, cancellation);
        }
        finally
        {
            _slots.Release();
        }
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

    private void GiveUpOrGoOn(NodeEndpoint endpoint, Exchange.Failed failure, int attempt, HashSet<NodeEndpoint> refused)
    {
        NodeMetrics.Failed(endpoint);
        if (!failure.MayPass)
        {
            refused.Add(endpoint);
        }

        if (attempt >= _limits.Attempts || refused.Count == _pool.Count)
        {
            string times = attempt == 1 ? "once" : $"{attempt} times";
            throw new NodeException(
                $"Asked {_names} {times} without an acceptable answer. The last, from {endpoint}: {failure.Reason}. "
                + "Check the address, and that the node is up and may be used; further endpoints can stand in for it.",
                failure.Cause ?? new NodeAnswerException(failure.Reason));
        }
    }
}
