namespace Spoor.Workspace.Cases.Comparing;

/// <summary>A headline figure that is another in the second case.</summary>
/// <param name="From">Null where the first case has no such figure.</param>
/// <param name="To">Null where the second has none.</param>
/// <param name="Reasons">Codes of the changes that moved it.</param>
/// <param name="Alone">Whether the changes of one group suffice to move it, as a computation with them alone has shown; else all are listed together.</param>
public sealed record MovedFigure(string Name, string? From, string? To, IReadOnlyList<string> Reasons, bool Alone);
