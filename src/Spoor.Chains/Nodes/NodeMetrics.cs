using System.Diagnostics.Metrics;

namespace Spoor.Chains.Nodes;

/// <summary>What is counted of the traffic with nodes, as meter <c>Spoor.Nodes</c>; endpoints appear without their secrets.</summary>
public static class NodeMetrics
{
    public const string MeterName = "Spoor.Nodes";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("spoor.nodes.requests", "{request}", "Requests sent to nodes.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("spoor.nodes.failures", "{request}", "Requests without an acceptable answer.");

    private static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("spoor.nodes.retries", "{request}", "Requests that repeat a question.");

    private static readonly Counter<long> Bytes =
        Meter.CreateCounter<long>("spoor.nodes.bytes", "By", "Bytes of answers, after decompression.");

    private static readonly Histogram<double> Seconds =
        Meter.CreateHistogram<double>("spoor.nodes.seconds", "s", "From sending a request to the last byte of its answer.");

    internal static void Requested(NodeEndpoint endpoint, bool again)
    {
        Requests.Add(1, Tag(endpoint));
        if (again)
        {
            Retries.Add(1, Tag(endpoint));
        }
    }

    internal static void Failed(NodeEndpoint endpoint) => Failures.Add(1, Tag(endpoint));

    internal static void Answered(NodeEndpoint endpoint, long bytes, TimeSpan took)
    {
        Bytes.Add(bytes, Tag(endpoint));
        Seconds.Record(took.TotalSeconds, Tag(endpoint));
    }

    private static KeyValuePair<string, object?> Tag(NodeEndpoint endpoint) => new("endpoint", endpoint.Shown);
}
