using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Claims and payments.</summary>
public sealed partial class CompensationBooks
{
    private EntryVerdict Offer(CompensationEntry.Claim claim)
    {
        if (_claims.TryGetValue(claim.Reference, out var before))
        {
            return Again(claim == before, claim.Reference, "claim");
        }

        if (Find(claim.Customer, claim.Asset, out var place) is { } fault)
        {
            return new EntryVerdict.Refused(fault);
        }

        var account = AccountOf(place.Customer, place.Asset);
        var free = account.Due - account.Claimed;
        if (claim.Amount.IsZero || claim.Amount > free)
        {
            return new EntryVerdict.Refused($"amount: expected more than nothing and at most {Shown(place.Asset, free)}, which is due and not claimed yet, found {Shown(place.Asset, claim.Amount)}");
        }

        _claims.Add(claim.Reference, claim);
        Put(place, account.Claim(claim.Amount));
        return new EntryVerdict.Fresh(claim);
    }

    // Weighed as a whole before the first is booked: what is refused leaves no trace.
    private EntryVerdict Offer(CompensationEntry.Pay pay)
    {
        var fresh = new Dictionary<string, CompensationPayment>(StringComparer.Ordinal);
        var sums = new Dictionary<(int Customer, int Asset), Amount>();
        foreach (var payment in pay.Payments)
        {
            if (_payments.TryGetValue(payment.Reference, out var before) || fresh.TryGetValue(payment.Reference, out before))
            {
                if (payment != before)
                {
                    return Again(false, payment.Reference, "payment");
                }

                continue;
            }

            if (FaultOf(payment, sums) is { } fault)
            {
                return new EntryVerdict.Refused($"payment {payment.Reference}: {fault}");
            }

            fresh.Add(payment.Reference, payment);
        }

        return fresh.Count == 0 ? new EntryVerdict.Known() : new EntryVerdict.Fresh(Book(pay, [.. pay.Payments.Where(one => fresh.Remove(one.Reference))], sums));
    }

    private CompensationEntry.Pay Book(CompensationEntry.Pay pay, IReadOnlyList<CompensationPayment> fresh, Dictionary<(int Customer, int Asset), Amount> sums)
    {
        foreach (var payment in fresh)
        {
            _payments.Add(payment.Reference, payment);
        }

        foreach (var (place, sum) in sums)
        {
            Put(place, AccountOf(place.Customer, place.Asset).Pay(sum));
        }

        return pay with { Payments = fresh };
    }

    /// <summary>Adds the payment to the sums of its account, if all of them together are due.</summary>
    private string? FaultOf(CompensationPayment payment, Dictionary<(int Customer, int Asset), Amount> sums)
    {
        if (Find(payment.Customer, payment.Asset, out var place) is { } fault)
        {
            return fault;
        }

        var account = AccountOf(place.Customer, place.Asset);
        if (account.Dispute is { } dispute)
        {
            return $"expected an account without a dispute, found dispute {dispute}; settle it first";
        }

        var before = sums.GetValueOrDefault(place);
        var left = account.Due - before;
        if (payment.Amount.IsZero || payment.Amount > left)
        {
            return $"amount: expected more than nothing and at most {Shown(place.Asset, left)}, which is due to {payment.Customer}, found {Shown(place.Asset, payment.Amount)}";
        }

        sums[place] = before + payment.Amount;
        return null;
    }

    private static EntryVerdict Again(bool isEqual, string reference, string what) => isEqual
        ? new EntryVerdict.Known()
        : new EntryVerdict.Refused($"{what} {reference}: expected what is booked under this reference already, found something else; give what is new a reference of its own");
}
