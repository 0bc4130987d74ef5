using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Spoor.Chains.Files.Watches;
using Spoor.Cli.Output;
using Spoor.Detection;

namespace Spoor.Cli.Responding;

/// <summary>Old deposit addresses: what is sent there is lost to the customer, so a watch file of them is written beside the log.</summary>
internal static class DeadAddresses
{
    private const string Item = "old-addresses-dead";

    /// <summary>Reads the files (CSV <c>chain,address</c>), writes the watch file and says what the act must name; null where there are none.</summary>
    /// <exception cref="FormatException">A row is faulty, or the files were given with another item.</exception>
    public static JsonObject? Register(IReadOnlyList<string> files, string item, string asset, DeskOptions desk, ParseResult parsed, Terminal terminal)
    {
        if (files.Count == 0)
        {
            return null;
        }

        if (item != Item)
        {
            throw new FormatException($"--dead: expected it with --item {Item}, found --item {item}.");
        }

        var wallets = files.SelectMany(file => AddressFile.Read(terminal.PathOf(file))).Distinct().ToList();
        if (wallets.Count == 0)
        {
            throw new FormatException("--dead: expected at least one address, found none.");
        }

        var owner = new WatchedOwner
        {
            Name = $"Dead addresses of {asset}",
            Wallets = [.. wallets.Order().Select(wallet => new WatchedWallet { Chain = wallet.Chain, Address = wallet.Address, Use = WalletUse.Dead })],
        };
        byte[] text = Encoding.UTF8.GetBytes(WatchText.Write(new([owner])));
        string name = $"dead-{asset}.watch.yaml";
        string path = Path.Combine(desk.FolderOf(parsed, terminal).FolderOf(desk.IncidentOf(parsed)), name);
        File.WriteAllBytes(path, text);
        terminal.TalkText.WriteLine($"Wrote {path}; watch it: spoor watch {path} --rpc CHAIN=URL");
        return new() { ["addresses"] = wallets.Count, ["file"] = name, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(text)) };
    }
}
