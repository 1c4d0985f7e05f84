namespace Assistant.Web.Layout;

/// <summary>Which language a reader sees: <c>?lang=</c> decides and is remembered in a cookie; Chinese without either.</summary>
public static class Language
{
    public const string Cookie = "lang";

    private const string Query = "lang";

    public static Words Of(HttpContext? context) => context is null ? Words.Chinese : Words.In(Asked(context) ?? context.Request.Cookies[Cookie]);

    /// <summary>The language named in the address, where it is one of ours.</summary>
    internal static string? Asked(HttpContext context) => context.Request.Query[Query] is ["zh" or "en"] asked ? asked.ToString() : null;

    /// <summary>The address of this very page in another language.</summary>
    public static string Link(HttpContext context, string language)
    {
        var query = context.Request.Query.Where(pair => !string.Equals(pair.Key, Query, StringComparison.Ordinal))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create(Query, (string?)language));
        return context.Request.Path + QueryString.Create(query);
    }
}

/// <summary>Remembers a language that was asked for.</summary>
public sealed class LanguageSwitch(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Language.Asked(context) is { } language)
        {
            context.Response.Cookies.Append(Language.Cookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                IsEssential = true,
            });
        }
        return next(context);
    }
}
