using System.Numerics;
using Spoor.Tracing.Evaluation;

namespace Spoor.Cli.Evaluation;

/// <summary>One row of the table: a case, a method, and what came of it.</summary>
internal sealed record ScoreRow
{
    public required TracingScore Score { get; init; }

    /// <summary>Transfers of background traffic around the case.</summary>
    public required int Noise { get; init; }

    /// <summary>Time of the trace alone, warm.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Over all thefts of a trace; null for a search, which keeps no books.</summary>
    public required BigInteger? Difference { get; init; }

    /// <summary>Cases with flows only: the true flows that were not found.</summary>
    public required IReadOnlyList<MissedFlow> Missed { get; init; }

    public decimal Milliseconds => Took.Ticks / (decimal)TimeSpan.TicksPerMillisecond;
}
