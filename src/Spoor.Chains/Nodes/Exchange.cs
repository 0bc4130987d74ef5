namespace Spoor.Chains.Nodes;

/// <summary>What came of sending one request to one endpoint.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    public sealed record Answered(ReadOnlyMemory<byte> Body) : Exchange;

    /// <param name="Reason">For people, without secrets.</param>
    /// <param name="MayPass">Whether this endpoint may answer later; otherwise only another one can.</param>
    /// <param name="Rest">The rest it asked for.</param>
    /// <param name="Cause">What was thrown, for those who look deeper.</param>
    public sealed record Failed(string Reason, bool MayPass, TimeSpan? Rest, Exception? Cause) : Exchange;
}
