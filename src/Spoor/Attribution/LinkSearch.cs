namespace Spoor.Attribution;

/// <summary>Searches what two incidents share.</summary>
public static class LinkSearch
{
    /// <summary>Every link between the case and the others, those that a check refutes included; in order of other case, kind and pivot.</summary>
    public static Task<IReadOnlyList<Link>> RunAsync(LinkRequest request, CancellationToken cancellation) =>
        throw new NotSupportedException($"The search for links of {request.Case.Id} is being built.");
}
