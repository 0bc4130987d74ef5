namespace Spoor.Labels;

/// <summary>With whom a label may be shared: the Traffic Light Protocol 2.0 (FIRST), from open to closed.</summary>
public enum Tlp
{
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}
