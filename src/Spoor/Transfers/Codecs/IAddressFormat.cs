namespace Spoor.Transfers.Codecs;

/// <summary>How the addresses of a chain are written; one implementation for each family of chains.</summary>
public interface IAddressFormat
{
    /// <summary>What a good text looks like, for messages.</summary>
    string Expected { get; }

    /// <summary>Reads and checks a text; the address counts only when there is no fault.</summary>
    AddressFault Read(ReadOnlySpan<char> text, out Address address);

    /// <summary>The one canonical text of an address.</summary>
    /// <exception cref="FormatException">An address of this kind or length does not exist on the chain.</exception>
    string Render(Address address);
}
