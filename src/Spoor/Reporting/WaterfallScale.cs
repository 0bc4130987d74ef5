namespace Spoor.Reporting;

/// <summary>The axis of a waterfall, from one whole power of ten to another, with zero on it.</summary>
public sealed record WaterfallScale(int Least, int Most)
{
    public static WaterfallScale Of(Waterfall waterfall)
    {
        var ends = waterfall.Steps.SelectMany(step => new[] { step.From, step.To }).Append(0).ToList();
        int least = (int)Math.Floor(ends.Min());
        return new(least, Math.Max((int)Math.Ceiling(ends.Max()), least + 1));
    }

    /// <summary>How far along the axis, from 0 to 1.</summary>
    public decimal ShareOf(decimal log10) => (log10 - Least) / (Most - Least);
}
