using Spoor.Tracing.Rules;

namespace Spoor.Tracing;

/// <summary>A taint rule by name: what a trace is asked for and what its result cites.</summary>
/// <param name="Name">As <c>--rule</c> takes it.</param>
/// <param name="Version">Raised whenever the same input could give another result.</param>
/// <param name="Title">For people.</param>
/// <param name="Conserves">Whether tainted units are neither made nor lost; only poison does not conserve.</param>
/// <param name="Open">Opens the books of a holding.</param>
public sealed record TaintRule(string Name, int Version, string Title, bool Conserves, Func<ITaint> Open)
{
    public static readonly TaintRule Fifo = new("fifo", 1, "first in, first out", true, () => new FifoTaint());

    public static readonly TaintRule Lifo = new("lifo", 1, "last in, first out", true, () => new LifoTaint());

    public static readonly TaintRule Haircut = new("haircut", 1, "pro rata", true, () => new HaircutTaint());

    public static readonly TaintRule TaintFirst = new("taint-first", 1, "dirty money first", true, () => new TaintFirst());

    public static readonly TaintRule CleanFirst = new("clean-first", 1, "clean money first", true, () => new CleanFirst());

    public static readonly TaintRule Poison = new("poison", 1, "all that was touched", false, () => new PoisonTaint());

    public static readonly TaintRule Tiho = new("tiho", 1, "taint in, highest out", true, TaintByOutputSize.HighestFirst);

    public static readonly TaintRule Tilo = new("tilo", 1, "taint in, lowest out", true, TaintByOutputSize.LowestFirst);

    /// <summary>Every rule, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<TaintRule> All { get; } = [Fifo, Lifo, Haircut, TaintFirst, CleanFirst, Tiho, Tilo, Poison];

    /// <exception cref="FormatException">No rule has that name.</exception>
    public static TaintRule Find(string name) =>
        All.FirstOrDefault(rule => rule.Name == name)
        ?? throw new FormatException($"Expected a taint rule ({string.Join(", ", All.Select(rule => rule.Name))}), found '{name}'.");

    public override string ToString() => Name;
}
