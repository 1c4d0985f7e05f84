using System.Security.Cryptography;
using System.Text;

namespace Assistant.Indexing.Qdrant;

/// <summary>Ids derived from what a point stands for, so that writing it twice leaves one: a UUID from a name, as version 5 but with SHA-256 (version 8, RFC 9562).</summary>
internal static class PointId
{
    public static Guid OfPassage(string documentId, int ordinal) => Of(FormattableString.Invariant($"passage {ordinal} of {documentId}"));

    public static Guid OfDocument(string documentId) => Of($"document {documentId}");

    private static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
