namespace Spoor.Reporting.Flows;

/// <summary>A part of a figure from top to bottom, such as a chain, with the boxes that stand in it.</summary>
public sealed record FlowZone(string Name, decimal Top, decimal Bottom)
{
    private const int BetweenBoxes = 12;

    /// <summary>Gives every slot its height above the bottom, one zone below the other.</summary>
    internal static List<FlowZone> Stand(FlowLayers layers, IReadOnlyList<string> names)
    {
        decimal top = FlowLayout.Top;
        List<FlowZone> zones = [];
        for (int zone = 0; zone < names.Count; zone++)
        {
            top += names.Count > 1 ? FlowLayout.ZoneHead : 0;
            List<List<FlowSlot>> columns = [.. layers.Columns.Select(column => column.Where(slot => slot.Zone == zone).ToList())];
            decimal bottom = top + columns.Max(Tallness);
            Stand(columns, top, bottom);
            zones.Add(new(names[zone], top, bottom));
            top = bottom + BetweenBoxes;
        }

        return zones;
    }

    // One below the other round the middle, then each as near to those it comes from as the others let it.
    private static void Stand(List<List<FlowSlot>> columns, decimal top, decimal bottom)
    {
        foreach (var column in columns)
        {
            decimal y = top + ((bottom - top - Tallness(column)) / 2);
            foreach (var slot in column)
            {
                slot.Y = y;
                y += slot.Height + BetweenBoxes;
            }
        }

        foreach (var column in columns.Skip(1))
        {
            Settle(column, top, bottom);
        }
    }

    private static void Settle(List<FlowSlot> column, decimal top, decimal bottom)
    {
        decimal below = bottom;
        foreach (var slot in Enumerable.Reverse(column))
        {
            slot.Y = Math.Min(below - slot.Height, Math.Max(slot.Y, Wanted(slot)));
            below = slot.Y - BetweenBoxes;
        }

        decimal above = top;
        foreach (var slot in column)
        {
            slot.Y = Math.Max(above, Math.Min(slot.Y, Wanted(slot)));
            above = slot.Y + slot.Height + BetweenBoxes;
        }
    }

    private static decimal Wanted(FlowSlot slot) => slot.Left.Count == 0 ? slot.Y : slot.Left.Average(one => one.Middle) - (slot.Height / 2);

    private static decimal Tallness(List<FlowSlot> column) => column.Sum(slot => slot.Height) + ((column.Count - 1) * BetweenBoxes);
}
