using Spoor.Reporting;
using Spoor.Valuation;

namespace Spoor.Cli.Output;

/// <summary>Dollars for a reader of a page: cents, thousands grouped; <c>--json</c> has the millionths.</summary>
internal static class UsdText
{
    public static string Of(UsdValue value) => DollarText.Of(value);

    public static string Of(UsdValue? value) => DollarText.Of(value);

    /// <summary>With a sign where it is not nothing, for differences.</summary>
    public static string Change(UsdValue value) => DollarText.Change(value);

    /// <summary>Millions with two digits: <c>49.57</c>.</summary>
    public static string Millions(UsdValue value) => DollarText.Millions(value);
}
