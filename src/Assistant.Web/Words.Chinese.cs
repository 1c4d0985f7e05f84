namespace Assistant.Web;

public sealed partial record Words
{
    public static Words Chinese { get; } = new()
    {
        HtmlLanguage = "zh-CN",

        Listening = "政策文件问答已启动：{0}（按 Ctrl+C 停止）",
        CorpusMissing = "文库目录不存在：{0}。请用 --corpus（或环境变量 Assistant__CorpusPath）指定一个已有的目录。",
        PortInUse = "端口已被占用，请停止占用它的程序，或用 --urls http://localhost:端口 换一个端口。",
        CouldNotStart = "无法启动：",

        RequestFailed = "请求未能完成",
        RequestTooLarge = "请求内容过大。",
        RequestMalformed = "请求格式不正确，请检查 JSON 或表单的字段。",
        ForeignWrite = "出于安全考虑，不接受来自其他网站的请求。",
        Fault = "程序出错，没有完成。已有数据不受影响，请重试；如反复出现，请查看运行日志。",
        QuestionEmpty = "问题是空的，请输入要问的内容。",
        QuestionTooLong = "问题太长（{0} 字），请缩短到 {1} 字以内。",
        TopOutOfRange = "top 须在 1 到 {0} 之间。",
        NoSuchDocument = "文库中没有这份文件，可能已被删除。",
        NoSuchAnswer = "没有这条回答，可能已随对话删除。",
        NoSuchConversation = "没有这个对话，可能已被删除。",
        NoSuchMemo = "没有这份备忘录。",
        UploadEmpty = "没有收到文件，请选择至少一个文件。",
        UploadWithoutName = "文件名无法使用，请改名后再上传。",
        UploadUnreadable = "文件无法读取。",
    };
}
