using Spoor.Tracing;

namespace Spoor.Cli.Evaluation;

/// <summary>What a case is evaluated under.</summary>
/// <param name="Noise">Transfers of background traffic around a case with flows.</param>
/// <param name="Seed">What the noise is drawn from.</param>
/// <param name="StopAtEnds">Whether the case's services end a trace.</param>
internal sealed record CaseOptions(int Noise, ulong Seed, bool StopAtEnds, OpeningEntry Openings);
