using Spoor.Storage.Acts;
using Spoor.Web.Serving;
using Spoor.Workspace;

namespace Spoor.Web.Api;

/// <summary>Lets one request at a time write to the desk.</summary>
public sealed class DeskTurn(Workbench workbench) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public void Dispose() => _turn.Dispose();

    /// <summary>Writes to the log of an incident that the server knows, or that has a log already.</summary>
    /// <exception cref="RefusalException">There is no such incident, or another process writes to its log.</exception>
    public async Task<T> WriteAsync<T>(string incident, Func<ActFile, Task<T>> write, CancellationToken cancellation)
    {
        string log = LogOf(incident);
        await _turn.WaitAsync(cancellation);
        try
        {
            using var file = Open(log);
            return await write(file);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Where the log of an incident lies.</summary>
    /// <exception cref="RefusalException">There is no such incident.</exception>
    public string LogOf(string incident)
    {
        string log = Asked.Read(Problem.BadParameter, () => workbench.Desk.LogOf(incident));
        return File.Exists(log) || workbench.Incidents.All.Any(known => known.Id == incident)
            ? log
            : throw new RefusalException(Problem.NotFound, "Expected an incident that the server knows, or one that has a log on its desk.");
    }

    private static ActFile Open(string log)
    {
        try
        {
            return ActFile.Open(log);
        }
        catch (IOException failure)
        {
            throw new RefusalException(Problem.DeskBusy, "Another process writes to the log of this incident; end it, or try again.", failure);
        }
    }
}
