using Spoor.Attribution;
using Spoor.Reporting;

namespace Spoor.Workspace.Links;

/// <summary>A search for links and the label files it rests on.</summary>
public sealed record LinkInputs(LinkRequest Request, IReadOnlyList<CitedFile> LabelFiles) : IDisposable
{
    public void Dispose() => (Request.Transfers as IDisposable)?.Dispose();
}
