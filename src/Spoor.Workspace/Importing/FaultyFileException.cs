using Spoor.Chains.Files;
using Spoor.Chains.Files.Labels;
using Spoor.Reporting;
using Spoor.Storage.DuckDb.Import;

namespace Spoor.Workspace.Importing;

/// <summary>A file is faulty; nothing of it was imported.</summary>
public sealed class FaultyFileException : FormatException
{
    private FaultyFileException(string message, IReadOnlyList<FaultyLine> lines, Exception? inner = null)
        : base(message, inner) => Lines = lines;

    /// <summary>The first of the faults that have a line, in the order of the file.</summary>
    public IReadOnlyList<FaultyLine> Lines { get; }

    /// <summary>A file that asks for more than it may: of memory, of time, of depth.</summary>
    public static FaultyFileException Excess(string file, string expected, string found) =>
        new($"{file}: expected {expected}, found {found}. Nothing of it was imported.", []);

    /// <summary>What any of the readers says of a file, as one kind of refusal; null where it is no refusal.</summary>
    public static FaultyFileException? Of(Exception failure, string file) => failure switch
    {
        FaultyFileException own => own,
        BadRowsException rows => Faulty(file, rows.Count, [.. rows.Faults.Select(fault => new FaultyLine(fault.Line, fault.Column ?? "row", fault.Expected, fault.Found))], rows),
        LabelFileException labels => Faulty(file, labels.Faults.Count, [.. labels.Faults.Select(fault => new FaultyLine(fault.Line, fault.Field, fault.Expected, fault.Found))], labels),
        DamagedFileException or UnknownFormatException or FormatException => new(failure.Message, [], failure),
        InvalidDataException or System.Text.DecoderFallbackException or EndOfStreamException => new($"{file}: expected packed data that are whole, and text in UTF-8. Copy or download it again. Nothing of it was imported.", [], failure),
        _ => null,
    };

    private static FaultyFileException Faulty(string file, long count, IReadOnlyList<FaultyLine> lines, Exception inner) => new(
        $"{file}: {NumberText.Of(count, "entry is", "entries are")} faulty. Nothing of it was imported: mend the file, or import it without what is faulty.", lines, inner);
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">From 1; for Parquet the number of the row.</param>
/// <param name="Field">The column, key or element.</param>
public sealed record FaultyLine(long Line, string Field, string Expected, string Found);
