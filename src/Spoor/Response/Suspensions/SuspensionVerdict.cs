namespace Spoor.Response.Suspensions;

/// <summary>What the desk may believe after it gave an order and asked how things stand.</summary>
/// <remarks>
/// Confirmed only by a state query that says what was wanted, and only when nothing the hook said before contradicts it. An order that
/// nobody answered may have been done: the state query decides. See <c>docs/methods/suspension-truth.md</c>.
/// </remarks>
/// <param name="Words">What was said, as a sentence without a full stop.</param>
public sealed record SuspensionVerdict(bool IsConfirmed, string Words)
{
    /// <param name="order">What came of the order.</param>
    /// <param name="state">What came of the question after it.</param>
    public static SuspensionVerdict Of(SuspensionWish wish, HookWord order, HookWord state)
    {
        string wanted = wish.State();
        bool contradicts = order is HookWord.Unusable || (order is HookWord.Says said && said.State != wanted && said.State != "pending");
        bool isThere = state is HookWord.Says now && now.State == wanted;
        return new(isThere && !contradicts, $"to the order {Said(order)}; to the question {Said(state)}");
    }

    /// <summary>For a wish that was confirmed before: no order is given, the hook is only asked whether it still is so.</summary>
    public static SuspensionVerdict OfQuestion(SuspensionWish wish, HookWord state) => new(
        state is HookWord.Says now && now.State == wish.State(), $"no order was given, as it was confirmed before; to the question {Said(state)}");

    private static string Said(HookWord word) => word switch
    {
        HookWord.Says says => $"the hook said {says.State}",
        HookWord.Silent silent => $"nobody answered ({silent.Why})",
        HookWord.Unusable unusable => $"the hook gave no usable answer ({unusable.Why})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
