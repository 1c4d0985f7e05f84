using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Assistant.Memos;

/// <summary>A memo file as it is now, perhaps edited since it was written.</summary>
/// <param name="Record">What the file carries for machines.</param>
/// <param name="Notes">The texts of its foot- or endnotes as a person reads them, in order; a note may have been edited or removed.</param>
public sealed record ReadMemo(MemoRecord Record, IReadOnlyList<string> Notes);

/// <summary>The file is no memo of ours, or is damaged. The message is a sentence for the person who gave it.</summary>
public sealed class UnreadableMemoException(string message, Exception? inner = null) : ArgumentException(message, inner);

/// <summary>Bytes to memo record and notes; the format is told from the content, not from the name.</summary>
public static partial class MemoReader
{
    // A memo of 200 citations is about 200 KB; a zip that unpacks to more than this is no memo.
    private const int MaxBytes = 64 << 20;

    /// <exception cref="UnreadableMemoException">No record in it, or it cannot be read.</exception>
    public static ReadMemo Read(byte[] bytes)
    {
        if (bytes.Length == 0) throw new UnreadableMemoException("文件是空的。 The file is empty.");
        if (bytes.Length > MaxBytes) throw new UnreadableMemoException("文件太大，不是备忘录。 The file is too large to be a memo.");
        try
        {
            if (bytes.AsSpan().StartsWith("PK"u8)) return ReadWord(bytes);
            var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
            return text.TrimStart().StartsWith('<') ? ReadHtml(text) : ReadMarkdown(text);
        }
        catch (Exception error) when (error is JsonException or XmlException or YamlException or OpenXmlPackageException or InvalidDataException
                                          or FileFormatException or IOException or FormatException)
        {
            throw new UnreadableMemoException($"备忘录无法读取：文件已损坏。 The memo is damaged: {error.Message}", error);
        }
    }

    private static ReadMemo ReadWord(byte[] bytes)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, new OpenSettings { MaxCharactersInPart = MaxBytes });
        var main = package.MainDocumentPart ?? throw NoRecord();
        XNamespace space = MemoRecord.Namespace;
        foreach (var part in main.CustomXmlParts)
        {
            using var stream = part.GetStream();
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxBytes });
            if (XDocument.Load(xml).Root is { } root && root.Name == space + "memo")
                return new(MemoRecord.FromJson(root.Value), WordNotes(main));
        }
        throw NoRecord();
    }

    private static List<string> WordNotes(MainDocumentPart main)
    {
        var byId = (main.FootnotesPart?.Footnotes.Elements<Footnote>() ?? [])
            .Where(note => note.Id is not null && note.Type is null || note.Type?.Value == FootnoteEndnoteValues.Normal)
            .ToDictionary(note => note.Id!.Value, note => string.Concat(note.Descendants<Text>().Select(text => text.Text)));
        return [.. (main.Document.Body?.Descendants<FootnoteReference>() ?? [])
            .Where(reference => reference.Id is not null && byId.ContainsKey(reference.Id.Value))
            .Select(reference => byId[reference.Id!.Value])];
    }

    private static ReadMemo ReadMarkdown(string text)
    {
        var front = FrontMatter().Match(text);
        if (!front.Success) throw NoRecord();
        var fields = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>?>(front.Groups["yaml"].Value);
        if (fields?.GetValueOrDefault(MarkdownMemoWriter.RecordKey) is not string json) throw NoRecord();
        return new(MemoRecord.FromJson(json), [.. Footnote().Matches(text).Select(note => Unescape().Replace(note.Groups["text"].Value, "$1"))]);
    }

    private static ReadMemo ReadHtml(string text)
    {
        var page = new HtmlParser().ParseDocument(text);
        var json = page.QuerySelector("script[type='application/ld+json']")?.TextContent;
        if (json is null || !json.Contains(MemoRecord.Namespace, StringComparison.Ordinal)) throw NoRecord();
        return new(MemoRecord.FromJson(json), [.. page.QuerySelectorAll(".notes > li").Select(note => note.TextContent.TrimEnd('↩', ' ', '\n'))]);
    }

    private static UnreadableMemoException NoRecord() =>
        new("文件里没有引用记录：它不是本系统导出的备忘录，或记录已被另存时去掉。 The file carries no citation record: it was not exported from here, or was saved without it.");

    [GeneratedRegex(@"\A---\r?\n(?<yaml>.*?)\r?\n---\r?\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^\[\^[^\]]+\]:[ \t]*(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Unescape();
}
