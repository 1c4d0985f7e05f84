using System.Text;
using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.References;

/// <summary>A provision named in running text, before it is known which clause that is.</summary>
/// <param name="Start">Offset in the text read.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Title">Null for the document that speaks.</param>
/// <param name="Parts">From the widest to the narrowest; empty where a whole document is meant.</param>
/// <param name="Back">How many provisions back 前条, 前款, 前项 point; 0 where the address is written out.</param>
internal sealed record ReferenceMention(int Start, int End, string? Title, IReadOnlyList<AddressPart> Parts, int Back = 0)
{
    /// <summary>The unit counted back (条 in 前条), or the one that the address goes on from (条 in 本条第二款); zero elsewhere.</summary>
    public char From { get; init; }

    /// <summary>The other document that the text named last before this; null where it named none.</summary>
    public string? Nearest { get; init; }
}

/// <param name="Unit">编, 分 (分编), 章, 节, 条, 款, 项, 目, or 附.</param>
/// <param name="Name">For an annex as printed: 附件, 附表, 附录.</param>
internal readonly record struct AddressPart(char Unit, int Number, int Insertion = 0, string Name = "")
{
    /// <summary>Wider provisions have lower ranks; an address goes from low to high.</summary>
    public int Rank => "附编分章节条款项目".IndexOf(Unit, StringComparison.Ordinal);

    public static string Write(IEnumerable<AddressPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var number = ChineseNumeral.Format(part.Number);
            text.Append(part.Unit switch
            {
                '附' => part.Name + (part.Number > 0 ? part.Number.ToString() : ""),
                '分' => $"第{number}分编",
                '项' => $"第（{number}）项",
                '目' => $"第{part.Number}目",
                _ => $"第{number}{part.Unit}" + (part.Insertion > 0 ? "之" + ChineseNumeral.Format(part.Insertion) : ""),
            });
        }
        return text.ToString();
    }
}
