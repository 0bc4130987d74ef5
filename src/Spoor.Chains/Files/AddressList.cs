using Spoor.Labels;
using Spoor.Transfers;
using Sylvan.Data.Csv;

namespace Spoor.Chains.Files;

/// <summary>CSV files that list addresses of one chain, with or without a name and a category.</summary>
/// <remarks>Columns <c>address</c>, and where there are such <c>name_tag</c> and <c>label</c>, as EthereumHeist and LaunderNet have them.</remarks>
public static class AddressList
{
    private const string AddressColumn = "address";

    /// <summary>The list in the order of the file; a name or category the file does not have is empty.</summary>
    /// <exception cref="FormatException">No address column, or a row without a valid address.</exception>
    public static async Task<IReadOnlyList<Label>> ReadAsync(TextReader text, string file, ChainId chain, CancellationToken cancellation)
    {
        await using var rows = await CsvDataReader.CreateAsync(text, cancel: cancellation);
        var columns = await rows.GetColumnSchemaAsync(cancellation);
        int address = PlaceOf(AddressColumn);
        int name = PlaceOf("name_tag");
        int category = PlaceOf("label");
        if (address < 0)
        {
            throw new FormatException(
                $"{file}: expected a column '{AddressColumn}', found {string.Join(", ", columns.Select(column => column.ColumnName))}.");
        }

        var labels = new List<Label>();
        while (await rows.ReadAsync(cancellation))
        {
            labels.Add(new()
            {
                Address = AddressText.TryParse(chain, rows.GetString(address), out var one)
                    ? one
                    : throw new FormatException($"{file}, row {rows.RowNumber}: expected an address on {chain}, found '{rows.GetString(address)}'."),
                Chain = chain,
                Name = name < 0 ? "" : rows.GetString(name),
                Category = category < 0 ? "" : rows.GetString(category),
                Source = file,
            });
        }

        return labels;

        int PlaceOf(string column) => columns.FirstOrDefault(known => known.ColumnName == column)?.ColumnOrdinal ?? -1;
    }
}
