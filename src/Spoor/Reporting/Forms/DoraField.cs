namespace Spoor.Reporting.Forms;

/// <summary>A field of a report under DORA.</summary>
/// <param name="Number">As the annex numbers it: <c>3.35</c>.</param>
public sealed record DoraField(string Number, string Name);
