namespace Spoor.Detection.Baselines;

/// <summary>One measure of a wallet's hours under both charts: EWMA for what rises, CUSUM for what stays risen.</summary>
public struct ActivityChart
{
    /// <summary>Hours from which the charts are drawn: two days.</summary>
    public const int ChartedFrom = 48;

    // Sixty days; what is longer ago fades.
    private const int MostHours = 1_440;

    private UsualSpread _usual;
    private EwmaChart _ewma;
    private CusumChart _cusum;

    public readonly bool IsCharted => _usual.Count >= ChartedFrom;

    /// <summary>Its mean.</summary>
    public readonly double Usual => _usual.Mean;

    public readonly int Hours => _usual.Count;

    /// <param name="least">The deviation below which the measure is noise.</param>
    public void Step(double x, double least)
    {
        if (IsCharted)
        {
            _ewma.Step(x);
            _cusum.Step(x, _usual.Mean, _usual.Deviation(least));
        }

        _usual.Add(x, MostHours, least);
        if (_usual.Count == ChartedFrom && _ewma.Steps == 0)
        {
            _ewma = EwmaChart.At(_usual.Mean);
        }
    }

    /// <summary>Whether the charts alarm if an hour that is not over ended with this value.</summary>
    public readonly (bool Ewma, bool Cusum) IfEnded(double x, double least)
    {
        var (ewma, cusum) = (_ewma, _cusum);
        ewma.Step(x);
        cusum.Step(x, _usual.Mean, _usual.Deviation(least));
        return (ewma.Alarms(_usual.Mean, _usual.Deviation(least)), cusum.Alarms);
    }

    internal readonly void Write(ref StateWriter to)
    {
        _usual.Write(ref to);
        _ewma.Write(ref to);
        _cusum.Write(ref to);
    }

    internal static ActivityChart Read(ref StateReader from) =>
        new() { _usual = UsualSpread.Read(ref from), _ewma = EwmaChart.Read(ref from), _cusum = CusumChart.Read(ref from) };
}
