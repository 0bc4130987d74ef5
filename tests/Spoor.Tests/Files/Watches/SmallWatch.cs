using Spoor.Chains.Files.Watches;
using Spoor.Detection;

namespace Spoor.Tests.Files.Watches;

/// <summary>A watch file that uses every key.</summary>
internal static class SmallWatch
{
    public const string Yaml = """
        owners:
          - name: Example Exchange
            hook: https://hooks.example.org/spoor
            policy:
              alert_score: 0.5
              page_score: 3
              drain_share_percent: 50
              floor_usd: 100000
              cold_start_extreme_usd: 1000000
            withdrawals:
              reconcile: true
              grace_seconds: 120
            wallets:
              - chains: [ethereum, polygon]
                address: "0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598"
                use: hot
                name: Hot 1
                opening:
                  - {chain: ethereum, asset: ETH, amount: 5080.5}
                  - {chain: ethereum, asset: USDT, amount: 1000000.25}
                  - {chain: ethereum, asset: "0x000000000000000000000000000000000000dEaD", units: 17}
                  - {chain: polygon, asset: POL, amount: 12}
              - chain: tron
                address: TFp4V3S9JqJyQAMMCewyn4aAaLueJwzS7H
                use: hot
                opening:
                  - {asset: TRX, amount: 0.000001}
              - chain: ethereum
                address: "0xf54635836862aAD6e255E9B4FE49275fA5047E5d"
                use: cold
            planned:
              - id: cold-2026-03
                reason: Monthly top-up of the cold wallet
                from: 2026-03-01T08:00:00Z
                until: 2026-03-01T12:00Z
                chain: ethereum
                senders: ["0x33Ddd548FE3a082d753E5fE721a26E1Ab43e3598"]
                recipients: ["0xf54635836862aAD6e255E9B4FE49275fA5047E5d"]
                limits:
                  - {asset: ETH, amount: 2000}
              - id: both-chains
                reason: Closing the old wallets
                from: 2026-04-01T00:00:00Z
                until: 2026-04-02T00:00:00Z
                recipients: ["0x8701EDD420781fE6B12238b4b9719faB6e6e7A63", TP75t6owoqXxskLq6FB2R37PymNTmohq9L]
          - name: Desk
            wallets:
              - {chain: "eip155:1", address: "0xD782E53A49D564F5fce4bA99555DD25d16d02a75", use: hot}

        """;

    public static WatchCheck Check(string yaml) => WatchFile.Check("watch.yaml", new StringReader(yaml));

    public static WatchList Read(string yaml) => WatchFile.Read("watch.yaml", new StringReader(yaml));

    /// <summary>Everything a watch list holds, as text: two lists are equal when these are.</summary>
    public static IReadOnlyList<string> Facts(WatchList watch) =>
    [
        .. watch.Owners.SelectMany(owner => new[] { $"{owner.Name} {owner.Hook} {owner.Policy}" }
            .Concat(owner.Wallets.Select(wallet => $"{wallet.Chain} {wallet.Address} {wallet.Use} '{wallet.Name}' {Held(wallet.Opening)}"))
            .Concat(owner.Planned.Select(planned =>
                $"{planned.Id} '{planned.Reason}' {planned.From:O} {planned.Until:O} {planned.Chain} {string.Join(' ', planned.Senders.Order())} -> {string.Join(' ', planned.Recipients.Order())} {Held(planned.Limits)}"))),
    ];

    private static string Held(IReadOnlyDictionary<Spoor.Transfers.AssetId, Spoor.Transfers.Amount> held) =>
        string.Join(", ", held.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));
}
