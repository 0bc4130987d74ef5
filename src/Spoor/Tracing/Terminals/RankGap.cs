namespace Spoor.Tracing.Terminals;

/// <summary>Why the places of a trace have no rank.</summary>
public enum RankGap
{
    /// <summary>Nobody asked for one.</summary>
    NotAsked,

    /// <summary>The theft names no address at which a ranking could begin.</summary>
    NoSeed,

    /// <summary>The theft begins at too many addresses or in too many assets.</summary>
    ManySeeds,

    /// <summary>A ranking would have to read more addresses than the trace did.</summary>
    TooLarge,
}
