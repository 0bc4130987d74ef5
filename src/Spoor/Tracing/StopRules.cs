using System.Globalization;
using Spoor.Labels;
using Spoor.Tracing.Relevance;
using Spoor.Transfers;

namespace Spoor.Tracing;

/// <summary>Where a trace stops; docs/methods/stops.md says what speaks for each default, and every trace records what it used.</summary>
public sealed record StopRules
{
    /// <summary>Nothing stops the trace but the end of the data.</summary>
    public static readonly StopRules None = new()
    {
        MaxHops = int.MaxValue,
        MinCounterparties = long.MaxValue,
        MinTransfersPerDay = long.MaxValue,
        MinRoundTheClock = long.MaxValue,
        MinPassThroughPayers = long.MaxValue,
        DustPerMillion = 0,
        DilutionPerMillion = 0,
        MaxTransfers = long.MaxValue,
        Horizon = null,
    };

    public LabelBook Labels { get; init; } = LabelBook.Empty;

    /// <summary>Addresses that are followed through whatever speaks for a stop, but the budget and the horizon.</summary>
    public IReadOnlySet<(ChainId Chain, Address Address)> Through { get; init; } = new HashSet<(ChainId, Address)>();

    /// <summary>Addresses that end the trace because whoever asked for it says so.</summary>
    public IReadOnlySet<(ChainId Chain, Address Address)> StopAt { get; init; } = new HashSet<(ChainId, Address)>();

    /// <summary>Sets payments aside that do not look like laundering, in the place of dust and dilution; null for none.</summary>
    public RelevanceRule? Relevance { get; init; }

    /// <summary>Holdings this many hops from the theft are reached, but not followed.</summary>
    public int MaxHops { get; init; } = 20;

    /// <summary>From this many distinct counterparties on, an unlabelled address is taken for a service.</summary>
    public long MinCounterparties { get; init; } = 1_000;

    /// <summary>From this many transfers a day on, over its life but at least a week, likewise.</summary>
    public long MinTransfersPerDay { get; init; } = 200;

    /// <summary>From this many transactions of its own on, made in nearly all hours of the day, likewise: people sleep.</summary>
    public long MinRoundTheClock { get; init; } = 300;

    /// <summary>From this many payers on, whose money it passes on to one other, an unlabelled address is taken for a deposit address (<see cref="PassThrough"/>).</summary>
    public long MinPassThroughPayers { get; init; } = 10;

    /// <summary>Tainted payments below this share of their theft, in millionths, are dust.</summary>
    public long DustPerMillion { get; init; } = 1;

    /// <summary>Under haircut, payments tainted by less than this share, in millionths, are diluted.</summary>
    public long DilutionPerMillion { get; init; } = 1_000;

    /// <summary>How many tainted transfers a trace follows before it gives up.</summary>
    public long MaxTransfers { get; init; } = 200_000;

    /// <summary>How long after the theft (before it, backward) taint is followed; null for ever.</summary>
    public TimeSpan? Horizon { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The shortest life over which transfers a day are counted, so that a fresh address may be busy for an hour.</summary>
    private static readonly TimeSpan ShortestLife = TimeSpan.FromDays(7);

    /// <summary>So many hours of the day are nearly all, and so many days are enough to tell.</summary>
    private const int NearlyAllHours = 23;
    private const int EnoughDays = 7;

    /// <summary>Whether any rule asks how busy an address is.</summary>
    public bool AsksActivity => MinCounterparties < long.MaxValue || MinTransfersPerDay < long.MaxValue || MinRoundTheClock < long.MaxValue;

    /// <summary>Whether an address is as busy as services are.</summary>
    public bool IsBusy(Activity activity) => WhyBusy(activity) is not null;

    /// <summary>What makes an address as busy as services are, in words; null when it is not.</summary>
    public string? WhyBusy(Activity activity)
    {
        if (activity.Counterparties >= MinCounterparties)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{activity.Counterparties:N0} counterparties");
        }

        var life = activity.Last - activity.First;
        life = life < ShortestLife ? ShortestLife : life;
        if (MinTransfersPerDay < long.MaxValue && (Int128)activity.Credible * TimeSpan.TicksPerDay >= (Int128)MinTransfersPerDay * life.Ticks)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{activity.Credible:N0} transfers in {life.Ticks / TimeSpan.TicksPerDay:N0} days");
        }

        return activity.Payments >= MinRoundTheClock && activity is { Hours: >= NearlyAllHours, Days: >= EnoughDays }
            ? string.Create(CultureInfo.InvariantCulture, $"round the clock: {activity.Payments:N0} transactions of its own in {activity.Hours} of 24 hours, on {activity.Days:N0} days")
            : null;
    }

    /// <summary>Whether a tainted payment is dust beside the theft it comes from.</summary>
    public bool IsDust(Amount tainted, Amount theft) => IsBelow(tainted, theft, DustPerMillion);

    /// <summary>Whether taint is too small a share of the payment that carries it.</summary>
    public bool IsDiluted(Amount tainted, Amount payment) => IsBelow(tainted, payment, DilutionPerMillion);

    /// <summary>Whether a tainted payment is so large a part of its theft that relevance is not asked.</summary>
    public bool IsAlwaysFollowed(Amount tainted, Amount theft) => Relevance is { } rule && !IsBelow(tainted, theft, rule.AlwaysPerMillion);

    private static bool IsBelow(Amount part, Amount whole, long perMillion)
    {
        var (quotient, remainder) = LargestRemainder.MultiplyDivide(whole.Units, (UInt128)perMillion, 1_000_000);
        return part.Units < quotient || (part.Units == quotient && remainder > UInt128.Zero);
    }
}
