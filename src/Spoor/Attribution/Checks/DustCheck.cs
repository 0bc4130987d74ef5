using Spoor.Attribution.Linking;
using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Attribution.Checks;

/// <summary>Is the contact too small to mean anything, or an address made to look like another?</summary>
/// <remarks>
/// Source: address poisoning as practised (docs/methods/dust.md). Anybody can send dust to anybody, a thief too. Material is
/// 1/1,000 of what was stolen of the same asset, since there is no common measure of assets without prices. An address
/// that has the first four and last four hex digits of a member and is another is taken for poisoning.
/// Known errors: a gas payment is dust; H-FUND looks at those.
/// </remarks>
internal sealed class DustCheck : ICounterCheck
{
    private const int Alike = 4;

    public string Name => "dust";

    public int Version => 2;

    public bool AppliesTo(LinkCandidate candidate) => true;

    public CounterCheck Check(LinkCandidate candidate, CheckGround ground)
    {
        if (LookAlike(candidate, ground) is { } member)
        {
            return this.Failed($"It has the first and last four digits of {member}, which is another address: such are made to be mistaken.");
        }

        // What little came to an address that a list names as the thief's does not unname it.
        var small = candidate.Contacts.Where(one => !one.Contact.IsMaterial(ground.Parameters.MaterialPerMillion) && !IsNamed(one.Case, candidate)).ToList();
        if (small.Count > 0)
        {
            var (theft, contact) = small.OrderBy(one => one.Case, StringComparer.Ordinal).First();
            return this.Failed($"Only {contact.Share()} of what {theft} lost of {contact.Asset} came to it; anybody can be sent as little.");
        }

        var material = candidate.Contacts.Where(one => one.Contact.IsMaterial(ground.Parameters.MaterialPerMillion)).ToList();
        return material.Count == 0
            ? this.NotChecked("It looks like no other member; there is no traced payment of material size to it.")
            : this.Passed($"Material parts of what was stolen came to it: {string.Join(", ", material.OrderBy(one => one.Case, StringComparer.Ordinal).Select(one => $"{one.Contact.Share()} ({one.Case})").Distinct())}.");
    }

    private static bool IsNamed(string theft, LinkCandidate candidate) => candidate.Sides.Any(side => side.Case == theft && side.IsNamed);

    private static string? LookAlike(LinkCandidate candidate, CheckGround ground)
    {
        if (candidate.PivotAddress is not { Kind: AddressKind.Account20 } pivot)
        {
            return null;
        }

        string hex = Convert.ToHexStringLower(pivot.ToBytes());
        return ground.Cases.SelectMany(footprint => footprint.Case.Members)
            .Select(member => member.Subject).OfType<LabelSubject.OfAddress>()
            .Where(account => account.Address.Kind == AddressKind.Account20 && account.Address != pivot)
            .Where(account => Convert.ToHexStringLower(account.Address.ToBytes()) is var other && other[..Alike] == hex[..Alike] && other[^Alike..] == hex[^Alike..])
            .Select(account => account.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
