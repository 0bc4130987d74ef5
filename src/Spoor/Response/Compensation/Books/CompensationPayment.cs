using Spoor.Transfers;

namespace Spoor.Response.Compensation.Books;

/// <summary>A payment to a customer.</summary>
/// <param name="Reference">The exchange's own name of the payment: the same reference is the same payment.</param>
public sealed record CompensationPayment(string Reference, string Customer, string Asset, Amount Amount);
