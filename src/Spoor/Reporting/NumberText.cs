using System.Globalization;

namespace Spoor.Reporting;

/// <summary>Numbers and the nouns they count.</summary>
public static class NumberText
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 address</c>, <c>2 addresses</c>.</summary>
    public static string Of(long count, string one, string many) => $"{Of(count)} {(count == 1 ? one : many)}";
}
