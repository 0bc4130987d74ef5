using System.Globalization;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Makes the outcomes of counter-checks, and the words that several of them use.</summary>
internal static class Found
{
    public static CounterCheck Passed(this ICounterCheck check, string reason) => new(check.Name, CheckOutcome.Passed, reason);

    public static CounterCheck Failed(this ICounterCheck check, string reason) => new(check.Name, CheckOutcome.Failed, reason);

    public static CounterCheck NotChecked(this ICounterCheck check, string reason) => new(check.Name, CheckOutcome.NotChecked, reason);

    /// <summary>The name of a chain for people.</summary>
    public static string ChainName(ChainId chain) => ChainRegistry.TryGet(chain, out var known) ? known.Name : chain.Value;

    /// <summary>What a label says, where, and who says so.</summary>
    public static string Words(Label label)
    {
        string category = label.Category.Length > 0 ? $" ({label.Category})" : "";
        string chain = label.Chain is { } on ? $" on {ChainName(on)}" : "";
        return $"'{label.Name}'{category}{chain}, says {label.Source}";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    /// <summary>An address as its first chain writes it.</summary>
    public static string Key(Address address) => AddressText.RenderKey(address);
}
