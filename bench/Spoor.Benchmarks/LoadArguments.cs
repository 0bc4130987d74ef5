using System.Globalization;

namespace Spoor.Benchmarks;

/// <summary>What a load is told on the command line, by place.</summary>
internal static class LoadArguments
{
    public static int NumberAt(this IReadOnlyList<string> arguments, int place, int usual) =>
        arguments.Count > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : usual;
}
