using System.Globalization;
using Spoor.Response;
using Spoor.Response.Watching;
using Spoor.Storage.Acts;
using Spoor.Web.Serving;

namespace Spoor.Web.Alerts;

/// <summary>Who took note of which alert and when: a log of acts beside the alert file, each act with the hash of the one before it.</summary>
internal sealed class AcknowledgementFile(ServeSettings settings)
{
    private readonly string _path = Path.ChangeExtension(Path.GetFullPath(settings.AlertFile), ".acknowledged.jsonl");
    private readonly Lock _gate = new();
    private string _stamp = "";
    private ILookup<string, Acknowledgement> _read = Enumerable.Empty<Acknowledgement>().ToLookup(one => one.Alert);

    /// <summary>By alert, in the order in which they were written; the same object until there is another.</summary>
    /// <exception cref="FormatException">The file was changed after it was written.</exception>
    public ILookup<string, Acknowledgement> All()
    {
        lock (_gate)
        {
            string stamp = Stamp();
            if (stamp != _stamp)
            {
                _read = stamp.Length == 0 ? LookupOf([]) : LookupOf(Acknowledgement.Of(ActFile.Read(_path)));
                _stamp = stamp;
            }

            return _read;
        }
    }

    /// <summary>Writes down that somebody took note; when this returns, it is on the disk.</summary>
    /// <exception cref="RefusalException">The note cannot be written down, or another process writes there.</exception>
    public void Write(string alert, ActAuthor author)
    {
        lock (_gate)
        {
            using var file = Open();
            Asked.Read(Problem.BadBody, () => file.Append(Acknowledgement.ToAct(alert, author, settings.Clock.GetUtcNow())));
        }
    }

    private ActFile Open()
    {
        try
        {
            return ActFile.Open(_path);
        }
        catch (IOException failure)
        {
            throw new RefusalException(Problem.DeskBusy, "Another process writes to the acknowledgements of this alert file; try again.", failure);
        }
    }

    private string Stamp() => new FileInfo(_path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}:{file.Length}")
        : "";

    private static ILookup<string, Acknowledgement> LookupOf(IReadOnlyList<Acknowledgement> all) => all.ToLookup(one => one.Alert, StringComparer.Ordinal);
}
