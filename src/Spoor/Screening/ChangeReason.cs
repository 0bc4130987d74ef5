using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>One of the three reasons for which a screening changes.</summary>
public abstract record ChangeReason
{
    private ChangeReason()
    {
    }

    /// <summary>Somebody said something new of an address on the way, or took it back.</summary>
    public sealed record NewLabel(IReadOnlyList<LabelChange> Labels) : ChangeReason;

    /// <summary>Money moved.</summary>
    /// <param name="Payments">How many more the address itself received and sent.</param>
    /// <param name="Ends">Known addresses that money has met since.</param>
    public sealed record NewFunds(long Payments, IReadOnlyList<RecordedEnd> Ends) : ChangeReason;

    /// <summary>The same exposure is judged otherwise.</summary>
    /// <param name="Score">What was found then, by the rules of now.</param>
    /// <param name="Rules">Those that fire now and did not then, and the reverse.</param>
    public sealed record RuleChange(string From, string To, int? Score, IReadOnlyList<string> Rules) : ChangeReason;
}

/// <summary>A label that is new, or gone.</summary>
/// <param name="Chain">Null where it is of the screened address itself.</param>
public sealed record LabelChange(ChainId? Chain, Address Address, RecordedName Label, bool IsGone);
