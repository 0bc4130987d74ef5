using Spoor.Transfers;

namespace Spoor.Detection.Backtest;

/// <summary>Something that watches wallets and is shown history as if it were live: the detector, or a yardstick beside it.</summary>
public interface IReplayedWatch
{
    /// <summary>What it is called in a table.</summary>
    string Name { get; }

    /// <summary>What it could judge so far; null of a watch that judges all that it is shown.</summary>
    JudgedOutflows? Judged => null;

    /// <inheritdoc cref="DrainDetector.Unfamiliar"/>
    IReadOnlyCollection<Address> Unfamiliar(Block block);

    /// <inheritdoc cref="DrainDetector.Apply"/>
    IReadOnlyList<AlertNotice> Apply(Block block, IReadOnlyDictionary<Address, RecipientHistory> histories);
}
