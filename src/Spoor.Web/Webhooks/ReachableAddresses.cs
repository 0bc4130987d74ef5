using System.Net;
using System.Net.Sockets;

namespace Spoor.Web.Webhooks;

/// <summary>Which addresses a webhook may connect to, so that a URL cannot make Spoor knock at doors inside its own network.</summary>
/// <remarks>
/// The address that is connected to is looked at, not the name, since a name may answer differently a second later
/// (DNS rebinding). Ranges: https://www.iana.org/assignments/iana-ipv4-special-registry and
/// https://www.iana.org/assignments/iana-ipv6-special-registry.
/// </remarks>
public static class ReachableAddresses
{
    // Cloud machines give out passwords at 169.254.169.254, fd00:ec2::254 (Amazon), fd20:ce::254 (Google), 100.100.100.200 (Alibaba)
    // and 168.63.129.16 (Azure): never, whatever is allowed.
    private static readonly IReadOnlyList<IPNetwork> Never = Networks(
        "0.0.0.0/8", "100.100.100.200/32", "168.63.129.16/32", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "fd00:ec2::/32", "fd20:ce::/32", "2001::/23", "2001:db8::/32", "3fff::/20");

    private static readonly IReadOnlyList<IPNetwork> Inside = Networks(
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "::1/128", "fc00::/7", "fec0::/10");

    // All that is given out to anybody (RFC 4291); what lies beyond translates, tunnels or is reserved.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // An IPv4 address stands in the last four bytes of the first two, and after the first two bytes of the third.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Why an address may not be connected to; empty when it may.</summary>
    /// <param name="allowing">The option that a message names.</param>
    public static string FaultOf(IPAddress address, bool isInternal, string allowing = "--webhook-internal")
    {
        var plain = Plain(address);
        bool isInside = Inside.Any(network => network.Contains(plain));
        bool isBeyond = plain.AddressFamily == AddressFamily.InterNetworkV6 && !isInside && !Global.Contains(plain);
        if (isBeyond || Never.Any(network => network.Contains(plain)))
        {
            return $"{address} is a link-local, metadata, multicast or reserved address; no webhook goes there.";
        }

        return !isInternal && isInside
            ? $"{address} is an address of this machine or of a private network; give {allowing} if the receiver is meant to be there."
            : "";
    }

    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.Equals(IPAddress.IPv6Loopback) || address.Equals(IPAddress.IPv6Any))
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : Nat64.Contains(address) || Compatible.Contains(address) ? new(bytes.AsSpan(12, 4))
            : SixToFour.Contains(address) ? new(bytes.AsSpan(2, 4))
            : address;
    }

    private static IReadOnlyList<IPNetwork> Networks(params IEnumerable<string> texts) => [.. texts.Select(IPNetwork.Parse)];
}
