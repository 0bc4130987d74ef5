using Spoor.Transfers;

namespace Spoor.Storage.ClickHouse;

/// <summary>What of the rows in the tables counts: those of confirmed batches that no rewind took back.</summary>
/// <param name="Batch">The last that was announced; 0 before the first.</param>
/// <param name="IsOpen">Whether it is announced and not confirmed: its writer is at work, or was killed.</param>
/// <param name="Voided">Batches that were given up.</param>
/// <param name="Cuts">Rewinds whose rows may not all be removed yet.</param>
internal sealed record StoreState(ulong Batch, bool IsOpen, IReadOnlyList<ulong> Voided, IReadOnlyList<Cut> Cuts)
{
    public static readonly StoreState Empty = new(0, false, [], []);

    /// <summary>Whether two writers announced it: then it is nobody's, whoever confirms it.</summary>
    public bool IsContested { get; init; }

    /// <summary>The state as a reader sees it, as a condition and its values.</summary>
    /// <remarks>An answer is of one moment: rows of later batches have higher numbers.</remarks>
    public string Visible(Question question, IReadOnlyList<Cut>? cuts = null)
    {
        question.With("seen", IsOpen ? Batch - 1 : Batch);
        string condition = "batch <= {seen:UInt64}";
        if (Voided.Count > 0)
        {
            question.With("voided", $"[{string.Join(',', Voided)}]");
            condition += " AND batch NOT IN {voided:Array(UInt64)}";
        }

        int number = 0;
        foreach (var cut in cuts ?? Cuts)
        {
            string name = $"cut{number++}";
            question.With(name + "c", cut.Chain.Value).With(name + "a", cut.Above).With(name + "t", cut.Top).With(name + "b", cut.Before);
            condition += $" AND NOT (chain = {{{name}c:String}} AND block > {{{name}a:Int64}} AND block <= {{{name}t:Int64}} AND batch < {{{name}b:UInt64}})";
        }

        return condition;
    }

    /// <summary>As <see cref="Visible(Question, IReadOnlyList{Cut}?)"/>, for tables without blocks, from which no rewind takes.</summary>
    public string VisibleWhole(Question question) => Visible(question, []);
}

/// <summary>A rewind: rows of the chain above a height, up to another, that came before a batch, are gone.</summary>
internal sealed record Cut(ChainId Chain, long Above, long Top, ulong Before);
