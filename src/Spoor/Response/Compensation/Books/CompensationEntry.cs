using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>Something that changes the books of a compensation.</summary>
public abstract record CompensationEntry
{
    private CompensationEntry()
    {
    }

    /// <summary>A customer asks for a part of what is due.</summary>
    public sealed record Claim(string Reference, string Customer, string Asset, Amount Amount) : CompensationEntry;

    /// <summary>Payments that are made together: all of them or none.</summary>
    /// <param name="File">The file that lists them, by its SHA-256; null where the act itself does.</param>
    public sealed record Pay(IReadOnlyList<CompensationPayment> Payments, string? File = null) : CompensationEntry;

    /// <summary>A customer disputes what is pledged; nothing is paid of it until the dispute is settled.</summary>
    public sealed record Dispute(string Reference, string Customer, string Asset) : CompensationEntry;

    /// <summary>A dispute ends.</summary>
    /// <param name="Pledged">What is pledged from now on; null where it stays.</param>
    public sealed record Settle(string Reference, Amount? Pledged) : CompensationEntry;

    /// <summary>The root of the tree of all pledges is published.</summary>
    /// <param name="Root">In lower-case hexadecimal digits.</param>
    public sealed record Publish(string Root) : CompensationEntry;
}
