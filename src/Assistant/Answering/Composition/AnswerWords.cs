using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;
using Assistant.Corpus;

namespace Assistant.Answering.Composition;

/// <summary>What an answer says in its own words, around the quotes, in the language of the question.</summary>
public abstract record AnswerWords
{
    public static AnswerWords For(AnswerLanguage language) => language == AnswerLanguage.English ? EnglishAnswerWords.Instance : ChineseAnswerWords.Instance;

    public abstract string Separator { get; }

    public abstract string NothingNear { get; }

    public abstract string ArticleFound { get; }

    /// <summary>第一百条规定了什么, of a law of ninety-eight articles.</summary>
    public abstract string NoSuchArticle(IReadOnlyList<ArticleNumber> articles);

    /// <summary>Behind the title of a document that does not apply; empty for one in force.</summary>
    public abstract string Status(DocumentState state);

    public abstract string NotAbout { get; }

    public abstract string PerhapsAbout { get; }

    /// <summary>Of a nearest clause: a quote, but no answer.</summary>
    public abstract string NotAnAnswer { get; }

    /// <summary>A law that the question names, or its edition of that year, is not held.</summary>
    public abstract string NoSuchDocument(MissingDocument missing);

    /// <summary>Whether a document applies, as far as the clauses cited tell.</summary>
    public abstract string Validity(DocumentState state);

    /// <summary>The clause says that what is asked is told elsewhere (另行公布).</summary>
    public abstract string LeftToOthers { get; }

    /// <summary>The most of an amount is asked for, and no clause cited limits one.</summary>
    public abstract string LimitMissing { get; }

    public abstract string KindMissing(IReadOnlyList<AskedKind> kinds);

    /// <param name="said">Words of the question that the clauses hold; for one that names no kind of thing.</param>
    public abstract string KindsFound(IReadOnlyList<AskedKind> kinds, IReadOnlyList<string> said);

    public abstract string WordsMissing(IReadOnlyList<string> words);

    /// <summary>The line above the quotes of an answer; empty where they speak for themselves: Chinese quotes under an English question do not.</summary>
    public abstract string AnswerOpening { get; }

    /// <summary>Behind a list that ends early.</summary>
    public abstract string ItemsLeftOut(int count);

    /// <summary>The line above the quotes of a weak answer.</summary>
    public abstract string WeakOpening(string reason);

    public abstract string NotFound(string reason, int documents, int clauses, IReadOnlyList<string> terms);

    public abstract string NearestHeading { get; }

    public abstract string File(string path);

    /// <summary>Of the kinds that have a name.</summary>
    private protected static IReadOnlyList<string> Names(IReadOnlyList<AskedKind> kinds, bool english) =>
        [.. kinds.Select(kind => AskedForms.Of(kind).Name?.In(english)).OfType<string>()];
}
