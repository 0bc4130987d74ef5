using System.Numerics;
using Spoor.Reporting.Documents;
using Spoor.Tracing;
using Spoor.Transfers;

namespace Spoor.Reporting.Cases.Sections;

/// <summary>The transactions of a case in one list, so that every figure can lead to those it comes from.</summary>
internal sealed class TransactionIndex
{
    private readonly Dictionary<(ChainId Chain, TxHash Tx), int> _rows = [];

    public TransactionIndex(CaseFindings findings)
    {
        var thefts = findings.Trace.Thefts.ToDictionary(theft => theft.Number);
        Moves =
        [
            .. findings.Trace.Transfers
                .GroupBy(traced => traced.Transfer)
                .Select(group => new TracedMove(group.Key, [.. group]))
                .OrderByDescending(move => move.Parts.Any(part => !part.Claimed.IsZero))
                .ThenByDescending(move => ShareOf(move, thefts))
                .ThenBy(move => move.Transfer.Time).ThenBy(move => move.Transfer.Chain).ThenBy(move => move.Transfer.Position),
        ];
        for (int i = 0; i < Moves.Count; i++)
        {
            _rows.TryAdd((Moves[i].Transfer.Chain, Moves[i].Transfer.Tx), i + 1);
        }
    }

    /// <summary>The movements that carried value of a theft: the thefts first, then by the part of a theft that they carried.</summary>
    public IReadOnlyList<TracedMove> Moves { get; }

    /// <summary>A transaction, leading to its row where the document shows that.</summary>
    public Words WordsOf(ChainId chain, TxHash tx)
    {
        string hash = tx.Render(chain);
        return _rows.TryGetValue((chain, tx), out int row) && row <= Table.MaxShown ? Words.To(AnchorOf(row), Shortened(hash), hash) : new Words.Code(hash);
    }

    /// <summary>A transaction by the text of its hash; empty where it is not known.</summary>
    public Cell CellOf(string chain, string hash) =>
        hash.Length == 0 ? "not published"
        : ChainId.TryParse(chain, out var id) && TxHash.TryParse(hash, out var tx) ? WordsOf(id, tx)
        : new Words.Code(hash);

    /// <summary>The first transactions among some, each once, and how many more there are.</summary>
    public Cell CellOf(IEnumerable<Transfer> transfers)
    {
        const int Named = 2;
        var all = transfers.Select(transfer => (transfer.Chain, transfer.Tx)).Distinct().OrderBy(key => _rows.GetValueOrDefault(key, int.MaxValue)).ToList();
        List<Words> words = [.. all.Take(Named).SelectMany((key, i) => new[] { i == 0 ? "" : ", ", WordsOf(key.Chain, key.Tx) }).Where(one => one.Text.Length > 0)];
        if (all.Count > Named)
        {
            words.Add($" and {NumberText.Of(all.Count - Named)} more");
        }

        return new(words);
    }

    public static string AnchorOf(int row) => $"tx-{row}";

    private static string Shortened(string hash) => hash.Length > 20 ? $"{hash[..10]}…{hash[^6..]}" : hash;

    private static BigInteger ShareOf(TracedMove move, Dictionary<int, Theft> thefts) => move.Parts.Aggregate(BigInteger.Zero, (sum, part) =>
        sum + (thefts[part.Theft].Amount.IsZero ? 0 : (BigInteger)part.Origin.Units * 1_000_000_000 / thefts[part.Theft].Amount.Units));
}

/// <summary>A movement with what it carried of each theft.</summary>
internal sealed record TracedMove(Transfer Transfer, IReadOnlyList<TracedTransfer> Parts)
{
    public Amount Tainted => Parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Tainted);
}
