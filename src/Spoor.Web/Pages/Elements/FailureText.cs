using Spoor.Storage;
using Spoor.Web.Serving;

namespace Spoor.Web.Pages.Elements;

/// <summary>The words a page may show of a failure: what the visitor can mend, and nothing of the inside.</summary>
internal static class FailureText
{
    public static string Of(Exception failure) => failure switch
    {
        RefusalException or FormatException => failure.Message,
        OperationCanceledException => "It was cancelled.",
        StorageException => "The store of the server did not do what was asked; its log says more.",
        IOException or UnauthorizedAccessException => "A file of the server is missing or cannot be read.",
        _ => $"This is an error in Spoor ({failure.GetType().Name}). Reload the page; if it comes again, please report what you did.",
    };
}
