using System.Globalization;
using System.Text.Json;
using Spoor.Reporting;

namespace Spoor.Web.Accounts;

/// <summary>Accounts and keys as they lie in their file, <c>accounts/1</c>; no password and no key is in it.</summary>
internal static class AccountJson
{
    private const string Format = "accounts/1";
    private const int MaxDepth = 8;

    public static void Write(AccountBook book, Stream output) => JsonText.Write(output, json =>
    {
        json.WriteString("spoor", Format);
        json.WriteObjects("accounts", book.Accounts, account =>
        {
            json.WriteString("name", account.Name);
            json.WriteString("role", account.Role.Word());
            json.WriteString("password", account.Password.ToString());
        });
        json.WriteObjects("keys", book.Keys, key =>
        {
            WriteShown(json, key);
            json.WriteString("sha256", key.Sha256);
        });
    });

    /// <summary>A key without the hash of its secret, as lists show it.</summary>
    public static void WriteShown(Utf8JsonWriter json, ApiKey key)
    {
        json.WriteString("id", key.Id);
        json.WriteString("name", key.Name);
        json.WriteString("role", key.Role.Word());
        json.WriteString("created", Rendered.Moment(key.Created));
        json.WriteString("revoked", key.Revoked is { } revoked ? Rendered.Moment(revoked) : null);
    }

    /// <exception cref="FormatException">The file holds something else.</exception>
    public static AccountBook Read(byte[] bytes, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            var root = document.RootElement;
            return Text(root, "spoor") == Format
                ? new([.. root.GetProperty("accounts").EnumerateArray().Select(AccountOf)], [.. root.GetProperty("keys").EnumerateArray().Select(KeyOf)])
                : throw new FormatException($"spoor: expected {Format}, found '{Text(root, "spoor")}'");
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{file}: expected accounts and keys ({Format}), found something else ({failure.Message}). Restore it from a copy.", failure);
        }
    }

    private static Account AccountOf(JsonElement one) =>
        new(AccountName.Checked(Text(one, "name")), Roles.Parse(Text(one, "role")), PasswordHash.Parse(Text(one, "password")));

    private static ApiKey KeyOf(JsonElement one) => new(
        Text(one, "id"),
        AccountName.Checked(Text(one, "name")),
        Roles.Parse(Text(one, "role")),
        Text(one, "sha256"),
        Moment(Text(one, "created")),
        one.GetProperty("revoked") is { ValueKind: JsonValueKind.String } revoked ? Moment(revoked.GetString()!) : null);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(JsonElement one, string member) => one.GetProperty(member).GetString() ?? "";
}
