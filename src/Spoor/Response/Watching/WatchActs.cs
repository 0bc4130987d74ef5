using System.Globalization;
using System.Text.Json.Nodes;
using Spoor.Detection;
using Spoor.Incidents;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Watching;

/// <summary>Addresses joining the watch on a thief, as acts, and the watch lists they make.</summary>
public static class WatchActs
{
    public const string Joined = "watch.joined";

    /// <summary>Acts for all who are not watched yet: the published addresses of the thief first, then those that join by rule.</summary>
    public static IReadOnlyList<ActNote> Join(ActLog log, IncidentFacts facts, IReadOnlyList<JoinedAddress> byRule, long perMillion, ActAuthor author, DateTimeOffset at)
    {
        var watched = Watched(log).Select(wallet => (wallet.Chain, wallet.Address)).ToHashSet();
        var published = facts.WalletsOf(WalletRole.Thief).Where(wallet => wallet.Account is not null)
            .Select(wallet => (Account: wallet.Account!.Value, wallet.Name)).DistinctBy(wallet => wallet.Account).OrderBy(wallet => wallet.Account);
        return
        [
            .. published.Where(wallet => watched.Add(wallet.Account)).Select(wallet => Note(
                wallet.Account, "thief", wallet.Name, author with { Why = $"{author.Why}: published as an address of the thief" }, at)),
            .. byRule.Where(joined => watched.Add((joined.Chain, joined.Address))).Select(joined => Note(
                (joined.Chain, joined.Address), "tainted", $"tainted, {Percent(joined.PerMillion)} of a theft",
                author with { Why = $"{author.Why}: rule {JoinRule.Name} {JoinRule.Version}: got {Percent(joined.PerMillion)} of theft {joined.Theft}, at least {Percent(perMillion)} asked" }, at)),
        ];
    }

    /// <summary>What is watched, by chain, in order.</summary>
    /// <exception cref="FormatException">An act is not as the desk writes it.</exception>
    public static IReadOnlyList<(ChainId Chain, WatchList List)> Lists(ActLog log, string incident) =>
    [
        .. Watched(log).GroupBy(wallet => wallet.Chain).OrderBy(group => group.Key).Select(group => (group.Key, new WatchList(
            [new() { Name = $"Thief of {incident}", Wallets = [.. group.OrderBy(wallet => wallet.Address)] }]))),
    ];

    private static IEnumerable<WatchedWallet> Watched(ActLog log) => log.Acts.Where(act => act.Kind == Joined).Select(act =>
    {
        var (chain, address) = AddressText.ParseCaip10(act.Text("address"));
        return new WatchedWallet { Chain = chain, Address = address, Use = WalletUse.Thief, Name = act.Text("name") };
    }).DistinctBy(wallet => (wallet.Chain, wallet.Address));

    private static ActNote Note((ChainId Chain, Address Address) account, string role, string name, ActAuthor author, DateTimeOffset at) => new(at, author.By, author.Why, Joined, new JsonObject
    {
        ["address"] = AddressText.ToCaip10(account.Chain, account.Address),
        ["role"] = role,
        ["name"] = name.Length > 0 ? name : "thief",
    });

    private static string Percent(long perMillion) => string.Create(CultureInfo.InvariantCulture, $"{perMillion / 10_000m:0.####} %");
}
