using Spoor.Web.Serving;
using Spoor.Workspace;
using Spoor.Workspace.Screening;

namespace Spoor.Web.Importing;

/// <summary>Makes everything that was worked out from the store be worked out anew: something was brought into it.</summary>
internal sealed class StoreChanges(Workbench workbench, ScreeningSource screening, HeavyWork heavy)
{
    // In this order: what is built from the workbench must not be built from what it still remembers.
    public void Forget()
    {
        workbench.Forget();
        screening.Forget();
        heavy.Forget();
    }
}
