using Assistant.Answering;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Chat.Answers;

/// <summary>Whether a reader wants the sentences that no clause bears shown, marked, or left out: remembered in a cookie, else as the settings say.</summary>
public sealed class UnsupportedChoice(IHttpContextAccessor http, IOptions<AssistantOptions> options)
{
    private const string Cookie = "unsupported";

    private const string Mark = "mark";

    private const string LeaveOut = "leaveOut";

    /// <summary>Without a model every sentence is verbatim, and there is nothing to choose.</summary>
    public bool IsOffered => !string.IsNullOrWhiteSpace(options.Value.Chat.Endpoint);

    public UnsupportedSentences Current => Read(http.HttpContext?.Request.Cookies[Cookie]) ?? options.Value.UnsupportedSentences;

    public static string NameOf(UnsupportedSentences choice) => choice == UnsupportedSentences.LeaveOut ? LeaveOut : Mark;

    /// <summary>Null for anything but the two names.</summary>
    public static UnsupportedSentences? Read(string? name) => name switch
    {
        Mark => UnsupportedSentences.Mark,
        LeaveOut => UnsupportedSentences.LeaveOut,
        _ => null,
    };

    public void Remember(UnsupportedSentences choice) => http.HttpContext?.Response.Cookies.Append(Cookie, NameOf(choice), new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
        IsEssential = true,
    });
}
