using Spoor.Transfers;

namespace Spoor.Tests.Nodes;

/// <summary>A decoded block as lines, so that a test says all of it.</summary>
internal static class BlockText
{
    public static IEnumerable<string> Lines(Block block) => block.Transfers.Select(transfer => Line(block.Chain, transfer));

    public static string Line(ChainId chain, Transfer transfer)
    {
        string quality = transfer.Quality == AmountQuality.Exact ? "" : $" {transfer.Quality}";
        string occurrence = transfer.Occurrence == 0 ? "" : $" #{transfer.Occurrence}";
        string output = transfer.Output is { } spent ? $" {spent.Tx.ToString()[..8]}:{spent.Index}" : "";
        return $"{transfer.Position} {transfer.Kind} {Name(chain, transfer.From)} > {Name(chain, transfer.To)} {transfer.Amount} {transfer.Asset.Reference}{output}{quality}{occurrence}";
    }

    public static string Name(ChainId chain, Address? address) => address is { } known ? AddressText.Render(chain, known) : "-";

    /// <summary>Everything a block says, for telling two blocks apart.</summary>
    public static string Whole(Block block) => string.Join('\n', Lines(block)
        .Prepend($"{block.Chain} {block.Height} {block.Hash} {block.Parent} {block.Time:O} {block.Gaps} {block.RefusedAmounts}")
        .Concat(block.Sent.Select(sent => sent.ToString()))
        .Concat(block.Controls.Select(control => control.ToString())));
}
