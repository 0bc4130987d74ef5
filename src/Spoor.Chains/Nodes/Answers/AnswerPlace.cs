namespace Spoor.Chains.Nodes.Answers;

/// <summary>Where in an answer a value stands; put into words only when it is wrong.</summary>
/// <param name="Answer">What was asked: <c>getblock 00000000…</c>.</param>
/// <param name="Outer">The list, such as <c>tx</c>, and in it the place.</param>
/// <param name="Inner">The list inside that, such as <c>vout</c>.</param>
/// <param name="Innermost">The list inside that one, such as <c>callValueInfo</c>.</param>
internal readonly record struct AnswerPlace(
    string Answer, AnswerStep Outer = default, AnswerStep Inner = default, AnswerStep Innermost = default)
{
    private const int MaxShown = 80;

    public AnswerPlace Into(string list, int? index)
    {
        var step = new AnswerStep(list, index);
        return (Outer.Name, Inner.Name, Innermost.Name) switch
        {
            (null, _, _) => this with { Outer = step },
            (_, null, _) => this with { Inner = step },
            (_, _, null) => this with { Innermost = step },
            _ => this with { Innermost = new($"{Innermost}.{list}", index) },
        };
    }

    public NodeAnswerException Wrong(string field, string expected, string found) =>
        new($"{Answer}: expected {expected} in {Path(field)}, found {Shown(found)}.");

    private string Path(string field)
    {
        var steps = new[] { Outer, Inner, Innermost }.Where(step => step.Name is not null).Select(step => step.ToString());
        return string.Join('.', field.Length == 0 ? steps : steps.Append(field));
    }

    private static string Shown(string text) => NodeText.Printable(text.Length > MaxShown ? text[..MaxShown] + "…" : text);
}

/// <summary>One step into an answer: the name of a member, and the place in it when it is a list.</summary>
internal readonly record struct AnswerStep(string? Name, int? Index)
{
    public override string ToString() => Index is { } index ? $"{Name}[{index}]" : $"{Name}";
}
