using System.Collections.Immutable;
using Spoor.Detection.Owners;

namespace Spoor.Detection.Checkpoints;

/// <summary>An open alert and what was told of it last, as forms.</summary>
internal static class AlertForms
{
    public static OpenAlert Alert(this Form form, OpenAlert? alert) => new()
    {
        Id = form.Text(alert?.Id ?? ""),
        Class = form.Choice(alert?.Class ?? default),
        Severity = form.Choice(alert?.Severity ?? default),
        Score = form.Int(alert?.Score ?? 0),
        HardRule = form.Text(alert?.HardRule ?? ""),
        Awaited = form.Values(alert?.Awaited.Select(chain => (chain.Key, chain.Value)) ?? [], last => (form.Chain(last.Key), form.Time(last.Value))).ToImmutableSortedDictionary(last => last.Item1, last => last.Item2),
        LastTold = form.Notice(alert?.LastTold),
        Gone = form.Usd(alert?.Gone ?? default),
        ToldGone = form.Usd(alert?.ToldGone ?? default),
        Unpriced = [.. form.Values(alert?.Unpriced ?? [], form.Asset)],
        Block = [.. form.Values(alert?.Block ?? [], form.Account)],
        Assets = [.. form.Values(alert?.Assets ?? [], form.Asset)],
        Transactions = [.. form.Values(alert?.Transactions ?? [], form.Tx)],
        Seen = [.. form.Values(alert?.Seen.Order() ?? Enumerable.Empty<Transfers.TxHash>(), form.Tx)],
        Count = form.Int(alert?.Count ?? 0),
        ToldAssets = form.Int(alert?.ToldAssets ?? 0),
        Told = form.Int(alert?.Told ?? 0),
    };

    private static AlertNotice Notice(this Form form, AlertNotice? notice) => new()
    {
        Alert = form.Text(notice?.Alert ?? ""),
        Number = form.Int(notice?.Number ?? 0),
        Stage = form.Choice(notice?.Stage ?? default),
        Class = form.Choice(notice?.Class ?? default),
        Severity = form.Choice(notice?.Severity ?? default),
        Owner = form.Text(notice?.Owner ?? ""),
        Chain = form.Chain(notice?.Chain ?? default),
        At = form.Place(notice?.At ?? default),
        Time = form.Time(notice?.Time ?? default),
        Tx = form.Tx(notice?.Tx ?? default),
        Score = form.Int(notice?.Score ?? 0),
        HardRule = form.Text(notice?.HardRule ?? ""),
        Signals = form.Facts(notice?.Signals ?? [], form.Signal),
        Headline = form.Text(notice?.Headline ?? ""),
        Gone = form.Usd(notice?.Gone ?? default),
        AtRisk = form.Usd(notice?.AtRisk ?? default),
        Unpriced = form.Values(notice?.Unpriced ?? [], form.Asset),
        Block = form.Values(notice?.Block ?? [], form.Account),
        Transactions = form.Values(notice?.Transactions ?? [], form.Tx),
        Unchecked = form.Facts(notice?.Unchecked ?? [], text => form.Text(text ?? "")),
    };

    private static Signal Signal(this Form form, Signal? signal) => new()
    {
        Kind = form.Choice(signal?.Kind ?? default),
        Weight = form.Int(signal?.Weight ?? 0),
        Value = form.Text(signal?.Value ?? ""),
        Threshold = form.Text(signal?.Threshold ?? ""),
        Speaks = form.Int(signal?.Speaks is { } speaks ? (speaks ? 2 : 1) : 0) switch { 0 => null, 1 => false, _ => true },
        Words = form.Text(signal?.Words ?? ""),
        Evidence = form.Values(signal?.Evidence ?? [], form.Tx),
    };

    private static AccountOnChain Account(this Form form, AccountOnChain account) => new(form.Chain(account.Chain), form.Address(account.Address));
}
