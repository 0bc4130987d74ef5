using System.Diagnostics;
using Spoor.Storage.Journals;

namespace Spoor.Web.Alerts;

/// <summary>A notice in an alert file.</summary>
/// <param name="Key">Alert and number: names the notice for good.</param>
/// <param name="Trace">The span in which it was told; default when nobody listened, or when it was found on opening the file.</param>
/// <param name="Seen">When this process wrote it, or found it on opening the file.</param>
public readonly record struct AlertEntry(string Key, string Owner, JournalLine Line, DateTimeOffset Seen, ActivityContext Trace = default)
{
    public static string KeyOf(string alert, int number) => $"{alert}#{number}";
}
