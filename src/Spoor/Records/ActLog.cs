namespace Spoor.Records;

/// <summary>The acts about one incident in order, each holding the hash of the one before it: a past one cannot be changed alone.</summary>
/// <remarks>
/// A value: <see cref="With"/> gives a longer log. A chain of hashes shows that nothing inside it was changed, left out or moved. Whether
/// acts were taken off its end shows only beside a copy of <see cref="Head"/> kept elsewhere.
/// </remarks>
public sealed class ActLog
{
    /// <summary>What the first act holds in place of an id.</summary>
    public const string Genesis = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    public static readonly ActLog Empty = new([]);

    private readonly Act[] _acts;

    private ActLog(Act[] acts) => _acts = acts;

    public IReadOnlyList<Act> Acts => _acts;

    /// <summary>The id of the last act, which stands for the whole log.</summary>
    public string Head => _acts is [.., var last] ? last.Id : Genesis;

    /// <summary>Reads lines and checks each: its form, its number, its hash and the one before it.</summary>
    /// <param name="file">What a message calls it.</param>
    /// <exception cref="FormatException">A line is wrong; the message names file, line and member.</exception>
    public static ActLog Read(IEnumerable<ReadOnlyMemory<byte>> lines, string file)
    {
        var acts = new List<Act>();
        foreach (var line in lines)
        {
            acts.Add(ReadNext(line, acts, $"{file}, line {acts.Count + 1}"));
        }

        return new([.. acts]);
    }

    /// <summary>The act that a note becomes when it is added here.</summary>
    /// <exception cref="FormatException">The note cannot be written down; the message names the member.</exception>
    public Act Next(ActNote note) => ActLine.Make(_acts.Length + 1, Head, note);

    /// <summary>The log with one act more.</summary>
    public ActLog With(Act act) => act.Previous == Head && act.Number == _acts.Length + 1
        ? new([.. _acts, act])
        : throw new ArgumentException($"Act {act.Number} follows {act.Previous}; this log ends with act {_acts.Length}, {Head}.", nameof(act));

    /// <summary>An act as the line of a log, without a line feed.</summary>
    public static byte[] LineOf(Act act) => ActLine.Write(act);

    private static Act ReadNext(ReadOnlyMemory<byte> line, List<Act> before, string place)
    {
        Act act;
        try
        {
            act = ActLine.Read(line);
        }
        catch (FormatException failure)
        {
            throw new FormatException($"{place}: {failure.Message}. {Remedy}", failure);
        }

        string previous = before is [.., var last] ? last.Id : Genesis;
        return act.Number != before.Count + 1
            ? throw new FormatException($"{place}: number: expected {before.Count + 1}, found {act.Number}. {Remedy}")
            : act.Previous != previous
                ? throw new FormatException($"{place}: previous: expected {previous}, the id of the act before it, found {act.Previous}. {Remedy}")
                : act;
    }

    private const string Remedy = "The log was changed after it was written; restore it from a copy.";
}
