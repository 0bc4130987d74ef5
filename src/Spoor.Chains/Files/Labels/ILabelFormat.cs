namespace Spoor.Chains.Files.Labels;

/// <summary>A kind of label file.</summary>
internal interface ILabelFormat
{
    string Name { get; }

    /// <summary>Whether the beginning of a file is of this kind.</summary>
    /// <param name="head">Up to 64 KiB of text.</param>
    bool Recognises(string head);

    /// <summary>Puts what the file says, and what is wrong with it, onto the sheet.</summary>
    void Read(TextReader text, LabelSheet sheet);
}
