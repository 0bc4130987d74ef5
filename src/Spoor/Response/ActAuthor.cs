namespace Spoor.Response;

/// <summary>Who acts, and why.</summary>
public sealed record ActAuthor(string By, string Why)
{
    private const string Policy = "policy ";

    /// <summary>Whether no human decided it.</summary>
    public bool IsPolicy => By.StartsWith(Policy, StringComparison.Ordinal);

    public static ActAuthor OfPolicy(string name, string why) => new(Policy + name, why);

    /// <exception cref="FormatException">A person calls himself a policy.</exception>
    public static ActAuthor OfPerson(string name, string why) => name.StartsWith(Policy, StringComparison.OrdinalIgnoreCase)
        ? throw new FormatException($"--by: expected the name of a person, found '{name}'; acts of a policy are written by the watch.")
        : new(name, why);
}
