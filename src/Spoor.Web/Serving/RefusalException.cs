namespace Spoor.Web.Serving;

/// <summary>A request that is refused for a reason its sender can mend.</summary>
public sealed class RefusalException(Problem problem, string detail, Exception? inner = null) : Exception(detail, inner)
{
    public Problem Problem { get; } = problem;
}
