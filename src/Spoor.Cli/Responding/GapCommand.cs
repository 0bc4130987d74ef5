using System.CommandLine;
using Spoor.Cli.Commands;
using Spoor.Cli.Incidents;
using Spoor.Cli.Output;
using Spoor.Incidents;
using Spoor.Reporting.Responses;
using Spoor.Response.Freezing;
using Spoor.Response.Watching;
using Spoor.Transfers;

namespace Spoor.Cli.Responding;

/// <summary><c>spoor respond gap</c>: says when an issuer's multisig proposes to freeze an address of the case, which its holder can read, too.</summary>
internal static class GapCommand
{
    public static Verb Create(Terminal terminal)
    {
        var command = new Command("gap", "Read calldata sent to an issuer's multisig and warn when it names an address of the case: until it is executed, the thief can move.");
        var desk = DeskOptions.On(command);
        var calldata = new Option<string>("--calldata") { Description = "The input of the transaction, as hex.", HelpName = "0x…", Required = true };
        command.Options.Add(calldata);
        var incidents = IncidentsOption.Create();
        command.Options.Add(incidents);
        var json = new Option<bool>("--json") { Description = "For programs: freeze-gap/1 (docs/json.md)." };
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) => Guarded.RunAsync(terminal, () => Task.FromResult(Run(parsed)), cancellation));
        return new(command, ["spoor respond gap coinex-2023 --calldata 0xc6427474…"]);

        int Run(ParseResult parsed)
        {
            var proposal = IssuerMultisig.Read(BytesOf(parsed.GetValue(calldata)!));
            bool isOfCase = proposal is not null && CaseAddresses(parsed).Contains(proposal.Frozen);
            if (parsed.GetValue(json))
            {
                FreezeGapJson.Write(desk.IncidentOf(parsed), proposal, isOfCase, terminal.Bytes);
            }
            else
            {
                Write(terminal, desk.IncidentOf(parsed), proposal, isOfCase);
            }

            return isOfCase ? ExitCode.Done : ExitCode.Nothing;
        }

        HashSet<Address> CaseAddresses(ParseResult parsed)
        {
            var facts = incidents.OpenIncidents(parsed, terminal).Find(desk.TypedOf(parsed)).Facts;
            var joined = WatchActs.Lists(desk.Read(parsed, terminal), facts.Id).SelectMany(list => list.List.Owners[0].Wallets).Select(wallet => wallet.Address);
            return [.. facts.WalletsOf(WalletRole.Thief).Select(wallet => wallet.Account?.Address).OfType<Address>(), .. joined];
        }
    }

    private static void Write(Terminal terminal, string incident, FreezeProposal? proposal, bool isOfCase)
    {
        if (proposal is null)
        {
            terminal.Line("This is no proposal to freeze: expected submitTransaction(address,uint256,bytes) with addBlackList(address) inside.");
            return;
        }

        string frozen = AddressText.RenderKey(proposal.Frozen);
        terminal.Heading(isOfCase ? $"Freeze gap: {frozen} is an address of {incident}" : $"{frozen} is no address of {incident}");
        if (!isOfCase)
        {
            return;
        }

        terminal.Prose($"The multisig has proposed to freeze it on {AddressText.RenderKey(proposal.Token)}; the proposal is public, and nothing is frozen until enough owners confirm it.");
        terminal.Item("Ask the issuer to have the other owners confirm now; the median from proposal to freeze is hours.");
        terminal.Item("Watch the address to the block (spoor respond watch), and have packets ready for exchanges that it may flee to.");
        terminal.Item("Do not publish the address or the proposal before it is executed.");
    }

    private static byte[] BytesOf(string hex)
    {
        string digits = hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hex[2..] : hex;
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new FormatException("--calldata: expected an even number of hex digits after 0x, found something else.");
    }
}
