using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Spoor.Web.Serving;

/// <summary>Whose word counts for where a request comes from and whether it was encrypted: that of proxies in named networks, and of nobody else.</summary>
/// <remarks>
/// Without it, everybody behind a proxy is one address: ten wrong guesses of a stranger would keep all of them from signing in. The last entry of
/// <c>X-Forwarded-For</c> is what the nearest proxy saw; entries before it count only as long as the one behind them is a proxy, too, since a caller
/// can write any (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#security_and_privacy_concerns).
/// </remarks>
public static class TrustedProxies
{
    private const string Expected = "--behind-proxy: expected the address or the network of a proxy, such as 10.0.0.5 or 10.0.0.0/29";

    /// <exception cref="FormatException">Not an address or a network, or one of everybody.</exception>
    public static IPNetwork Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address) && string.Equals(text, address.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            return new(address, address.GetAddressBytes().Length * 8);
        }

        // What stands behind the prefix is most often a proxy that was meant alone.
        return !IPNetwork.TryParse(text, out var network) || !network.BaseAddress.Equals(IPAddress.Parse(text.Split('/')[0])) ? throw new FormatException($"{Expected}, found '{text}'.")
            : network.PrefixLength == 0 ? throw new FormatException($"{Expected}, found '{text}': everybody could say to be anybody.")
            : network;
    }

    internal static ForwardedHeadersOptions OptionsOf(IReadOnlyList<IPNetwork> networks)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        // This machine is in the framework's own list; any program on it would be believed.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ToList().ForEach(options.KnownIPNetworks.Add);
        return options;
    }
}
