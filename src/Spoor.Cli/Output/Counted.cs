using Spoor.Reporting;

namespace Spoor.Cli.Output;

/// <summary>Numbers and the nouns they count.</summary>
internal static class Counted
{
    public static string Of(long count) => NumberText.Of(count);

    /// <summary><c>1 address</c>, <c>2 addresses</c>.</summary>
    public static string Of(long count, string one, string many) => NumberText.Of(count, one, many);
}
