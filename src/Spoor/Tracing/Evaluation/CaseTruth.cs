using Spoor.Transfers;

namespace Spoor.Tracing.Evaluation;

/// <summary>What experts found out about a theft: what a trace of it is measured against.</summary>
public abstract record CaseTruth
{
    private CaseTruth()
    {
    }

    /// <summary>The name of the case's folder.</summary>
    public required string Name { get; init; }

    public required ChainId Chain { get; init; }

    /// <summary>The thief's first addresses, where a trace begins.</summary>
    public required IReadOnlyList<Address> Sources { get; init; }

    /// <summary>Addresses of services, beyond which nobody can follow: where a trace ends.</summary>
    public abstract IReadOnlySet<Address> Ends { get; }

    /// <summary>The laundering is known flow by flow (LaunderNet).</summary>
    public sealed record ByFlows : CaseTruth
    {
        /// <summary>In chain and position order.</summary>
        public required IReadOnlyList<Transfer> Flows { get; init; }

        /// <summary>Where the laundering ended: deposit addresses, mixers, bridges.</summary>
        public required IReadOnlySet<Address> Terminals { get; init; }

        public override IReadOnlySet<Address> Ends => Terminals;

        /// <summary>Every address of the flows.</summary>
        public IReadOnlySet<Address> Addresses() =>
            Flows.SelectMany(flow => new[] { flow.From, flow.To }).OfType<Address>().ToHashSet();
    }

    /// <summary>The laundering is known by address (EthereumHeist): transits are the thief's, targets are services.</summary>
    public sealed record ByLabels : CaseTruth
    {
        public required IReadOnlySet<Address> Transits { get; init; }

        public required IReadOnlySet<Address> Targets { get; init; }

        public override IReadOnlySet<Address> Ends => Targets;
    }
}
