using System.Text;

namespace Assistant.Ingestion;

/// <summary>Bytes to text: which encoding a file is in, judged by which one its bytes are valid in.</summary>
internal static class TextDecoder
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the first bytes of a file can be text.</summary>
    public static bool IsText(ReadOnlySpan<byte> head) => !head.Contains((byte)0);

    public static string Decode(byte[] bytes)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan(start));
        }
        catch (DecoderFallbackException exception)
        {
            throw new UnreadableFileException("文件不是 UTF-8 文本。", exception);
        }
    }
}
