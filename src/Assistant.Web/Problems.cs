using Assistant.Corpus.Database;
using Assistant.Memos;
using Assistant.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web;

/// <summary>The request cannot be served. The message is a sentence for the person who sent it.</summary>
public sealed class RequestRefusedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

/// <summary>Turns every fault into RFC 9457 problem details (API) or a page with the same sentence; never a stack trace.</summary>
public sealed partial class ProblemPages(IProblemDetailsService problems, IServiceScopeFactory scopes, ILogger<ProblemPages> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var words = Language.Of(httpContext);
        var (status, sentence) = exception switch
        {
            RequestRefusedException refused => (refused.Status, refused.Message),
            MemoChangedException changed => (StatusCodes.Status409Conflict, changed.Sentence.In(words.IsEnglish)),
            RefusedException refused => (StatusCodes.Status400BadRequest, refused.Sentence.In(words.IsEnglish)),
            AntiforgeryValidationException => (StatusCodes.Status400BadRequest, words.PageExpired),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, words.RequestTooLarge),
            BadHttpRequestException bad => (bad.StatusCode, words.RequestMalformed),
            CorpusUnavailableException unavailable => (StatusCodes.Status503ServiceUnavailable, unavailable.Sentence.In(words.IsEnglish)),
            _ => (StatusCodes.Status500InternalServerError, words.Fault),
        };
        if (status >= 500) LogFault(logger, exception, httpContext.Request.Method, httpContext.Request.Path);
        httpContext.Response.StatusCode = status;
        if (httpContext.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)))
        {
            // A page that failed in the middle has used up the renderer of its scope: the problem is drawn in one of its own.
            await using var scope = scopes.CreateAsyncScope();
            httpContext.RequestServices = scope.ServiceProvider;
            await new RazorComponentResult<ProblemPage>(new { Sentence = sentence }) { StatusCode = status }.ExecuteAsync(httpContext);
            return true;
        }
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Title = words.RequestFailed, Detail = sentence },
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string method, string path);
}
