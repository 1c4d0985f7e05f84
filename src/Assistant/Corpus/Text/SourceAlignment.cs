namespace Assistant.Corpus.Text;

/// <summary>Follows words as they are read through the source they were read from, so that a part of them gets a place of its own.</summary>
public static class SourceAlignment
{
    /// <summary>
    /// Where each character of <paramref name="reading"/> stands, one after another; an empty place for white space. Ends early where the words can be
    /// followed no further. Read as far as it is needed: the source is walked once, and only up to there.
    /// </summary>
    /// <param name="stretches">Where the words stand in the source, ascending. What lies between them is passed over, and so is what the words leave out (Markdown's marks).</param>
    public static IEnumerable<TextSpan> Places(string source, SourceFormat format, IEnumerable<TextSpan> stretches, string reading)
    {
        using var characters = stretches.SelectMany(stretch => SourceText.Characters(source, format, stretch.Start, stretch.End)).GetEnumerator();
        foreach (var character in reading)
        {
            if (char.IsWhiteSpace(character))
            {
                yield return default;
                continue;
            }
            do
            {
                if (!characters.MoveNext()) yield break;
            }
            while (characters.Current.Value != character);
            yield return new TextSpan(characters.Current.Start, characters.Current.End);
        }
    }

    /// <summary>As above, for the words of a clause.</summary>
    /// <param name="artefacts">As <see cref="Clause.Artefacts"/>; those outside <paramref name="within"/> do not matter.</param>
    public static IEnumerable<TextSpan> Places(SourceFile file, TextSpan within, IReadOnlyList<TextSpan> artefacts, string reading) =>
        Places(file.Text, file.Format, Stretches(SourceText.Clamp(file, within), artefacts), reading);

    private static IEnumerable<TextSpan> Stretches(TextSpan within, IReadOnlyList<TextSpan> artefacts)
    {
        var at = within.Start;
        foreach (var artefact in artefacts)
        {
            if (!artefact.Overlaps(within)) continue;
            if (artefact.Start > at) yield return new TextSpan(at, artefact.Start);
            at = Math.Max(at, artefact.End);
        }
        if (at < within.End) yield return within with { Start = at };
    }
}
