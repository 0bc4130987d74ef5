using Spoor.Response.Freezing;
using Spoor.Transfers;

namespace Spoor.Reporting.Responses;

/// <summary>Whether calldata proposes to freeze an address of a case, as <c>freeze-gap/1</c>.</summary>
public static class FreezeGapJson
{
    public const string Format = "freeze-gap/1";

    /// <param name="proposal">Null where the calldata is no proposal to freeze.</param>
    public static void Write(string incident, FreezeProposal? proposal, bool isOfCase, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteString("incident", incident);
        json.WriteBoolean("proposal", proposal is not null);
        json.WriteString("token", proposal is null ? null : AddressText.RenderKey(proposal.Token));
        json.WriteString("frozen", proposal is null ? null : AddressText.RenderKey(proposal.Frozen));
        json.WriteBoolean("gap", isOfCase);
    });
}
