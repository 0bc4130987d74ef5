namespace Spoor.Workspace.Importing;

/// <summary>What a file that is imported holds.</summary>
public enum ImportKind
{
    Transfers,
    Labels,
    Ledger,
}
