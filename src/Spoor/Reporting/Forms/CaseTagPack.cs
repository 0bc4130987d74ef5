using System.Text;
using Spoor.Incidents;
using Spoor.Labels;
using Spoor.Reporting.Cases;

namespace Spoor.Reporting.Forms;

/// <summary>What a case says of addresses, as a TagPack of GraphSense; imported again it gives the same labels.</summary>
public static class CaseTagPack
{
    private const string Abuse = "service_hack";

    /// <summary>False, and nothing is written, where the case says nothing of any address: a TagPack without tags is none.</summary>
    public static bool TryWrite(CaseFindings findings, Stream output)
    {
        var labels = LabelsOf(findings);
        if (labels.Count == 0)
        {
            return false;
        }

        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        TagPackText.Write(text, labels, findings.Facts.Title, "spoor", new SourceLineage(findings.Facts.Sources));
        return true;
    }

    /// <summary>A label for each address on the thief's side, and those of the incident's own folder.</summary>
    public static IReadOnlyList<Label> LabelsOf(CaseFindings findings)
    {
        var facts = findings.Facts;
        var days = facts.Sources.ToDictionary(source => source.Key, source => source.Published, StringComparer.Ordinal);
        var learned = DateOnly.FromDateTime(FormMoment.Of(findings).UtcDateTime);
        var thieves = facts.Wallets
            .Where(wallet => wallet.Role is WalletRole.Thief or WalletRole.ThiefOnward or WalletRole.Linking)
            .Select(wallet => new Label
            {
                Subject = SubjectOf(wallet),
                Name = wallet.Name.Length > 0 ? wallet.Name : $"{facts.Victim}: {wallet.Role.NameOf()}",
                Category = "",
                Abuse = Abuse,
                Concepts = [Abuse],
                Source = wallet.Sources[0],
                Confidence = Confidence.All.First(one => one.Id == "forensic"),
                Author = "spoor",
                Observed = facts.Started.Day,
                Learned = days.GetValueOrDefault(wallet.Sources[0]) ?? learned,
                Context = LabelContext.WithTagType("", "event"),
            });
        return [.. thieves.Concat(facts.Labels).DistinctBy(label => (label.Subject, label.Name, label.Source))];
    }

    private static LabelSubject SubjectOf(IncidentWallet wallet) => wallet.Account is var (chain, address)
        ? new LabelSubject.OfAddress(chain, address)
        : new LabelSubject.Unread(wallet.Chain.ToLowerInvariant(), wallet.Address);
}
