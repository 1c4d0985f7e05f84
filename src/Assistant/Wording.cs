namespace Assistant;

/// <summary>A sentence for a reader, in both languages of the product: whoever shows it knows which one its reader reads.</summary>
public sealed record Wording(string Chinese, string English)
{
    /// <summary>One sentence after the other.</summary>
    public static Wording operator +(Wording first, Wording second) => new(first.Chinese + second.Chinese, first.English + " " + second.English);

    /// <summary>One line for who has chosen no language yet.</summary>
    public string InBoth => Chinese + " " + English;

    /// <summary>Both, so that a place that forgot its reader shows.</summary>
    public override string ToString() => InBoth;

    public string In(bool english) => english ? English : Chinese;
}
