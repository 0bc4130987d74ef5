using Spoor.Attribution;
using Spoor.Reporting;

namespace Spoor.Cli.Links;

/// <summary>A search for links and the label files it rests on.</summary>
internal sealed record LinkInputs(LinkRequest Request, IReadOnlyList<CitedFile> LabelFiles) : IDisposable
{
    public void Dispose() => (Request.Transfers as IDisposable)?.Dispose();
}
