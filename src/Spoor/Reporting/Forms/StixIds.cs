using System.Text;
using System.Text.Json.Nodes;
using Spoor.Labels;
using Spoor.Records;

namespace Spoor.Reporting.Forms;

/// <summary>Ids of STIX objects; all follow from content, so two bundles of one case name the same things alike.</summary>
public static class StixIds
{
    /// <summary>Wallets of https://github.com/muchdogesec/stix2extensions.</summary>
    public const string WalletExtension = "extension-definition--be78509e-6958-51b1-8b26-d17ee0eba2d7";

    /// <summary>Transactions of https://github.com/muchdogesec/stix2extensions.</summary>
    public const string TransactionExtension = "extension-definition--151d042d-4dcf-5e44-843f-1024440318e5";

    /// <summary>The marks of TLP 2.0 as FIRST and OASIS define them.</summary>
    public const string TlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    /// <summary>Ours: accounts by CAIP-10 and amounts to the smallest unit, for which the others have no place.</summary>
    public static readonly string ExactExtension = Of("extension-definition", "exact-amounts");

    public static string Of(string type, params IReadOnlyList<string> names) => $"{type}--{NameUuid.Of(NameUuid.Ours, $"{type}\n{string.Join('\n', names)}")}";

    // As the authors of the extension derive it in their published examples: from the bare address.
    public static string Wallet(string address) => $"cryptocurrency-wallet--{NameUuid.Of(NameUuid.StixObservables, address)}";

    public static string Transaction(string hash, string symbol) => Observable("cryptocurrency-transaction", new() { ["symbol"] = symbol, ["value"] = hash });

    public static string Marking(Tlp tlp) => "marking-definition--" + tlp switch
    {
        Tlp.Clear => "94868c89-83c2-464b-929b-a1a8aa3c8487",
        Tlp.Green => "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        Tlp.Amber => "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        Tlp.AmberStrict => "939a9414-2ddd-4d32-a0cd-375ea402b003",
        Tlp.Red => "e828b379-4e03-4974-9ac4-e53a884c97c1",
        _ => throw new ArgumentOutOfRangeException(nameof(tlp), tlp, "Not a mark of TLP 2.0."),
    };

    private static string Observable(string type, JsonObject contributing) =>
        $"{type}--{NameUuid.Of(NameUuid.StixObservables, Encoding.UTF8.GetString(CanonicalJson.Of(contributing)))}";
}
