using Spoor.Attribution;
using Spoor.Incidents;
using Spoor.Labels;

namespace Spoor.Workspace.Incidents;

/// <summary>What incidents say of addresses, as labels: the published ones, and the wallets by what they were in the theft.</summary>
public static class IncidentLabels
{
    /// <summary>In order of incident; the labels that it states come before its wallets.</summary>
    public static LabelBook Of(IncidentLibrary library) => new(library.All.SelectMany(incident => Of(incident.Facts)));

    private static IEnumerable<Label> Of(IncidentFacts facts) =>
        facts.Labels.Concat(facts.Wallets.Where(wallet => wallet.Account is not null).Select(wallet => LabelOf(facts, wallet)));

    private static Label LabelOf(IncidentFacts facts, IncidentWallet wallet)
    {
        var (chain, address) = wallet.Account!.Value;
        var source = facts.Sources.FirstOrDefault(one => one.Key == wallet.Sources[0]);
        return new()
        {
            Subject = new LabelSubject.OfAddress(chain, address),
            Name = $"{facts.Victim}: {(wallet.Name.Length > 0 ? wallet.Name : wallet.Role.NameOf().Replace('_', ' '))}",
            Category = CategoryOf(wallet.Role),
            Source = wallet.Sources[0],
            Confidence = ConfidenceOf(source?.Kind),
            Learned = source?.Published ?? DateOnly.MinValue,
        };
    }

    // Words of the vocabulary that LabelNatures reads.
    private static string CategoryOf(WalletRole role) => role switch
    {
        WalletRole.Suspect => "suspicious",
        WalletRole.Service => "service",
        _ when role.SideOf() == MemberSide.Thief => "heist",
        _ => "victim",
    };

    private static Confidence ConfidenceOf(SourceKind? kind) => Confidence.TryFind(
        kind switch
        {
            SourceKind.Authority => "authority_data",
            SourceKind.Primary => "forensic_investigation",
            _ => "forensic",
        },
        out var confidence) ? confidence : Confidence.Unknown;
}
