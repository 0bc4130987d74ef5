namespace Spoor.Transfers.Recording;

/// <summary>What a store was asked, and what it answered where that does not follow from the transfers, as a table.</summary>
/// <remarks>
/// <c>history</c>, <c>transaction</c> and <c>spend</c>: all transfers of that subject are in the table of transfers. <c>activity</c> and
/// <c>past</c>: what was answered; without a count, that there is nothing. <c>heads</c>: it was asked which chains there are, and each
/// <c>head</c> is one.
/// </remarks>
public static class AnswerTable
{
    private const string Header = "question,chain,subject,transfers,counterparties,payments,days,hours,lowest,highest,first,last,before,tokens";

    private const int Columns = 14;

    public static void Write(TextWriter output, StoreRecord record)
    {
        output.Write(Header + "\n");
        foreach (string[] row in RowsOf(record))
        {
            output.Write(string.Join(',', row.Concat(Enumerable.Repeat("", Columns - row.Length))));
            output.Write('\n');
        }
    }

    /// <summary>Reads a record whose transfers lie in a table of their own.</summary>
    /// <exception cref="FormatException">A row is no answer; the message names file, line and cell.</exception>
    public static StoreRecord Read(string file, TextReader text, IReadOnlyList<Transfer> transfers)
    {
        var answers = new Answers();
        foreach (var row in RecordText.Rows(file, Header, text))
        {
            row.Read(read => answers.Take(read));
        }

        return answers.Record(transfers);
    }

    private static IEnumerable<string[]> RowsOf(StoreRecord record) =>
        HeadsOf(record)
            .Concat(record.Histories.Order().Select(one => Row("history", one.Chain, AddressText.Render(one.Chain, one.Address))))
            .Concat(record.Transactions.Order().Select(one => Row("transaction", one.Chain, one.Tx.Render(one.Chain))))
            .Concat(record.Spends.Order().Select(one => Row("spend", one.Chain, one.Output.ToString())))
            .Concat(record.Activities.OrderBy(one => one.Key).Select(one => Row("activity", one.Key.Chain, AddressText.Render(one.Key.Chain, one.Key.Address), AnswerOf(one.Value))))
            .Concat(record.Pasts.OrderBy(one => one.Key).Select(one => Row(
                "past", one.Key.Chain, AddressText.Render(one.Key.Chain, one.Key.Address), [.. AnswerOf(one.Value), RecordText.Of(one.Key.BeforeBlock), one.Key.Tokens])));

    private static IEnumerable<string[]> HeadsOf(StoreRecord record) => record.Heads is { } heads
        ? heads.OrderBy(head => head.Chain)
            .Select(head => Row(
                "head", head.Chain, "",
                RecordText.Of(head.Transfers), "", "", "", "", RecordText.Of(head.Lowest), RecordText.Of(head.Highest), RecordText.Of(head.First), RecordText.Of(head.Last)))
            .Prepend(["heads"])
        : [];

    private static string[] Row(string question, ChainId chain, string subject, params string[] answer) => [question, chain.Value, subject, .. answer];

    private static string[] AnswerOf(Activity? activity) => activity is { } known
        ?
        [
            RecordText.Of(known.Transfers), RecordText.Of(known.Counterparties), RecordText.Of(known.Payments), RecordText.Of(known.Days), RecordText.Of(known.Hours),
            RecordText.Of(known.Credible), "", RecordText.Of(known.First), RecordText.Of(known.Last),
        ]
        : [];

    private static string[] AnswerOf(Past? past) =>
        [past is { } known ? RecordText.Of(known.Movements) : "", "", "", "", "", "", "", past?.First is { } first ? RecordText.Of(first) : "", ""];

    private sealed class Answers
    {
        private readonly HashSet<(ChainId, Address)> _histories = [];
        private readonly HashSet<(ChainId, TxHash)> _transactions = [];
        private readonly HashSet<(ChainId, Outpoint)> _spends = [];
        private readonly Dictionary<(ChainId, Address), Activity?> _activities = [];
        private readonly Dictionary<PastQuestion, Past?> _pasts = [];
        private List<ChainHead>? _heads;

        public bool Take(RecordRow row)
        {
            if (row[0] == "heads")
            {
                _heads ??= [];
                return true;
            }

            var chain = ChainId.Parse(row[1]);
            return row[0] switch
            {
                "head" => Add(_heads ??= [], new(chain, row.Number(8), row.Number(9), row.Number(3), row.Moment(10), row.Moment(11))),
                "history" => _histories.Add((chain, AddressText.Parse(chain, row[2]))),
                "transaction" => _transactions.Add((chain, TxHash.Parse(row[2]))),
                "spend" => _spends.Add((chain, OutpointOf(row))),
                "activity" => _activities.TryAdd((chain, AddressText.Parse(chain, row[2])), ActivityOf(row)),
                "past" => _pasts.TryAdd(new(chain, AddressText.Parse(chain, row[2]), row.Number(12), row[13]), PastOf(row)),
                _ => throw row.Fault(0, "a question to a store"),
            };
        }

        public StoreRecord Record(IReadOnlyList<Transfer> transfers) => new()
        {
            Transfers = transfers,
            Heads = _heads,
            Histories = _histories,
            Transactions = _transactions,
            Spends = _spends,
            Activities = _activities,
            Pasts = _pasts,
        };

        private static bool Add(List<ChainHead> heads, ChainHead head)
        {
            heads.Add(head);
            return true;
        }

        private static Outpoint OutpointOf(RecordRow row)
        {
            string[] parts = row[2].Split(':');
            return parts.Length == 2 && int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index)
                ? new(TxHash.Parse(parts[0]), index)
                : throw row.Fault(2, "an output such as HASH:0");
        }

        private static Activity? ActivityOf(RecordRow row) =>
            row[3].Length == 0 ? null : new(row.Number(3), row.Number(4), row.Moment(10), row.Moment(11))
            {
                Payments = row.Number(5),
                Days = row.Number(6),
                Hours = row.Index(7),

                // Records of before say how many there are in all.
                Credible = row[8].Length == 0 ? row.Number(3) : row.Number(8),
            };

        private static Past? PastOf(RecordRow row) =>
            row[3].Length == 0 ? null : new(row.Number(3), row[10].Length == 0 ? null : row.Moment(10));
    }
}
