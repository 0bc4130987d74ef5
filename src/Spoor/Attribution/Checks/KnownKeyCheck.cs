using Spoor.Attribution.Linking;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Is the private key published, so that anybody can have acted with it?</summary>
/// <remarks>
/// Source: docs/methods/known-key.md. The list is <see cref="KnownKeys"/>. Known errors: a key leaked elsewhere, or derived from a
/// poor phrase, is not on it; a thief who swept such an account is missed with it.
/// </remarks>
internal sealed class KnownKeyCheck : ICounterCheck
{
    public string Name => "known-key";

    public int Version => 1;

    public bool AppliesTo(LinkCandidate candidate) => candidate.PivotAddress is not null;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        var pivot = candidate.PivotAddress!.Value;
        if (pivot.Kind != AddressKind.Account20)
        {
            return this.NotChecked("Whether its key is published could not be checked: the list holds keys of EVM chains only.");
        }

        return KnownKeys.OwnerOf(pivot) is { } owner
            ? this.Failed($"Its private key is published: {owner}. Anybody can use it.")
            : this.Passed($"It is none of {Found.Count(KnownKeys.Count, "address", "addresses")} of published test keys.");
    }
}
