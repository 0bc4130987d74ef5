using Spoor.Incidents;
using Spoor.Reporting.Documents;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>Every published address as text, to be copied and searched for.</summary>
internal static class PlacesSection
{
    public static Section Of(CaseContext context)
    {
        int place = 0;
        var order = WalletRoles.All.ToDictionary(role => role.Role, _ => place++);
        var rows = context.Facts.Wallets.OrderBy(wallet => order[wallet.Role]).ThenBy(wallet => wallet.Chain, StringComparer.Ordinal).ThenBy(wallet => wallet.Address, StringComparer.Ordinal)
            .Select(wallet => new Row([RoleOf(wallet.Role), wallet.ChainTitle, new Words.Code(wallet.Address), wallet.Name, wallet.Note, context.SourcesOf(wallet.Source)])).ToList();
        return new("addresses", "Addresses",
        [
            rows.Count == 0
                ? new Piece.Paragraph("No address was published.")
                : new Piece.Grid(new("wallets", "Published addresses and what they were", ["What it was", "Chain", "Address", "Name", "Note", "Source"], rows)),
        ]);
    }

    private static string RoleOf(WalletRole role) => role switch
    {
        WalletRole.Thief => "the thief's, first receipt",
        WalletRole.ThiefOnward => "the thief's, further on",
        WalletRole.Suspect => "named as the thief's by one side",
        WalletRole.Linking => "ties it to another theft",
        WalletRole.Hot => "the victim's hot wallet",
        WalletRole.Cold => "the victim's cold wallet",
        WalletRole.Rescue => "where the victim brought the rest",
        WalletRole.Own => "the victim's",
        WalletRole.Service => "a service that others use as well",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role that a report has no words for."),
    };
}
