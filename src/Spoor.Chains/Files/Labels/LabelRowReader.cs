using System.Globalization;
using System.Text.RegularExpressions;
using Spoor.Labels;

namespace Spoor.Chains.Files.Labels;

/// <summary>Makes a label of a row, or says what is wrong with it; the same for every format.</summary>
internal sealed partial class LabelRowReader(LabelSheet sheet)
{
    private static readonly LabelField[] Words =
    [
        LabelField.Name, LabelField.Category, LabelField.Abuse, LabelField.Concepts, LabelField.Actor, LabelField.Source,
        LabelField.Author, LabelField.Currency,
    ];

    // Stands in for the subject of a row that names none, so that the row's other faults are found too.
    private static readonly LabelSubject Nothing = new LabelSubject.Unread("", "");

    private readonly LabelSubjects _subjects = new(sheet);

    /// <summary>Puts the label of a row onto the sheet, or all that is wrong with the row.</summary>
    public void Read(LabelRow row)
    {
        int faultsBefore = sheet.FaultCount;
        var subject = _subjects.Of(row);
        Require(row, LabelField.Name);
        Require(row, LabelField.Source);
        foreach (var field in Words)
        {
            CheckWords(row, field);
        }

        var label = LabelOf(row, subject ?? Nothing);
        if (subject is not null && sheet.FaultCount == faultsBefore)
        {
            sheet.Add(label);
            if (row.Damage is { } expected)
            {
                sheet.Damage(row.LineOf(LabelField.Address), row.KeyOf(LabelField.Address), expected, row[LabelField.Address]);
            }
        }
    }

    // Fields that hold no more than text are taken as they are; the others are read, and their faults noted.
    private Label LabelOf(LabelRow row, LabelSubject subject)
    {
        var observed = Date(row, LabelField.Observed);
        return new()
        {
            Subject = subject,
            Name = row[LabelField.Name],
            Category = row[LabelField.Category],
            Abuse = row[LabelField.Abuse],
            Concepts = row.Concepts,
            Actor = row[LabelField.Actor] is { Length: > 0 } actor ? actor : null,
            Source = row[LabelField.Source],
            Confidence = ConfidenceOf(row),
            Author = row[LabelField.Author],
            Observed = observed,
            Learned = LearnedOf(row, observed),
            Tlp = TlpOf(row),
            Currency = _subjects.CurrencyOf(row, subject),
            IsClusterDefiner = IsClusterOf(row),
            Context = ContextOf(row),
        };
    }

    private DateOnly LearnedOf(LabelRow row, DateOnly? observed)
    {
        var stated = Date(row, LabelField.Learned);
        if ((sheet.Options.Learned ?? stated) is { } learned && learned < observed)
        {
            sheet.Fault(
                row.LineOf(LabelField.Learned), row.KeyOf(LabelField.Learned), "a day not before the day observed, since nobody could have known", $"{learned:yyyy-MM-dd}, observed {observed:yyyy-MM-dd}");
        }

        var own = sheet.LearnedOf(row.IsLearnedDoubted ? observed : stated ?? observed);
        return row.IsLearnedDoubted && sheet.Options.Learned is null && stated > own ? stated.Value : own;
    }

    /// <summary>The day a field names, null where it is empty; a time of day after it is dropped.</summary>
    private DateOnly? Date(LabelRow row, LabelField field)
    {
        string text = row[field];
        if (text.Length == 0)
        {
            return null;
        }

        if (TryDay(text, out var day))
        {
            if (day > sheet.Options.Latest)
            {
                Fault(row, field, $"a day not after today, {sheet.Options.Latest:yyyy-MM-dd}");
            }

            return day;
        }

        Fault(row, field, "a day of the calendar as YYYY-MM-DD");
        return null;
    }

    // Packs written by scripts have whole timestamps: 2023-08-16 12:18:52.619444.
    public static bool TryDay(string text, out DateOnly day)
    {
        var match = DayAndTime().Match(text);
        return DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private void Require(LabelRow row, LabelField field)
    {
        if (row[field].Length == 0)
        {
            Fault(row, field, "a value, here or in the header");
        }
    }

    private void CheckWords(LabelRow row, LabelField field)
    {
        if (!LabelWords.IsPrintable(row[field]) || (field == LabelField.Concepts && !row.Concepts.All(LabelWords.IsPrintable)))
        {
            Fault(row, field, $"text of at most {LabelWords.MaxLength} characters without control characters or invisible formatting");
        }
    }

    private Confidence ConfidenceOf(LabelRow row)
    {
        string id = row[LabelField.Confidence];
        if (id.Length == 0)
        {
            return Confidence.Unknown;
        }

        if (Confidence.TryFind(id, out var confidence))
        {
            return confidence;
        }

        Fault(row, LabelField.Confidence, $"one of {string.Join(", ", Confidence.All.Select(one => one.Id))}");
        return Confidence.Unknown;
    }

    private Tlp TlpOf(LabelRow row)
    {
        if (TlpText.TryParse(row[LabelField.Tlp], out var tlp))
        {
            return tlp;
        }

        Fault(row, LabelField.Tlp, "one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED");
        return Tlp.Red;
    }

    private bool IsClusterOf(LabelRow row)
    {
        string text = row[LabelField.Cluster];
        if (text.Length > 0 && text.ToLowerInvariant() is not ("true" or "false"))
        {
            Fault(row, LabelField.Cluster, "true or false");
        }

        return text.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private string ContextOf(LabelRow row)
    {
        if (!LabelContext.TryNormalise(row[LabelField.Context], out string context))
        {
            Fault(row, LabelField.Context, "JSON text of at most 20,000 characters");
        }

        return context;
    }

    private void Fault(LabelRow row, LabelField field, string expected) =>
        sheet.Fault(row.LineOf(field), row.KeyOf(field), expected, row[field]);

    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d(:?\d\d)?))?)?\z")]
    private static partial Regex DayAndTime();
}
