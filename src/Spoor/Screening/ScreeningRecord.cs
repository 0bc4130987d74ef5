using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Screening;

/// <summary>What must be kept of a screening to say later what changed.</summary>
public sealed record ScreeningRecord
{
    public required Address Address { get; init; }

    public required ChainId? Chain { get; init; }

    public required string Rules { get; init; }

    public required string RulesDigest { get; init; }

    public required int? Score { get; init; }

    /// <summary>The ids of the rules that fired.</summary>
    public required IReadOnlyList<string> Fired { get; init; }

    public required IReadOnlyList<RiskFact> Facts { get; init; }

    /// <summary>Of the address itself.</summary>
    public required IReadOnlyList<RecordedName> Labels { get; init; }

    public required IReadOnlyList<RecordedEnd> Ends { get; init; }

    /// <summary>Payments received and sent.</summary>
    public required long Payments { get; init; }

    /// <summary>The last block that was at hand, by chain.</summary>
    public required IReadOnlyDictionary<ChainId, long> Heads { get; init; }

    public bool IsKnown => Labels.Count > 0 || Payments > 0;

    public static ScreeningRecord Of(AddressScreening screening, ScreeningBook book) => new()
    {
        Address = screening.Address,
        Chain = screening.Chain,
        Rules = book.Rules.Version,
        RulesDigest = book.Rules.Digest,
        Score = screening.Risk.Score,
        Fired = [.. screening.Risk.Fired.Select(fired => fired.Rule.Id)],
        Facts = [.. screening.Labels.Select(RiskFact.Of), .. screening.Exposures.Select(RiskFact.Of)],
        Labels = [.. screening.Labels.Select(label => new RecordedName(label.Id, label.Label.Name))],
        Ends =
        [
            .. screening.Exposures.SelectMany(exposure => exposure.Ends).Select(end => new RecordedEnd(end.Chain, end.Address, NameOf(end.Label), end.FirstBlock)),
        ],
        Payments = screening.Received.Payments + screening.Sent.Payments,
        Heads = book.Heads.ToDictionary(head => head.Chain, head => head.Block),
    };

    private static RecordedName? NameOf(Label? label) => label is null ? null : new(LabelIdentity.Of(label), label.Name);
}

/// <summary>A label by its id and name.</summary>
public sealed record RecordedName(string Id, string Name);

/// <summary>A known address at the other end of an exposure.</summary>
/// <param name="Label">Null for a service that nobody has labelled.</param>
public sealed record RecordedEnd(ChainId Chain, Address Address, RecordedName? Label, long FirstBlock);
