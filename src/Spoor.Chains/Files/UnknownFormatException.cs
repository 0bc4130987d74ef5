using Spoor.Transfers;

namespace Spoor.Chains.Files;

/// <summary>A file's columns fit no format, or not the one that was asked for.</summary>
public sealed class UnknownFormatException : Exception
{
    private UnknownFormatException(string message)
        : base(message)
    {
    }

    internal static UnknownFormatException NoneFits(FileShape file, IReadOnlyList<FileFormat> formats) => new(
        $"{file.Name}: no known format has the columns {string.Join(",", file.Columns.Select(column => column.Name).Take(40))}. "
        + $"Name one with --format if the columns were renamed. Known formats and the columns each needs:{List(formats)}");

    internal static UnknownFormatException NoSuchName(string format, IReadOnlyList<FileFormat> formats) => new(
        $"There is no format '{format}'. Known formats and the columns each needs:{List(formats)}");

    internal static UnknownFormatException Lacks(FileShape file, FileFormat format, IReadOnlyList<string> missing) => new(
        $"{file.Name}: a file of format {format.Name} needs the columns {string.Join(",", format.Required)}; "
        + $"this one lacks {string.Join(",", missing)}.");

    private static string List(IReadOnlyList<FileFormat> formats) => string.Concat(
        formats.OrderBy(format => format.Name, StringComparer.Ordinal)
            .Select(format => $"\n  {format.Name}: {string.Join(",", format.Required)}"));
}
