using Spoor.Detection.Owners;
using Spoor.Detection.Steps;
using Spoor.Transfers;

namespace Spoor.Detection.Checkpoints;

/// <summary>The facts that an owner's state is made of, as forms.</summary>
internal static class FactForms
{
    public static Payout Payout(this Form form, Payout? payout) => new(
        form.Int(payout?.Purse ?? 0),
        form.Maybe(payout?.To, form.Address),
        form.Asset(payout?.Asset ?? default),
        form.Big(payout?.Units ?? 0),
        form.Maybe(payout?.Usd, form.Usd));

    public static RecentOutflow Outflow(this Form form, RecentOutflow? outflow) => new(
        form.Time(outflow?.Time ?? default),
        form.Chain(outflow?.Chain ?? default),
        form.Tx(outflow?.Tx ?? default),
        form.Usd(outflow?.Usd ?? default),
        form.Facts(outflow?.Payouts ?? [], form.Payout))
    {
        Share = form.Maybe(outflow?.Share, form.Int),
        IsSuspect = form.Flag(outflow?.IsSuspect ?? false),
    };

    public static MetRecipient Recipient(this Form form, MetRecipient? met) => new(
        form.Chain(met?.Chain ?? default),
        form.Time(met?.First ?? default),
        form.Maybe(met?.Freshness, form.Int),
        form.Usd(met?.Usd ?? default),
        form.Tx(met?.FirstTx ?? default),
        form.Usd(met?.FirstUsd ?? default));

    public static TopUp TopUp(this Form form, TopUp? topUp) => new(
        form.Time(topUp?.Time ?? default), form.Int(topUp?.Purse ?? 0), form.Maybe(topUp?.From, form.Address), form.Tx(topUp?.Tx ?? default));

    public static Grant Grant(this Form form, Grant? grant) => new(
        form.Time(grant?.Time ?? default), form.Chain(grant?.Chain ?? default), form.Control(grant?.Change), form.Maybe(grant?.Freshness, form.Int));

    public static ControlChange Control(this Form form, ControlChange? change) => new()
    {
        Position = form.Place(change?.Position ?? default),
        Tx = form.Tx(change?.Tx ?? default),
        Kind = form.Choice(change?.Kind ?? default),
        Contract = form.Address(change?.Contract ?? default),
        Subject = form.Address(change?.Subject ?? default),
        Holder = form.Maybe(change?.Holder, form.Address),
        Amount = form.Maybe(change?.Amount, form.Units),
    };

    public static Withdrawal Withdrawal(this Form form, Withdrawal? withdrawal) => new()
    {
        Id = form.Text(withdrawal?.Id ?? ""),
        Owner = form.Text(withdrawal?.Owner ?? ""),
        Ordered = form.Time(withdrawal?.Ordered ?? default),
        Asset = form.Asset(withdrawal?.Asset ?? default),
        Amount = form.Units(withdrawal?.Amount ?? default),
        To = form.Address(withdrawal?.To ?? default),
        Tx = form.Maybe(withdrawal?.Tx, form.Tx),
    };

    public static Missed Missed(this Form form, Missed? missed) => new(form.Chain(missed?.Chain ?? default), form.Time(missed?.Hour ?? default), form.Usd(missed?.Usd ?? default));

    public static Brought Brought(this Form form, Brought? brought) => new(
        form.Address(brought?.From ?? default), form.Asset(brought?.Asset ?? default), form.Time(brought?.Last ?? default), form.Big(brought?.Units ?? 0), form.Big(brought?.Back ?? 0));

    public static OlderOut Older(this Form form, OlderOut? older) => new(
        form.Time(older?.Minute ?? default), form.Int(older?.Purse ?? 0), form.Asset(older?.Asset ?? default),
        form.Big(older?.Units ?? 0), form.Usd(older?.Usd ?? default), form.Flag(older?.IsPriced ?? false));

    public static HourOut Hour(this Form form, HourOut? hour) => new(
        form.Time(hour?.Hour ?? default), form.Usd(hour?.Usd ?? default), form.Usd(hour?.Fresh ?? default),
        form.Int(hour?.FreshRecipients ?? 0), form.Usd(hour?.LargestFresh ?? default));

    /// <summary>Of the step only what a late mismatch tells of: its place, the payment and the recipient's past.</summary>
    public static Unmatched Unmatched(this Form form, Unmatched? unmatched)
    {
        var time = form.Time(unmatched?.Time ?? default);
        var payout = form.Payout(unmatched?.Payout);
        var step = unmatched?.Step;
        var read = new OwnerStep
        {
            Owner = form.Int(step?.Owner ?? 0),
            Chain = form.Chain(step?.Chain ?? default),
            At = form.Place(step?.At ?? default),
            Time = form.Time(step?.Time ?? default),
            Tx = form.Tx(step?.Tx ?? default),
            Usd = form.Usd(step?.Usd ?? default),
            Payouts = form.Facts(step?.Payouts ?? [], form.Payout),
            Unpriced = form.Values(step?.Unpriced ?? [], form.Asset),
            SentByOwner = Nullable(form.Int(step?.SentByOwner is { } own ? (own ? 2 : 1) : 0)),
        };
        var known = payout.To is { } to ? step?.Histories.GetValueOrDefault(to) : null;
        var history = form.MaybeFact(known, form.History);
        return new(time, read with { Histories = history is null ? read.Histories : new Dictionary<Address, RecipientHistory> { [payout.To!.Value] = history } }, payout);
    }

    private static bool? Nullable(int coded) => coded == 0 ? null : coded == 2;

    private static RecipientHistory History(this Form form, RecipientHistory? history) => new()
    {
        Nonce = form.Maybe(history?.Nonce, form.Long),
        HasCode = Nullable(form.Int(history?.HasCode is { } code ? (code ? 2 : 1) : 0)),
        Balance = form.Maybe(history?.Balance, form.Units),
        Movements = form.Maybe(history?.Movements, form.Long),
        First = form.Maybe(history?.First, form.Time),
        KnownFrom = form.Maybe(history?.KnownFrom, form.Time),
        IsUnanswered = form.Int(history?.IsUnanswered == true ? 1 : 0) == 1,
    };
}
