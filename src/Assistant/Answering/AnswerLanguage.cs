using Assistant.Corpus.Text;

namespace Assistant.Answering;

/// <summary>The language a question is asked in, which its answer is written in.</summary>
public enum AnswerLanguage
{
    Chinese,
    English,
}

public static class AnswerLanguages
{
    /// <summary>English where Latin letters outnumber Han characters four to one: a Chinese question may name DEPA or CPTPP, an English one 以旧换新.</summary>
    public static AnswerLanguage Of(string question)
    {
        int han = 0, latin = 0;
        var isTitle = false;
        foreach (var c in question)
        {
            // A Chinese title is all the Chinese that an English question may have.
            if (c is '《' or '》') isTitle = c == '《';
            if (isTitle) continue;
            if (HanText.IsHan(c)) han++;
            else if (char.IsAsciiLetter(c)) latin++;
        }
        return latin > 4 * han ? AnswerLanguage.English : AnswerLanguage.Chinese;
    }

    public static string In(this Wording words, AnswerLanguage language) => words.In(language == AnswerLanguage.English);
}
