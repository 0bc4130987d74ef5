namespace Spoor.Screening;

/// <summary>What the other end of money is, the gravest first: of several labels on one address the gravest counts.</summary>
public enum ExposureCategory
{
    /// <summary>Listed by a sanctions office, whatever else it is.</summary>
    Sanctioned,

    Terrorism,

    Ransomware,

    /// <summary>A hack, a heist, an exploit.</summary>
    Theft,

    DarknetMarket,

    /// <summary>Scam, phishing, fraud.</summary>
    Scam,

    /// <summary>A crime that the label does not name closer.</summary>
    Crime,

    Mixer,

    /// <summary>On the black list of a token's issuer.</summary>
    Frozen,

    /// <summary>An exchange or swap service that does not ask who its customers are, as the label says.</summary>
    ExchangeWithoutKyc,

    Gambling,

    Bridge,

    Exchange,

    /// <summary>A token, a pool, a router: a contract without an owner.</summary>
    Contract,

    Mining,

    /// <summary>Another service.</summary>
    Service,

    /// <summary>Somebody who is named and is no service: a victim, a donation address.</summary>
    Named,

    /// <summary>As busy as services are, and without a label.</summary>
    UnlabelledService,
}
