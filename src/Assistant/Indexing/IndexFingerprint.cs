using System.Security.Cryptography;
using System.Text;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;

namespace Assistant.Indexing;

/// <summary>What the index depends on besides the documents. An index with another fingerprint is rebuilt instead of silently mixed.</summary>
public static class IndexFingerprint
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public static string Of(PassageSizes sizes) =>
        Of($"format {SegmentFormat.Version}, tokenizer {ChineseTokenizer.Version}, chunker {PassageChunker.Version}, {sizes}");

    /// <inheritdoc cref="Of(PassageSizes)"/>
    public static string Of(string settings) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)))[..32];
}
