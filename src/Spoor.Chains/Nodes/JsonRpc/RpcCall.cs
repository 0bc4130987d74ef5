namespace Spoor.Chains.Nodes.JsonRpc;

/// <summary>A method to call and its parameters.</summary>
/// <param name="Method">As the node names it.</param>
/// <param name="Parameters">A JSON array, written by us and never by anybody else: it is sent as it stands.</param>
public sealed record RpcCall(string Method, string Parameters = "[]");
