using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>The books of a compensation: pledges, and what became of them entry by entry.</summary>
/// <remarks>
/// Σ pledged = Σ paid + Σ due holds per asset after every entry. An entry is taken in whole or not at all, and one that was
/// taken in before changes nothing, so acts can be read again after a crash and typed again by a person.
/// </remarks>
public sealed partial class CompensationBooks
{
    private readonly PledgeTable _pledges;
    private readonly PledgeTotals[] _totals;
    private readonly Dictionary<(int Customer, int Asset), PledgeAccount> _touched = [];
    private readonly Dictionary<string, CompensationPayment> _payments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompensationEntry.Claim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompensationEntry.Dispute> _disputes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompensationEntry.Settle> _settlements = new(StringComparer.Ordinal);

    public CompensationBooks(PledgeTable pledges)
    {
        _pledges = pledges;
        _totals = [.. pledges.Assets.Select(asset => new PledgeTotals(asset.Total, Amount.Zero, asset.Total, Amount.Zero, Amount.Zero))];
    }

    public IReadOnlyList<string> Customers => _pledges.Customers;

    public IReadOnlyList<PledgedAsset> Assets => _pledges.Assets;

    /// <summary>By asset.</summary>
    public IReadOnlyList<PledgeTotals> Totals => _totals;

    public int Payments => _payments.Count;

    public int Claims => _claims.Count;

    public int Disputes => _disputes.Count;

    /// <summary>In order of their references.</summary>
    public IReadOnlyList<CompensationEntry.Dispute> OpenDisputes =>
        [.. _disputes.Values.Where(dispute => !_settlements.ContainsKey(dispute.Reference)).OrderBy(dispute => dispute.Reference, StringComparer.Ordinal)];

    /// <summary>A dispute, open or settled; null where none has the reference.</summary>
    public CompensationEntry.Dispute? DisputeOf(string reference) => _disputes.GetValueOrDefault(reference);

    /// <summary>The root published last; null before the first.</summary>
    public string? Root { get; private set; }

    public PledgeAccount AccountOf(int customer, int asset) => _touched.TryGetValue((customer, asset), out var account)
        ? account
        : new(Amount.Zero, _pledges.Of(customer, asset), Amount.Zero, null);

    /// <summary>Takes an entry in, if it is new and fits.</summary>
    public EntryVerdict Offer(CompensationEntry entry) => entry switch
    {
        CompensationEntry.Claim claim => Offer(claim),
        CompensationEntry.Pay pay => Offer(pay),
        CompensationEntry.Dispute dispute => Offer(dispute),
        CompensationEntry.Settle settle => Offer(settle),
        CompensationEntry.Publish publish => Offer(publish),
        _ => throw new InvalidOperationException($"An entry of the unknown kind {entry.GetType().Name}."),
    };

    /// <summary>What each customer is promised now, by asset.</summary>
    public IReadOnlyList<ReadOnlyMemory<UInt128>> PledgedNow()
    {
        UInt128[][] columns = [.. Assets.Select((_, asset) => _pledges.Units(asset))];
        foreach (var change in _touched.Where(one => one.Value.Pledged != _pledges.Of(one.Key.Customer, one.Key.Asset)))
        {
            var (customer, asset) = change.Key;
            if (columns[asset] == _pledges.Units(asset))
            {
                columns[asset] = [.. columns[asset]];
            }

            columns[asset][customer] = change.Value.Pledged.Units;
        }

        return [.. columns.Select(column => new ReadOnlyMemory<UInt128>(column))];
    }

    /// <summary>The totals counted again, account by account; they differ from <see cref="Totals"/> only if Spoor is wrong.</summary>
    /// <remarks>In order of accounts, not of entries, so a sum may pass 2^128 on the way to one that does not.</remarks>
    public IReadOnlyList<PledgeTotals> Recount()
    {
        var touched = _touched.ToLookup(one => one.Key.Asset);
        return [.. Assets.Select((asset, place) =>
        {
            var untouched = asset.Total.Units - touched[place].Aggregate(BigInteger.Zero, (sum, one) => sum + _pledges.Of(one.Key.Customer, place).Units);
            return new PledgeTotals(
                SumOf(untouched, account => account.Pledged),
                SumOf(BigInteger.Zero, account => account.Paid),
                SumOf(untouched, account => account.Due),
                SumOf(BigInteger.Zero, account => account.Claimed),
                SumOf(BigInteger.Zero, account => account.Disputed));

            Amount SumOf(BigInteger others, Func<PledgeAccount, Amount> part) => new((UInt128)touched[place].Aggregate(others, (sum, one) => sum + part(one.Value).Units));
        })];
    }

    private EntryVerdict Offer(CompensationEntry.Publish publish)
    {
        if (Root == publish.Root)
        {
            return new EntryVerdict.Known();
        }

        Root = publish.Root;
        return new EntryVerdict.Fresh(publish);
    }

    private void Put((int Customer, int Asset) place, PledgeAccount account)
    {
        _totals[place.Asset] = _totals[place.Asset].With(AccountOf(place.Customer, place.Asset), account);
        _touched[place] = account;
    }

    private string? Find(string customer, string asset, out (int Customer, int Asset) place)
    {
        place = default;
        if (!_pledges.TryFindAsset(asset, out place.Asset))
        {
            return $"asset: expected one of {string.Join(", ", Assets.Select(one => one.Code))}, found '{asset}'";
        }

        return _pledges.TryFindCustomer(customer, out place.Customer) ? null : $"customer: expected one of the balances, found '{customer}'";
    }

    private string Shown(int asset, Amount amount) => $"{amount.ToDecimalString(Assets[asset].Decimals)} {Assets[asset].Code}";
}
