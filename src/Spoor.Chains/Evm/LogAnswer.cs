using Spoor.Chains.Nodes;
using Spoor.Transfers;

namespace Spoor.Chains.Evm;

/// <summary>One log, its data still as hex digits.</summary>
internal sealed record LogAnswer
{
    /// <summary>Index of its transaction in the block.</summary>
    public required int Transaction { get; init; }

    /// <summary>Null where a log inside a receipt leaves it out.</summary>
    public TxHash? Tx { get; init; }

    /// <summary>Its index in the block.</summary>
    public required int Index { get; init; }

    public required Address Emitter { get; init; }

    public required Word256[] Topics { get; init; }

    /// <summary>Hex digits without prefix, two for each byte.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    public required JsonPlace Place { get; init; }

    public int DataBytes => Data.Length / 2;

    /// <summary>Whether it is the event, with so many words behind its name in topics and data together.</summary>
    public bool Is(Word256 signature, int words) =>
        Topics.Length > 0 && Topics[0] == signature && DataBytes == Word256.Bytes * (words + 1 - Topics.Length);

    /// <summary>An argument, whether it was indexed or not: topics come first, then the words of the data.</summary>
    public Word256 Argument(int number)
    {
        int topic = number + 1;
        return topic < Topics.Length ? Topics[topic] : DataWord(topic - Topics.Length);
    }

    /// <summary>A word of the data, counted from 0; the caller has looked at <see cref="DataBytes"/>.</summary>
    public Word256 DataWord(int number)
    {
        Span<byte> bytes = stackalloc byte[Word256.Bytes];
        const int digits = 2 * Word256.Bytes;
        return HexText.TryDigits(Data.Span.Slice(number * digits, digits), bytes)
            ? HexText.Word(bytes)
            : throw new NodeAnswerException(
                $"Expected {Place.Of("data")} to be hex digits, found '{HexText.Show(Data.Span.Slice(number * digits, digits))}'.");
    }
}
