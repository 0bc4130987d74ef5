using Spoor.Tracing.Engine;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>A tainted payment that left a true address, what it looks like, and whether it was laundering.</summary>
public readonly record struct RelevanceSample(bool IsLaundering, PaymentTraits Traits);

/// <summary>What relevance is learned from: a trace that follows the true addresses, and nobody else, meets these payments.</summary>
/// <remarks>
/// Payments to services and to sources are left out, because neither is judged; so are payments of the background between
/// true addresses, of which nobody can say what they are.
/// </remarks>
public static class RelevanceSamples
{
    /// <summary>In order of position.</summary>
    public static IReadOnlyList<RelevanceSample> Of(KnownCase known)
    {
        var truth = known.Truth;
        var addresses = truth.Addresses();
        var flows = truth.Flows.ToHashSet(TransferIdentity.Instance);
        return
        [
            .. from payment in TruthOf(known).Transfers.GroupBy(traced => traced.Transfer, TransferIdentity.Instance)
               let transfer = payment.Key
               where transfer is { From: not null, To: { } payee } && transfer.From != payee && !truth.Sources.Contains(payee) && !truth.Ends.Contains(payee)
               where flows.Contains(transfer) || !addresses.Contains(transfer.To!.Value)
               let tainted = payment.Aggregate(Amount.Zero, (sum, traced) => sum + traced.Tainted)
               select new RelevanceSample(flows.Contains(transfer), TraitsOf(known, transfer, tainted)),
        ];
    }

    /// <summary>The trace of one who knows the truth.</summary>
    public static Trace TruthOf(KnownCase known)
    {
        var addresses = known.Truth.Addresses();
        var everybody = known.Transfers.SelectMany(transfer => new[] { transfer.From, transfer.To }).OfType<Address>().Distinct();
        return Tracer.Run(known.Store, CaseTrace.OfTruth(known.Truth, everybody.Where(one => !addresses.Contains(one))));
    }

    private static PaymentTraits TraitsOf(KnownCase known, Transfer transfer, Amount tainted)
    {
        var forward = new Orientation(TraceDirection.Out);
        var payee = transfer.To!.Value;
        var history = known.Store.TransfersOf(transfer.Chain, payee).Where(one => one.Asset == transfer.Asset);
        return TraitReading.Of(transfer, payee, tainted, forward.Sort(history), forward);
    }
}
