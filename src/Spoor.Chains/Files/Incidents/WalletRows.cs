using Spoor.Incidents;
using Spoor.Transfers;

namespace Spoor.Chains.Files.Incidents;

/// <summary>Reads <c>wallets.csv</c>: one address on one chain, and what it was in the incident.</summary>
internal sealed class WalletRows(FolderNotes notes)
{
    private static readonly string[] Columns = ["chain", "address", "role", "?name", "?note", "source"];

    private readonly IncidentTable _table = new(IncidentFiles.Wallets, notes);
    private readonly Dictionary<(string, string), long> _lines = [];
    private readonly Dictionary<string, (long Line, IncidentWallet Wallet)> _keys = new(StringComparer.Ordinal);

    public IReadOnlyList<IncidentWallet> Read(TextReader text)
    {
        var wallets = _table.Read(text, Columns, WalletOf);
        if (!wallets.Exists(wallet => wallet.Role is WalletRole.Thief or WalletRole.ThiefOnward or WalletRole.Linking or WalletRole.Suspect))
        {
            notes.Warn(IncidentFiles.Wallets, 1, "expected an address of the thief, found none: the incident can be linked to no other.");
        }

        return wallets;
    }

    private IncidentWallet WalletOf(CsvLine line)
    {
        string chain = _table.Required(line, "chain");
        string address = _table.Required(line, "address");
        var wallet = new IncidentWallet
        {
            Chain = chain,
            Address = address,
            Account = AccountOf(line, address),
            Role = RoleOf(line),
            Name = line["name"],
            Note = line["note"],
            Source = _table.Sources(line),
        };
        CheckTwice(line, wallet);
        return wallet;
    }

    private (ChainId, Address)? AccountOf(CsvLine line, string text)
    {
        if (_table.Chain(line) is not { } chain || text.Length == 0)
        {
            return null;
        }

        if (!AddressText.TryParse(chain, text, out var address))
        {
            _table.Fault(line, "address", $"an address of {chain} with a right checksum");
            return null;
        }

        string canonical = AddressText.Render(chain, address);
        // Bitcoin Cash may leave out the name of its network in front.
        if (canonical != text && !canonical.EndsWith($":{text}", StringComparison.Ordinal))
        {
            _table.Fault(line, "address", $"the address as its chain writes it, {canonical}");
        }

        return (chain, address);
    }

    private WalletRole RoleOf(CsvLine line)
    {
        string text = _table.Required(line, "role");
        string[] names = [.. WalletRoles.All.Select(role => role.Name)];
        int found = Array.IndexOf(names, text);
        if (found < 0 && text.Length > 0)
        {
            string hint = NearNames.Of(text, names).FirstOrDefault() is { } near ? $" (did you mean '{near}'?)" : "";
            _table.Fault(line, "role", $"one of {string.Join(", ", names)}{hint}");
        }

        return found < 0 ? WalletRole.Suspect : WalletRoles.All[found].Role;
    }

    // One key is one holder on every EVM chain, so it cannot be the victim's on one and the thief's on another.
    private void CheckTwice(CsvLine line, IncidentWallet wallet)
    {
        if (!_lines.TryAdd((wallet.Chain, wallet.Address), line.Number))
        {
            _table.Fault(line, $"the address stands on line {_lines[(wallet.Chain, wallet.Address)]} already; an address has one role.");
            return;
        }

        string key = wallet.Account is var (_, address) ? AddressText.RenderKey(address) : wallet.Address;
        if (!_keys.TryAdd(key, (line.Number, wallet)) && _keys[key].Wallet.Role.SideOf() != wallet.Role.SideOf())
        {
            var (other, first) = _keys[key];
            _table.Fault(line, $"the same key is '{first.Role.NameOf()}' on line {other} and '{wallet.Role.NameOf()}' here; it cannot be on both sides.");
        }
    }
}
