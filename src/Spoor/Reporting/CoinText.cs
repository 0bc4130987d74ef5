using System.Globalization;
using System.Numerics;
using Spoor.Transfers;

namespace Spoor.Reporting;

/// <summary>Amounts for a reader: whole coins where the token is known, else smallest units.</summary>
public sealed class CoinText(TokenList tokens)
{
    // Beyond a millionth of a coin nobody reads on; exports have every digit.
    private const int ShownDecimals = 6;
    private const long PerMille = 1_000;

    public bool Knows(AssetId asset) => tokens.TryGet(asset, out _);

    /// <summary>The symbol, or the asset's CAIP-19 name.</summary>
    public string NameOf(AssetId asset) => tokens.TryGet(asset, out var token) ? token.Symbol : asset.ToString();

    /// <summary>The symbol, or the end of the asset's name that fits a column.</summary>
    public string ShortNameOf(AssetId asset)
    {
        const int Room = 14;
        string name = NameOf(asset);
        return name.Length <= Room ? name : $"{asset.Reference[..8]}…{name[^4..]}";
    }

    /// <summary>The number without its symbol, cut after a millionth.</summary>
    public string Of(AssetId asset, Amount amount)
    {
        if (!tokens.TryGet(asset, out var token))
        {
            return amount.ToDecimalString(0);
        }

        string exact = amount.ToDecimalString(token.Decimals);
        int point = exact.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || exact.Length - point - 1 <= ShownDecimals)
        {
            return exact;
        }

        string cut = exact[..(point + 1 + ShownDecimals)].TrimEnd('0').TrimEnd('.');
        return cut == "0" ? "<0.000001" : cut;
    }

    /// <summary>The number with two decimals at most, for columns side by side.</summary>
    public string Brief(AssetId asset, Amount amount)
    {
        string text = Of(asset, amount);
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string brief = point < 0 || text.Length - point <= 3 ? text : text[..(point + 3)];
        return brief == "0.00" ? "<0.01" : brief;
    }

    /// <summary>The number as a figure has room for it: three or four digits that count, millions and more by their letter.</summary>
    public string Rounded(AssetId asset, Amount amount)
    {
        string exact = amount.ToDecimalString(tokens.TryGet(asset, out var token) ? token.Decimals : 0).Replace(",", "", StringComparison.Ordinal);
        int whole = exact.IndexOf('.', StringComparison.Ordinal) is var point && point < 0 ? exact.Length : point;
        if (whole > 18)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{exact[0]}.{exact[1..3]}e{whole - 1}");
        }

        string[] letters = ["", "k", "M", "bn", "tn"];
        int group = whole <= 6 ? 0 : Math.Min((whole - 1) / 3, letters.Length - 1);
        decimal value = group == 0 ? decimal.Parse(exact, CultureInfo.InvariantCulture) : decimal.Parse(exact[..(whole - (3 * group) + 3)], CultureInfo.InvariantCulture) / 1000;
        return group > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} {letters[group]}")
            : value switch
            {
                >= 1_000 => value.ToString("N0", CultureInfo.InvariantCulture),
                >= 1 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
                >= 0.001m => value.ToString("0.####", CultureInfo.InvariantCulture),
                >= 0.000_001m => value.ToString("0.######", CultureInfo.InvariantCulture),
                _ => "<0.000001",
            };
    }

    /// <summary>The number and what it is a number of.</summary>
    public string WithName(AssetId asset, Amount amount) =>
        Knows(asset) ? $"{Of(asset, amount)} {NameOf(asset)}" : $"{Of(asset, amount)} units of {asset}";

    /// <summary>A part of a whole in per cent with one digit.</summary>
    public static string Share(Amount part, Amount whole)
    {
        if (whole.IsZero)
        {
            return "";
        }

        var perMille = (BigInteger)part.Units * PerMille / whole.Units;
        return string.Create(CultureInfo.InvariantCulture, $"{perMille / 10}.{perMille % 10} %");
    }
}
