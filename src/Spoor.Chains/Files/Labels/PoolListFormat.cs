using System.Text.Json;
using System.Text.RegularExpressions;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Labels;

/// <summary>Tornado Cash pools of Ethereum as a JSON object: address, then what the pool takes (<c>100 DAI</c>).</summary>
internal sealed partial class PoolListFormat : ILabelFormat
{
    private static readonly ChainId Ethereum = ChainId.Parse("eip155:1");

    public string Name => "Tornado Cash JSON";

    public bool Recognises(string head) => AddressThenAmount().IsMatch(head);

    public void Read(TextReader text, LabelSheet sheet)
    {
        sheet.Cite(KnownSources.Tutela);
        foreach (var member in JsonMember.ReadAll(text, sheet))
        {
            if (member.Value.ValueKind != JsonValueKind.String)
            {
                sheet.Fault(member.Line, member.Key, "what the pool takes, such as \"100 DAI\"", member.Value.ValueKind.ToString());
                continue;
            }

            sheet.Rows.Read(new LabelRow(member.Line) { OnChain = sheet.Options.Chain ?? Ethereum }
                .Set(LabelField.Address, member.Key, "key")
                .Set(LabelField.Name, $"Tornado Cash {member.Value.GetString()}", $"value of {member.Key}")
                .Set(LabelField.Category, "mixing_service")
                .Set(LabelField.Actor, "tornado")
                .Set(LabelField.Source, KnownSources.Tutela.Key)
                .Set(LabelField.Confidence, "web_crawl"));
        }
    }

    [GeneratedRegex(@"\A\s*\{\s*""0x[0-9a-fA-F]+""\s*:\s*""[0-9.]+ [A-Za-z]+""")]
    private static partial Regex AddressThenAmount();
}
