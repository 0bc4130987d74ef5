namespace Spoor.Workspace.Cases.Comparing;

/// <summary>One thing in which two cases differ before anything is computed.</summary>
/// <param name="Code">In capitals, as docs/case-file.md lists them: <c>LABEL_ADDED</c>.</param>
/// <param name="Group">What is exchanged together when a figure is asked why it moved.</param>
/// <param name="Subject">What it is about.</param>
public sealed record CaseChange(string Code, InputGroup Group, string Subject, string? From, string? To);

/// <summary>Inputs that can be taken from one case or from the other.</summary>
public enum InputGroup
{
    /// <summary>The program, its rules and tables: only another version of it could exchange them.</summary>
    Rules,

    Parameters,

    /// <summary>The folders of all incidents; where only published transfers are used, these too.</summary>
    Incidents,

    /// <summary>Transfers, what a store answered, and bridges.</summary>
    Transfers,

    Labels,

    /// <summary>What was done: no figure rests on it.</summary>
    Desk,
}
