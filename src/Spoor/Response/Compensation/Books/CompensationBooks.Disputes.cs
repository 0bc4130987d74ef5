using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Disputes and how they end.</summary>
public sealed partial class CompensationBooks
{
    private EntryVerdict Offer(CompensationEntry.Dispute dispute)
    {
        if (_disputes.TryGetValue(dispute.Reference, out var before))
        {
            return Again(dispute == before, dispute.Reference, "dispute");
        }

        if (Find(dispute.Customer, dispute.Asset, out var place) is { } fault)
        {
            return new EntryVerdict.Refused(fault);
        }

        var account = AccountOf(place.Customer, place.Asset);
        if (account.Dispute is { } open)
        {
            return new EntryVerdict.Refused($"dispute {dispute.Reference}: expected an account without a dispute, found dispute {open}; settle it first");
        }

        _disputes.Add(dispute.Reference, dispute);
        Put(place, account with { Dispute = dispute.Reference });
        return new EntryVerdict.Fresh(dispute);
    }

    private EntryVerdict Offer(CompensationEntry.Settle settle)
    {
        if (_settlements.TryGetValue(settle.Reference, out var before))
        {
            return Again(settle == before, settle.Reference, "settlement of");
        }

        if (!_disputes.TryGetValue(settle.Reference, out var dispute))
        {
            return new EntryVerdict.Refused($"dispute: expected one of those that are open, found '{settle.Reference}'");
        }

        Find(dispute.Customer, dispute.Asset, out var place);
        var account = AccountOf(place.Customer, place.Asset);
        var pledged = settle.Pledged ?? account.Pledged;
        if (FaultOf(place.Asset, account, pledged) is { } fault)
        {
            return new EntryVerdict.Refused(fault);
        }

        _settlements.Add(settle.Reference, settle);
        Put(place, account.Pledge(pledged) with { Dispute = null });
        return new EntryVerdict.Fresh(settle);
    }

    private string? FaultOf(int asset, PledgeAccount account, Amount pledged)
    {
        if (pledged < account.Paid)
        {
            return $"pledge: expected at least {Shown(asset, account.Paid)}, which is paid already, found {Shown(asset, pledged)}";
        }

        var others = _totals[asset].Pledged - account.Pledged;
        return pledged.Units > UInt128.MaxValue - others.Units
            ? $"pledge: expected pledges of {Assets[asset].Code} below 2^128 units in all, found more"
            : null;
    }
}
