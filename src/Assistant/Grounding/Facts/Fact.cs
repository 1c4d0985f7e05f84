namespace Assistant.Grounding.Facts;

/// <summary>What kind of thing in a sentence must stand in the clause it cites, as it is.</summary>
internal enum FactKind
{
    /// <summary>A number with its unit: amounts, percentages, years, days, counts.</summary>
    Quantity,

    /// <summary>A date, or as much of one as is given: 2024年6月1日, 6月底, 2024年.</summary>
    Date,

    /// <summary>第二十五条, 第三款.</summary>
    Provision,

    /// <summary>发文字号: 国发〔2024〕7号.</summary>
    DocumentNumber,

    /// <summary>In 《》.</summary>
    Title,

    /// <summary>In “”.</summary>
    Quotation,

    /// <summary>A word in Latin letters: GDP, ISO.</summary>
    Latin,

    /// <summary>An organisation or a place, as far as endings tell.</summary>
    Name,
}

/// <summary>On which side of a quantity the rule lies.</summary>
internal enum Bound
{
    None,

    /// <summary>不低于, 以上, 超过.</summary>
    AtLeast,

    /// <summary>不超过, 以下.</summary>
    AtMost,

    /// <summary>内, 以内: like <see cref="AtMost"/>, but often left unsaid.</summary>
    Within,

    /// <summary>满, 达到: like <see cref="AtLeast"/>, but often left unsaid.</summary>
    Reached,
}

/// <param name="Start">In the folded text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Key">What equal facts have in common, for all kinds but quantities.</param>
/// <param name="Values">For quantities: every reading of the number (5 in 5—10万元 is 5 and 50000).</param>
/// <param name="Unit">For quantities: 元, %, 年 …; empty where none is known.</param>
internal sealed record Fact(FactKind Kind, string Printed, int Start, int End, string Key, IReadOnlyList<decimal> Values, string Unit, Bound Bound)
{
    /// <summary>Of a <see cref="FactKind.Date"/>.</summary>
    public CalendarDate Date { get; init; }

    /// <summary>One end of 1万元至3万元.</summary>
    public bool IsEndOfRange { get; init; }

    public static Fact Of(FactKind kind, string text, int start, int end, string key) => new(kind, text[start..end], start, end, key, [], "", Bound.None);

    /// <summary>Whether the two could be mistaken for each other: the same kind of thing.</summary>
    public bool IsComparableTo(Fact other) => Kind == other.Kind
        && (Kind == FactKind.Date ? Date.Shares(other.Date) : Unit.Length == 0 || other.Unit.Length == 0 || string.Equals(Unit, other.Unit, StringComparison.Ordinal));

    private const string Counters = "个家人项件种类户座席间组处块台辆艘栋所张份支条";

    private bool CountsLike(Fact other) => Kind == FactKind.Quantity && other.Kind == FactKind.Quantity && Unit is [var one] && other.Unit is [var two]
        && Counters.Contains(one, StringComparison.Ordinal) && Counters.Contains(two, StringComparison.Ordinal) && (one is '个' || two is '个');

    /// <summary>Whether the two say the same, wherever they stand; of dates, whether the other is as exact.</summary>
    public bool SaysSameAs(Fact other) => (IsComparableTo(other) || CountsLike(other)) && Kind switch
    {
        FactKind.Quantity => Values.Any(value => other.Values.Contains(value)),
        FactKind.Date => Date.IsBorneBy(other.Date),
        FactKind.Name => NameScanner.MeanTheSame(Key, other.Key),
        _ => string.Equals(Key, other.Key, StringComparison.Ordinal),
    };
}
