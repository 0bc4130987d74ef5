using Spoor.Incidents;

namespace Spoor.Reporting.Forms;

/// <summary>An address of a case on one chain, and what it is there.</summary>
/// <param name="Chain">CAIP-2, or a plain name where Spoor knows none.</param>
/// <param name="Address">As its chain writes it.</param>
/// <param name="Role">Of an address that the incident names; null where only the trace reached it.</param>
public sealed record FormAccount(string Chain, string Address, WalletRole? Role)
{
    public string Caip10 => $"{Chain}:{Address}";

    /// <summary>Whether it is on the thief's side.</summary>
    public bool IsThief => Role is WalletRole.Thief or WalletRole.ThiefOnward or WalletRole.Linking;
}
