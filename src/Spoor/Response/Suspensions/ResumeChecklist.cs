using System.Text.Json.Nodes;
using Spoor.Records;

namespace Spoor.Response.Suspensions;

/// <summary>What must be done for an asset before it is opened again, and what of it is.</summary>
public sealed record ResumeChecklist(string Asset, IReadOnlyList<CheckedItem> Items)
{
    public const string Kind = "check.done";

    /// <summary>In the order in which they are done, with what each means.</summary>
    public static readonly IReadOnlyList<(string Item, string Meaning)> Known =
    [
        ("new-addresses", "new deposit addresses are issued to every customer"),
        ("old-addresses-dead", "old deposit addresses are registered as dead, and a watch is on them"),
        ("hot-wallet-rotated", "the hot wallet has new keys that the old machines never saw"),
        ("balances-reconciled", "what the wallets hold covers what the books owe"),
    ];

    /// <summary>Items nobody has ticked.</summary>
    public IReadOnlyList<string> Open => [.. Items.Where(item => item.Done is null).Select(item => item.Item)];

    /// <summary>What was ticked since the asset was last suspended after an opening.</summary>
    public static ResumeChecklist Of(ActLog log, string asset)
    {
        long since = log.Acts.LastOrDefault(act => act.Kind == SuspensionActs.SuspendRequested && act.TextOrNull("asset") == asset && HasResumedBefore(log, act))?.Number ?? 0;
        var done = log.Acts.Where(act => act.Number > since && act.Kind == Kind && act.TextOrNull("asset") == asset).ToLookup(act => act.Text("item"));
        return new(asset, [.. Known.Select(known => new CheckedItem(known.Item, known.Meaning, done[known.Item].LastOrDefault()))]);
    }

    // Chains of an asset are opened one by one with one list; a suspension after an opening starts a new one.
    private static bool HasResumedBefore(ActLog log, Act suspended) => log.Acts.Any(act =>
        act.Number < suspended.Number && act.Kind == SuspensionActs.ResumeConfirmed && act.TextOrNull("asset") == suspended.TextOrNull("asset"));

    /// <exception cref="FormatException">There is no such item.</exception>
    public static ActNote Tick(string asset, string item, ActAuthor author, DateTimeOffset at, JsonObject? more = null)
    {
        if (!Known.Any(known => known.Item == item))
        {
            throw new FormatException($"--item: expected one of {string.Join(", ", Known.Select(known => known.Item))}, found '{item}'.");
        }

        var about = more ?? [];
        about["asset"] = SuspensionSubject.Of(asset, "any", ServiceDirection.Deposits).Asset;
        about["item"] = item;
        return new(at, author.By, author.Why, Kind, about);
    }
}

/// <summary>An item of a checklist.</summary>
/// <param name="Done">The act that ticked it; null while it is open.</param>
public sealed record CheckedItem(string Item, string Meaning, Act? Done);
