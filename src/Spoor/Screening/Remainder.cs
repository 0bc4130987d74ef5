namespace Spoor.Screening;

/// <summary>Why money that an address received or sent leads to no known address.</summary>
public enum Remainder
{
    /// <summary>Its origin lies before the data, or in something the walk does not follow: a swap, a bridge.</summary>
    Unexplained,

    /// <summary>It still rests where it went.</summary>
    Held,

    /// <summary>Newly issued, burnt, or paid as a fee.</summary>
    Nobody,

    /// <summary>It comes from the screened address itself, or goes back to it.</summary>
    Itself,

    /// <summary>A way grew too thin to follow.</summary>
    Thin,

    /// <summary>Further away than the walk goes.</summary>
    Far,

    /// <summary>A payment too small to be of weight: anybody can send one to anybody.</summary>
    Dust,

    /// <summary>The walk used up its budget of transfers.</summary>
    Unfinished,
}
