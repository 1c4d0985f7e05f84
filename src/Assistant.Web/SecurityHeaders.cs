using Assistant.Web.Layout;

namespace Assistant.Web;

/// <summary>
/// What a browser may do with our pages: nothing but what comes from here. And what other sites may do through a reader's browser: not change
/// anything (the API takes no token, so a form on a foreign page could otherwise post to it).
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        if (IsForeignWrite(context.Request)) throw new RequestRefusedException(StatusCodes.Status403Forbidden, Language.Of(context).ForeignWrite);
        return next(context);
    }

    private static bool IsForeignWrite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site]) return site is not ("same-origin" or "none");
        return request.Headers.Origin is [{ Length: > 0 } origin] &&
            !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
