using Spoor.Reporting.Cases;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Forms;

/// <summary>The addresses and transactions of a case that a form tells: what the incident names, what is stolen, and where it rests.</summary>
public sealed record FormObservables
{
    /// <summary>Receivers of such forms load every object; a trace may have reached a hundred thousand.</summary>
    public const int MaxTransactions = 1_000;

    /// <inheritdoc cref="MaxTransactions"/>
    public const int MaxReached = 1_000;

    /// <summary>By chain and address, each once.</summary>
    public required IReadOnlyList<FormAccount> Accounts { get; init; }

    /// <summary>Those with most stolen value first on the way; in order of chain, position and symbol.</summary>
    public required IReadOnlyList<FormTransaction> Transactions { get; init; }

    /// <summary>Transactions of the trace that are left out.</summary>
    public required int OmittedTransactions { get; init; }

    /// <summary>Addresses that hold stolen value and are left out.</summary>
    public required int OmittedAccounts { get; init; }

    public static FormObservables Of(CaseFindings findings)
    {
        var named = findings.Facts.Wallets
            .GroupBy(wallet => (wallet.Chain, wallet.Address))
            .ToDictionary(group => group.Key, group => new FormAccount(group.Key.Chain, group.Key.Address, group.Min(wallet => wallet.Role)));
        var groups = findings.Trace.Transfers
            .GroupBy(traced => (traced.Transfer.Chain, traced.Transfer.Tx, Symbol: SymbolOf(findings, traced.Transfer.Asset)))
            .ToList();
        var transactions = groups.Take(MaxTransactions).Select(group => TransactionOf(findings, [.. group], group.Key.Symbol, named)).ToList();
        var resting = findings.Trace.Holdings.Where(holding => !holding.Held.IsZero || holding.Stopped > Amount.Zero)
            .Where(holding => holding.Address is not null).Select(holding => AccountOf(holding.Asset.Chain, holding.Address!.Value, named)).Distinct().ToList();
        return new()
        {
            Accounts =
            [
                .. named.Values.Concat(transactions.SelectMany(one => one.Movements).SelectMany(one => new[] { one.From, one.To }).OfType<FormAccount>())
                    .Concat(resting.Take(MaxReached)).Distinct()
                    .OrderBy(account => account.Chain, StringComparer.Ordinal).ThenBy(account => account.Address, StringComparer.Ordinal),
            ],
            Transactions = transactions,
            OmittedTransactions = Math.Max(0, groups.Count - MaxTransactions),
            OmittedAccounts = Math.Max(0, resting.Count - MaxReached),
        };
    }

    private static FormTransaction TransactionOf(
        CaseFindings findings, IReadOnlyList<TracedTransfer> group, string symbol, Dictionary<(string Chain, string Address), FormAccount> named)
    {
        var first = group[0].Transfer;
        var assets = group.Select(traced => traced.Transfer.Asset).Distinct().ToList();
        int? decimals = assets.Count == 1 && findings.Inputs.Tokens.TryGet(assets[0], out var token) ? token.Decimals : null;
        // A transfer that carries several thefts has a row for each.
        var movements = group.GroupBy(traced => traced.Transfer.Key).Select(same => MovementOf([.. same], named));
        return new(first.Chain.Value, first.Tx.Render(first.Chain), symbol, decimals, first.IsTimed ? first.Time : null, [.. movements]);
    }

    private static FormMovement MovementOf(IReadOnlyList<TracedTransfer> rows, Dictionary<(string Chain, string Address), FormAccount> named)
    {
        var transfer = rows[0].Transfer;
        return new(
            transfer.Asset,
            transfer.Kind,
            transfer.From is { } from ? AccountOf(transfer.Chain, from, named) : null,
            transfer.To is { } to ? AccountOf(transfer.Chain, to, named) : null,
            transfer.Amount,
            rows.Aggregate(Amount.Zero, (sum, row) => sum + row.Tainted));
    }

    private static FormAccount AccountOf(ChainId chain, Address address, Dictionary<(string Chain, string Address), FormAccount> named)
    {
        string text = AddressText.Render(chain, address);
        return named.GetValueOrDefault((chain.Value, text)) ?? new(chain.Value, text, null);
    }

    private static string SymbolOf(CaseFindings findings, AssetId asset) => findings.Inputs.Tokens.TryGet(asset, out var token) ? token.Symbol : asset.Reference;
}
