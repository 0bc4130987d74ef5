using System.Text.Json.Nodes;
using Spoor.Records;
using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Entries as acts of the desk's log, and back.</summary>
public static class CompensationActs
{
    public const string Opened = "compensation.opened";

    private const string Claimed = "compensation.claimed";
    internal const string Paid = "compensation.paid";
    private const string Disputed = "compensation.disputed";
    private const string Settled = "compensation.settled";
    internal const string Published = "compensation.published";

    public static bool IsEntry(Act act) => act.Kind is Claimed or Paid or Disputed or Settled or Published;

    public static ActNote NoteOf(CompensationEntry entry, DateTimeOffset at, string by, string why)
    {
        (string kind, JsonObject about) = entry switch
        {
            CompensationEntry.Claim one => (Claimed, Lines(one.Reference, one.Customer, one.Asset, one.Amount)),
            CompensationEntry.Pay { File: { } file } one => (Paid, new() { ["file"] = file, ["payments"] = one.Payments.Count }),
            CompensationEntry.Pay one => (Paid, new() { ["payments"] = new JsonArray([.. one.Payments.Select(each => Lines(each.Reference, each.Customer, each.Asset, each.Amount))]) }),
            CompensationEntry.Dispute one => (Disputed, new() { ["reference"] = one.Reference, ["customer"] = one.Customer, ["asset"] = one.Asset }),
            CompensationEntry.Settle { Pledged: { } pledged } one => (Settled, new() { ["reference"] = one.Reference, ["pledged"] = pledged.ToString() }),
            CompensationEntry.Settle one => (Settled, new() { ["reference"] = one.Reference, ["pledged"] = null }),
            CompensationEntry.Publish one => (Published, new() { ["root"] = one.Root }),
            _ => throw new InvalidOperationException($"An entry of the unknown kind {entry.GetType().Name}."),
        };
        return new(at, by, why, kind, about);
    }

    /// <param name="paymentsOf">Reads the payments of a file named by its hash.</param>
    /// <exception cref="FormatException">The act is not one that <see cref="NoteOf"/> makes.</exception>
    public static CompensationEntry EntryOf(Act act, Func<string, IReadOnlyList<CompensationPayment>> paymentsOf)
    {
        var about = new ActReading(act, act.About);
        return act.Kind switch
        {
            Claimed => new CompensationEntry.Claim(about.Text("reference"), about.Text("customer"), about.Text("asset"), about.Amount("amount")),
            Paid when about.TextOrNull("file") is { } file => new CompensationEntry.Pay(paymentsOf(file), file),
            Paid => new CompensationEntry.Pay([.. about.Items("payments").Select(PaymentOf)]),
            Disputed => new CompensationEntry.Dispute(about.Text("reference"), about.Text("customer"), about.Text("asset")),
            Settled => new CompensationEntry.Settle(about.Text("reference"), about.TextOrNull("pledged") is null ? null : about.Amount("pledged")),
            Published => new CompensationEntry.Publish(about.Text("root")),
            _ => throw about.Wrong("kind", "an act of a compensation"),
        };
    }

    private static CompensationPayment PaymentOf(ActReading one) => new(one.Text("reference"), one.Text("customer"), one.Text("asset"), one.Amount("amount"));

    private static JsonObject Lines(string reference, string customer, string asset, Amount amount) => new()
    {
        ["reference"] = reference,
        ["customer"] = customer,
        ["asset"] = asset,
        ["amount"] = amount.ToString(),
    };
}
