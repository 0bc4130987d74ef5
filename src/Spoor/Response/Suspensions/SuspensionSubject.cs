using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>One thing that an exchange can switch off: deposits or withdrawals of one asset on one chain.</summary>
/// <param name="Asset">As the exchange calls it: <c>USDT</c>.</param>
/// <param name="Chain">CAIP-2 where Spoor knows the chain, else as the exchange calls it.</param>
public sealed partial record SuspensionSubject(string Asset, string Chain, ServiceDirection Direction) : IComparable<SuspensionSubject>
{
    /// <exception cref="FormatException">A name is empty, too long or holds what no name holds.</exception>
    public static SuspensionSubject Of(string asset, string chain, ServiceDirection direction) => new(Checked("asset", asset), Checked("chain", chain), direction);

    public int CompareTo(SuspensionSubject? other) => other is null
        ? 1
        : (string.CompareOrdinal(Asset, other.Asset), string.CompareOrdinal(Chain, other.Chain), Direction.CompareTo(other.Direction)).CompareTo((0, 0, 0));

    public override string ToString() => $"{Direction.Word()} of {Asset} on {Chain}";

    internal JsonObject ToAbout() => new() { ["asset"] = Asset, ["chain"] = Chain, ["direction"] = Direction.Word() };

    public static SuspensionSubject Of(Act act) => new(act.Text("asset"), act.Text("chain"), ServiceDirections.Parse(act.Text("direction")));

    private static string Checked(string what, string name) => Name().IsMatch(name)
        ? name
        : throw new FormatException($"{what}: expected a name of 1 to 100 letters, digits and the signs : . _ - + $, found '{name}'.");

    [GeneratedRegex(@"\A[A-Za-z0-9:._+$-]{1,100}\z")]
    private static partial Regex Name();
}

/// <summary>Which way customers' coins go.</summary>
public enum ServiceDirection
{
    Deposits,
    Withdrawals,
}

/// <summary>What files and hooks call a direction.</summary>
public static class ServiceDirections
{
    public static string Word(this ServiceDirection direction) => direction == ServiceDirection.Deposits ? "deposits" : "withdrawals";

    /// <exception cref="FormatException">It is neither.</exception>
    public static ServiceDirection Parse(string word) => word switch
    {
        "deposits" => ServiceDirection.Deposits,
        "withdrawals" => ServiceDirection.Withdrawals,
        _ => throw new FormatException($"Expected deposits or withdrawals, found '{word}'."),
    };
}
