using Spoor.Labels;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases;

/// <summary>How widely a case may be shared: as its strictest label allows (TLP 2.0, https://www.first.org/tlp/).</summary>
/// <remarks>Of the labels of the incident, and of those of every address that the trace met: they decided where it stopped, or are shown beside it.</remarks>
public static class CaseMark
{
    public static Tlp Of(CaseFindings findings)
    {
        var met = findings.Trace.Transfers.SelectMany(traced => PartiesOf(traced.Transfer))
            .Concat(findings.Trace.Holdings.Where(holding => holding.Address is not null).Select(holding => (holding.Asset.Chain, holding.Address!.Value)))
            .Concat(findings.Facts.Wallets.Select(wallet => wallet.Account).OfType<(ChainId, Address)>());
        return met.Distinct().SelectMany(account => findings.Inputs.Labels.AllOf(account.Item1, account.Item2))
            .Concat(findings.Facts.Labels)
            .Select(label => label.Tlp).DefaultIfEmpty(Tlp.Clear).Max();
    }

    private static IEnumerable<(ChainId, Address)> PartiesOf(Transfer transfer) =>
        new[] { transfer.From, transfer.To }.OfType<Address>().Select(address => (transfer.Chain, address));
}
