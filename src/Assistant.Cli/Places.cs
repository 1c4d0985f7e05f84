using Assistant.Answering.Citations;
using Assistant.Corpus.Terms;
using Assistant.Retrieval;

namespace Assistant.Cli;

/// <summary>How a place in the corpus is written for a person.</summary>
internal static class Places
{
    public static string Of(RetrievedPassage passage) => Of(passage.DocumentTitle, passage.Clause);

    public static string Of(Citation citation) => Of(citation.DocumentTitle, citation.Clause);

    public static string InFile(string file, int start, int end, int? page) =>
        page is null ? $"{file} {start}–{end}" : Words.Of($"{file} 第 {page} 页 {start}–{end}", $"{file} page {page} {start}–{end}");

    private static string Of(string title, string clause) => TitleMarks.Titled(title, "") + clause;
}
