using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>The drain detector itself under a back-test.</summary>
public sealed class ReplayedDetector(string name, DrainDetector detector) : IReplayedWatch
{
    public string Name => name;

    public IReadOnlyCollection<Address> Unfamiliar(Block block) => detector.Unfamiliar(block);

    // History is final: nothing of it is taken back.
    public IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories) =>
        detector.Apply(block, histories, block.Height);
}
