using Microsoft.AspNetCore.Antiforgery;

namespace Assistant.Web;

/// <summary>
/// Refuses a form without a token of ours before its endpoint reads it: one sentence for every form, also for those that bind no field. Stands
/// behind the antiforgery middleware, which looks at the token wherever the endpoint asks for one but leaves the refusing to whoever binds the form.
/// </summary>
public sealed class FormTokens(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false, Error: var fault }) return next(context);
        // A form that is too large or breaks off is not one that is too old.
        if (fault?.InnerException is BadHttpRequestException unreadable) throw unreadable;
        throw fault ?? new AntiforgeryValidationException("The form carries no valid token.");
    }
}
