using Spoor.Labels;

namespace Spoor.Screening;

/// <summary>A label of the screened address.</summary>
/// <param name="Id">See <see cref="LabelIdentity"/>.</param>
/// <param name="IsElsewhere">It speaks of the same key on another chain.</param>
public sealed record KnownLabel(string Id, Label Label, ExposureCategory Category, bool IsElsewhere);
