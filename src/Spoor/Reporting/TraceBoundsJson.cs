using System.Text.Json;
using Spoor.Tracing;
using Spoor.Tracing.Bounds;

namespace Spoor.Reporting;

/// <summary>The member <c>bounds</c> of <c>trace/1</c>: whether they were weighed, and the places that only other rules reach.</summary>
internal static class TraceBoundsJson
{
    public static void Write(Utf8JsonWriter json, Trace trace, TaintBounds? bounds)
    {
        if (bounds is null)
        {
            json.WriteNull("bounds");
            return;
        }

        json.WriteStartObject("bounds");
        json.WriteString("gap", bounds.Gap is null ? null : "too-large");
        json.WriteNumber("maxMovements", TaintBounds.MaxMovements);
        json.WriteObjects("others", bounds.BeyondOf(trace), other =>
        {
            json.WriteString("address", Rendered.Account(other.Asset.Chain, other.Address));
            json.WriteString("asset", other.Asset.ToString());
            json.WriteString("upper", other.Bounds.Upper.ToString());
        });
        json.WriteEndObject();
    }
}
