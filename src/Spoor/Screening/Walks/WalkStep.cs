namespace Spoor.Screening.Walks;

/// <summary>A payment by which money reached a place, and those after it on the way to the screened address.</summary>
internal sealed record WalkStep(int Edge, WalkStep? Next);
