namespace Spoor.Labels;

/// <summary>A source that facts are cited from.</summary>
public sealed record Citation
{
    /// <summary>How facts name it: <c>fbi-stake</c>.</summary>
    public required string Key { get; init; }

    public required SourceKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Where to read it; empty where it is not on the web.</summary>
    public string Url { get; init; } = "";

    /// <summary>The day it was published; null where that is not known, and what it says then counts as known from no day on.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Keys of the sources it repeats: two that go back to one count once.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>Those of <see cref="DerivedFrom"/> that Spoor takes for granted until a sources file says otherwise.</summary>
    public IReadOnlyList<string> Implied { get; init; } = [];

    /// <summary>Whether a sources file describes it, which then counts before what other files imply.</summary>
    public bool IsStated { get; init; }

    /// <summary>Its Admiralty grade, <c>B2</c>; empty where nobody graded it.</summary>
    public string Grade { get; init; } = "";
}

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A court, a police, a sanctions office.</summary>
    Authority,

    /// <summary>The party itself: the victim, the analyst who found it.</summary>
    Primary,

    /// <summary>Collected by a researcher.</summary>
    Compilation,

    Press,
}
