namespace Assistant.Answering.Citations;

/// <summary>
/// A marker in an answer, resolved to a place in the corpus. It points at the corpus and not at a search result, so it outlives re-indexing,
/// can be logged, exported and verified.
/// </summary>
/// <param name="Number">The n of <c>[n]</c>, from 1.</param>
/// <param name="DocumentTitle">Of the inner document, without 《》.</param>
/// <param name="ClauseId">See <see cref="Corpus.Clause.Id"/>.</param>
/// <param name="Clause">As a reader would cite it, from the article down: 第二十五条（一）; empty under no numbered clause.</param>
/// <param name="Path">The printed labels from the top.</param>
/// <param name="SourceFile">Path below the corpus folder, with <c>/</c>.</param>
/// <param name="Start">Where the quote stands in the source file, UTF-16.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Page">PDF: the page, from 1.</param>
/// <param name="Quote">Verbatim: without white space it equals source[start:end] without white space (HTML: tags and entities resolved).</param>
public sealed record Citation(
    int Number,
    string DocumentId,
    string DocumentTitle,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    int Start,
    int End,
    int? Page,
    string Quote);
