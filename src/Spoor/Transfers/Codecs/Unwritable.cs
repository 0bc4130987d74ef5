namespace Spoor.Transfers.Codecs;

/// <summary>An address that a chain has no text for, such as a witness program on Dogecoin.</summary>
internal static class Unwritable
{
    public static FormatException On(string chain, Address address) =>
        new($"An address of kind {address.Kind} and {address.Length} bytes cannot be written on {chain}: "
            + $"{address}. Check that the address was read on the same kind of chain.");
}
