namespace Spoor.Tracing.Bounds;

/// <summary>Why bounds are left out.</summary>
public enum BoundsGap
{
    /// <summary>More movements could have carried the theft than <see cref="TaintBounds.MaxMovements"/>.</summary>
    TooLarge,
}
