using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Linking;

/// <summary>Something two incidents share, before anything was done to refute it.</summary>
internal sealed record LinkCandidate
{
    public required LinkKind Kind { get; init; }

    /// <summary>Without a chain: the key, whatever chain it is met on.</summary>
    public required LabelSubject Pivot { get; init; }

    public required string Evidence { get; init; }

    public required LinkSide First { get; init; }

    public required LinkSide Second { get; init; }

    /// <summary>What of each theft came to the pivot; empty where both incidents name it, or it paid rather than was paid.</summary>
    public IReadOnlyList<(string Case, Contact Contact)> Contacts { get; init; } = [];

    /// <summary>The labels it rests on.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>Whether the thing shared is itself named as the thief's by what the link asks for; then no unknown address is trusted.</summary>
    public required bool PivotIsNamed { get; init; }

    public Address? PivotAddress => Pivot is LabelSubject.OfAddress account ? account.Address : null;

    public IEnumerable<LinkSide> Sides => [First, Second];

    public IEnumerable<LinkPath> Paths => First.Paths.Concat(Second.Paths);

    /// <summary>The addresses the value passed between a member and the pivot, each once, in order of the paths.</summary>
    public IReadOnlyList<(ChainId Chain, Address Address)> Between =>
    [
        .. Paths.SelectMany(UpToPivot).SelectMany(
                step => new[] { step.From, step.To }.OfType<Address>(), (step, address) => (step.Chain, address))
            .Where(one => !IsPivot(one.address) && !Paths.Any(path => path.Start.Subject == new LabelSubject.OfAddress(one.Chain, one.address)))
            .Distinct(),
    ];

    /// <summary>The addresses that nobody named and the link nevertheless trusts to be no service.</summary>
    public IReadOnlyList<(ChainId? Chain, Address Address)> RestsOn =>
    [
        .. PivotIsNamed || PivotAddress is not { } pivot ? Enumerable.Empty<(ChainId?, Address)>() : [(null, pivot)],
        .. Between.Select(one => ((ChainId?)one.Chain, one.Address)),
    ];

    public bool IsPivot(Address address) => PivotAddress is { } pivot && KeyIdentity.KeyOf(address) == pivot;

    // What comes after the pivot, the exchange behind a deposit address, is no way to it.
    private IEnumerable<Transfer> UpToPivot(LinkPath path)
    {
        int last = path.Steps.ToList().FindIndex(step => step.To is { } to && IsPivot(to));
        return last < 0 ? path.Steps : path.Steps.Take(last + 1);
    }
}
