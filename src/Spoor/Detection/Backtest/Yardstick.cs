using Spoor.Transfers;
using Spoor.Valuation;

namespace Spoor.Detection.Backtest;

/// <summary>A watch that looks at one thing alone: what the detector is measured against.</summary>
/// <remarks>What it says of one owner within <see cref="Memory"/> of its last word is one alert, so that it is not judged by its noise.</remarks>
public sealed class Yardstick : IReplayedWatch
{
    /// <summary>How long after its last word an alert is still the same one.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private readonly Dictionary<string, AlertNotice> _open = [];
    private readonly OutflowReader _outflows;
    private readonly Func<Outflow, bool?> _speaks;

    /// <param name="needs">What it asks of an outflow, in words.</param>
    /// <param name="speaks">Null of an outflow that lacks it.</param>
    public Yardstick(string name, string needs, WatchList watch, PriceBook prices, Func<Outflow, bool?> speaks)
    {
        Name = name;
        Judged = new(0, 0, needs);
        _outflows = new(watch, prices);
        _speaks = speaks;
    }

    public string Name { get; }

    public JudgedOutflows Judged { get; private set; }

    public IReadOnlyCollection<Address> Unfamiliar(Block block) => _outflows.Recipients(block);

    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories)
    {
        var told = new List<AlertNotice>();
        foreach (var (owner, outflow) in _outflows.Read(block, histories))
        {
            bool? speaks = _speaks(outflow);
            Judged = Judged with { Outflows = Judged.Outflows + 1, Judged = Judged.Judged + (speaks is null ? 0 : 1) };
            if (speaks == true)
            {
                told.Add(Notice(owner, outflow.Transfer));
            }
        }

        return told;
    }

    private AlertNotice Notice(WatchedOwner owner, Transfer transfer)
    {
        var before = _open.GetValueOrDefault(owner.Name);
        bool isSame = before is not null && transfer.Time - before.Time <= Memory;
        var notice = new AlertNotice
        {
            Alert = isSame ? before!.Alert : $"{Name}/{owner.Name}/{transfer.Tx}",
            Number = isSame ? before!.Number + 1 : 1,
            Stage = isSame ? AlertStage.Update : AlertStage.Start,
            Class = AlertClass.Drain,
            Severity = AlertSeverity.High,
            Owner = owner.Name,
            Chain = transfer.Chain,
            At = transfer.Position,
            Time = transfer.Time,
            Tx = transfer.Tx,
            Score = 0,
            Signals = [],
            Headline = Name,
            Gone = UsdValue.Zero,
            AtRisk = UsdValue.Zero,
            Block = [],
            Transactions = [.. (isSame ? before!.Transactions : []).Append(transfer.Tx).Distinct()],
        };
        _open[owner.Name] = notice;
        return notice;
    }
}
