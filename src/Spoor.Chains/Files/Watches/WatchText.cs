using System.Globalization;
using System.Text;
using Spoor.Detection;
using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Chains.Files.Watches;

/// <summary>Writes a watch list as a watch file that <see cref="WatchFile"/> reads back equal.</summary>
/// <remarks>Comments of a file that was read are not kept; every wallet is written with its one chain.</remarks>
public static class WatchText
{
    public static string Write(WatchList watch, TokenList? tokens = null)
    {
        var text = new StringBuilder("owners:\n");
        var amounts = new AssetAmounts(tokens ?? TokenList.Builtin);
        foreach (var owner in watch.Owners)
        {
            Write(text, owner, amounts);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, WatchedOwner owner, AssetAmounts amounts)
    {
        text.Append(Line($"  - name: {Quoted(owner.Name)}"));
        text.Append(owner.Hook is { } hook ? $"    hook: {Quoted(hook.OriginalString)}\n" : "");
        Write(text, owner.Policy);
        text.Append("    wallets:\n");
        foreach (var wallet in owner.Wallets)
        {
            text.Append(Line($"      - chain: {Quoted(wallet.Chain.Value)}"));
            text.Append(Line($"        address: {Quoted(AddressText.Render(wallet.Chain, wallet.Address))}"));
            text.Append(Line($"        use: {WalletEntries.Uses[(int)wallet.Use].Name}"));
            text.Append(wallet.Name.Length > 0 ? $"        name: {Quoted(wallet.Name)}\n" : "");
            Write(text, "opening", wallet.Opening, amounts);
        }

        text.Append(owner.Planned.Count > 0 ? "    planned:\n" : "");
        foreach (var planned in owner.Planned)
        {
            Write(text, planned, owner, amounts);
        }
    }

    private static void Write(StringBuilder text, PlannedMovement planned, WatchedOwner owner, AssetAmounts amounts)
    {
        text.Append(Line($"      - id: {Quoted(planned.Id)}"));
        text.Append(Line($"        reason: {Quoted(planned.Reason)}"));
        text.Append(Line($"        from: {Written(planned.From)}"));
        text.Append(Line($"        until: {Written(planned.Until)}"));
        text.Append(planned.Chain is { } chain ? $"        chain: {Quoted(chain.Value)}\n" : "");
        Write(text, "senders", planned.Senders, planned, owner);
        Write(text, "recipients", planned.Recipients, planned, owner);
        Write(text, "limits", planned.Limits, amounts);
    }

    // An address whose chain is not told is written as the first of the owner's chains that has such addresses writes it.
    private static void Write(StringBuilder text, string key, IReadOnlySet<Address> addresses, PlannedMovement planned, WatchedOwner owner)
    {
        var chains = planned.Chain is { } only ? [only] : owner.Wallets.Select(wallet => wallet.Chain).Distinct().ToArray();
        var written = addresses.Order().Select(address => Quoted(AddressText.Render(chains.First(chain => Reads(chain, address)), address)));
        text.Append(addresses.Count > 0 ? $"        {key}: [{string.Join(", ", written)}]\n" : "");
    }

    private static bool Reads(ChainId chain, Address address)
    {
        try
        {
            return AddressText.TryParse(chain, AddressText.Render(chain, address), out var read) && read == address;
        }
        catch (FormatException)
        {
            // The chain has no addresses of this kind.
            return false;
        }
    }

    private static void Write(StringBuilder text, string key, IReadOnlyDictionary<AssetId, Amount> held, AssetAmounts amounts)
    {
        text.Append(held.Count > 0 ? $"        {key}:\n" : "");
        foreach (var (asset, amount) in held.OrderBy(pair => pair.Key))
        {
            string much = amounts.InCoins(asset, amount) is { } coins ? $"amount: {coins}" : $"units: {amount}";
            text.Append(Line($"          - {{chain: {Quoted(asset.Chain.Value)}, asset: {Quoted(amounts.NameOf(asset))}, {much}}}"));
        }
    }

    private static void Write(StringBuilder text, WatchPolicy policy)
    {
        text.Append("    policy:\n");
        text.Append(Line($"      alert_score: {policy.AlertScore / 1_000m}"));
        text.Append(Line($"      page_score: {policy.PageScore / 1_000m}"));
        text.Append(Line($"      drain_share_percent: {policy.DrainShare / 10m}"));
        text.Append(Line($"      floor_usd: {Dollars(policy.Floor)}"));
        text.Append(Line($"      cold_start_extreme_usd: {Dollars(policy.ColdStartExtreme)}"));
        text.Append("    withdrawals:\n");
        text.Append(Line($"      reconcile: {(policy.ReconcilesWithdrawals ? "true" : "false")}"));
        text.Append(Line($"      grace_seconds: {(long)policy.WithdrawalGrace.TotalSeconds}"));
    }

    private static string Dollars(UsdValue value) => $"{value}".Split('.')[0];

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture) + "\n";
}
