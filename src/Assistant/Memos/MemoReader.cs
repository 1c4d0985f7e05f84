using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Assistant.Memos.Verification;
using Assistant.Memos.Writers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Assistant.Memos;

/// <summary>A memo file as it is now, perhaps edited since it was written.</summary>
/// <param name="Record">What the file carries for machines.</param>
/// <param name="Notes">Its foot- or endnotes as a person reads them, in order; a note may have been edited, removed or added.</param>
/// <param name="Text">All else that it prints, with <see cref="PrintedText.Break"/> where a paragraph ends and where a note is marked.</param>
public sealed record ReadMemo(MemoRecord Record, IReadOnlyList<ReadNote> Notes, string Text);

/// <param name="Number">As the file names the note; null in Word, which counts notes by their place.</param>
public sealed record ReadNote(int? Number, string Text);

/// <summary>The file is no memo of ours, or is damaged.</summary>
public sealed class UnreadableMemoException(Wording sentence, Exception? inner = null) : RefusedException(sentence, inner);

/// <summary>Bytes to memo record and notes; the format is told from the content, not from the name.</summary>
public static partial class MemoReader
{
    /// <summary>Of the file, and of each part of it unpacked. A memo of 200 citations is about 200 KB; the rest is for pictures that people put in.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Far above any memo: each may have to be compared with each citation.</summary>
    public const int MaxNotes = 20_000;

    /// <param name="memo">Must be able to seek; read from its beginning and left open.</param>
    /// <exception cref="UnreadableMemoException">No record in it, or it cannot be read.</exception>
    public static ReadMemo Read(Stream memo)
    {
        var read = ReadAny(memo);
        return read.Notes.Count <= MaxNotes ? read : throw new UnreadableMemoException(new(
            $"文件里有 {read.Notes.Count} 条注释，最多能核验 {MaxNotes} 条。请分成几份再核验。",
            $"The file holds {read.Notes.Count} notes, and at most {MaxNotes} can be verified. Split it, then verify."));
    }

    private static ReadMemo ReadAny(Stream memo)
    {
        if (memo.Length == 0) throw new UnreadableMemoException(new("文件是空的。", "The file is empty."));
        if (memo.Length > MaxBytes) throw new UnreadableMemoException(new("文件太大，不是备忘录。", "The file is too large to be a memo."));
        try
        {
            Span<byte> start = stackalloc byte[2];
            memo.Position = 0;
            var isPackage = memo.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
            memo.Position = 0;
            if (isPackage) return ReadWord(memo);
            using var reader = new StreamReader(memo, Encoding.UTF8, leaveOpen: true);
            var text = reader.ReadToEnd();
            return text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) ? ReadHtml(text) : ReadMarkdown(text);
        }
        // Whatever the libraries stumble over in a file that is not what they expect: nothing of ours is at fault, and there is nothing else to say.
        catch (Exception error) when (error is JsonException or XmlException or YamlException or OpenXmlPackageException or InvalidDataException
                                          or FileFormatException or IOException or FormatException or ArgumentException or InvalidOperationException
                                          or NotSupportedException or KeyNotFoundException or OverflowException)
        {
            throw new UnreadableMemoException(new("备忘录无法读取：文件已损坏。", $"The memo is damaged: {error.Message}"), error);
        }
    }

    private static ReadMemo ReadWord(Stream memo)
    {
        using var package = WordprocessingDocument.Open(memo, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxBytes });
        var main = package.MainDocumentPart ?? throw NoRecord();
        XNamespace space = MemoRecord.Namespace;
        foreach (var part in main.CustomXmlParts)
        {
            using var stream = part.GetStream();
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxBytes });
            if (XDocument.Load(xml).Root is { } root && root.Name == space + "memo")
                return new(Record(root.Value), WordNotes(main), WordText(main));
        }
        throw NoRecord();
    }

    private static List<ReadNote> WordNotes(MainDocumentPart main)
    {
        // Word gives each note an id of its own; where a program gave one twice, the first is what Word shows.
        var byId = (main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
            .Where(note => note.Id is not null && (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal))
            .DistinctBy(note => note.Id!.Value)
            .ToDictionary(note => note.Id!.Value, note => string.Concat(note.Descendants<Text>().Select(text => text.Text)));
        return [.. (main.Document?.Body?.Descendants<FootnoteReference>() ?? [])
            .Where(reference => reference.Id is not null && byId.ContainsKey(reference.Id.Value))
            .Select(reference => new ReadNote(null, byId[reference.Id!.Value]))];
    }

    private static string WordText(MainDocumentPart main) => string.Concat((main.Document?.Body?.Descendants() ?? []).Select(element => element switch
    {
        Text text => text.Text,
        Paragraph or FootnoteReference or EndnoteReference => "\u0001",
        _ => "",
    }));

    private static ReadMemo ReadMarkdown(string text)
    {
        var front = FrontMatter().Match(text);
        if (!front.Success) throw NoRecord();
        var fields = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>?>(front.Groups["yaml"].Value);
        if (fields?.GetValueOrDefault(MarkdownMemoWriter.RecordKey) is not string json) throw NoRecord();
        return new(Record(json), [.. Footnote().Matches(text)
            .Select(note => new ReadNote(Number(note.Groups["number"].Value), Unescape().Replace(note.Groups["text"].Value, "$1").TrimEnd('\r')))], MarkdownWords(text[front.Length..]));
    }

    private static string MarkdownWords(string text) => MarkdownMark().Replace(
        string.Join('\n', Footnote().Replace(text, "").ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.TrimStart('>').Trim() is { Length: > 0 } words ? words[0] == '#' ? $"\u0001{words.TrimStart('#')}\u0001" : words : "\u0001")),
        mark => mark.Value[0] switch { '\\' => mark.Groups[1].Value, '[' => "\u0001", _ => "" });

    private static ReadMemo ReadHtml(string text)
    {
        var page = new HtmlParser().ParseDocument(text);
        var json = page.QuerySelector("script[type='application/ld+json']")?.TextContent;
        if (json is null || !json.Contains(MemoRecord.Namespace, StringComparison.Ordinal)) throw NoRecord();
        List<ReadNote> notes = [.. page.QuerySelectorAll(".notes > li")
            .Select(note => new ReadNote(Number(note.GetAttribute("value")), note.TextContent.TrimEnd('↩', ' ', '\n')))];
        foreach (var hidden in page.QuerySelectorAll("script, style, .notes").ToList()) hidden.Remove();
        foreach (var mark in page.QuerySelectorAll("sup").ToList()) mark.TextContent = "\u0001";
        foreach (var block in page.QuerySelectorAll("p, h1, h2, h3, li, td, th, div, section, blockquote").ToList())
        {
            block.Prepend(page.CreateTextNode("\u0001"));
            block.Append(page.CreateTextNode("\u0001"));
        }
        return new(Record(json), notes, page.Body?.TextContent ?? "");
    }

    private static int? Number(string? printed) => int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static MemoRecord Record(string json)
    {
        var record = MemoRecord.FromJson(json);
        return record.Version <= MemoRecord.CurrentVersion ? record : throw new UnreadableMemoException(new(
            "这份备忘录由更新版本的程序导出，现在的程序读不懂其中的引用记录。请升级后再核验。",
            "This memo was exported by a newer version of the program, whose citation record this one cannot read. Upgrade, then verify."));
    }

    private static UnreadableMemoException NoRecord() => new(new(
        "文件里没有引用记录：它不是本系统导出的备忘录，或者记录在另存时丢失了。",
        "The file carries no citation record: it was not exported from here, or was saved without it."));

    [GeneratedRegex(@"\A---\r?\n(?<yaml>.*?)\r?\n---\r?\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^\[\^(?<number>[^\]\r\n]+)\]:[ \t]*(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])|\[\^[^\]\r\n\[]+\]|\*+")]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Unescape();
}
