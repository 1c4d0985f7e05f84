using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Assistant.Ingestion.Readers;

/// <summary>Runs poppler's <c>pdftotext</c> within bounds of time and output, and says in a sentence what went wrong.</summary>
internal sealed class PdfToText
{
    /// <summary>Poppler reads about 300 pages of text a second on one core; 5,000 pages take 20 s.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>Bytes; ten times the text of 5,000 full pages.</summary>
    private const int LargestOutput = 128 << 20;

    /// <summary>Lines of complaints that are kept to find the cause in.</summary>
    private const int MostComplaints = 50;

    public string Program { get; init; } = "pdftotext";

    /// <summary>Whether the system would find it, looked for anew each time: it may be installed while we run.</summary>
    public bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? Program + ".exe" : Program)));

    /// <returns>The text, pages divided by form feeds; and whether poppler had to repair the file.</returns>
    /// <exception cref="UnreadableFileException">The file cannot be read, or poppler is not there.</exception>
    public (string Text, bool HasFaults) Read(string path, bool keepsLayout, CancellationToken cancellationToken) => TimeLimit.Run(
        Longest, TimeProvider.System, token => Run(path, keepsLayout, token),
        () => new UnreadableFileException(new(
            $"读这个 PDF 超过 {Longest.TotalSeconds:0} 秒，已停止。请把它拆开，或重新导出。",
            $"Reading this PDF took more than {Longest.TotalSeconds:0} seconds and was stopped; divide it, or export it anew.")),
        cancellationToken);

    private (string Text, bool HasFaults) Run(string path, bool keepsLayout, CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        using var process = Start(path, keepsLayout);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                if (line.Data is { Length: > 0 } words && complaints.Count < MostComplaints) complaints.Add(words);
            }
        };
        process.BeginErrorReadLine();
        using var killing = cancellationToken.Register(() => Kill(process));
        using var output = new MemoryStream();
        using var text = new LimitedStream(process.StandardOutput.BaseStream, LargestOutput, () => new UnreadableFileException(new(
            $"这个 PDF 的文字超过 {LargestOutput >> 20} MB。请把它拆开。", $"This PDF holds more than {LargestOutput >> 20} MB of text; divide it.")));
        try
        {
            text.CopyTo(output);
        }
        catch
        {
            Kill(process);
            throw;
        }
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        lock (complaints)
        {
            if (process.ExitCode != 0) throw new UnreadableFileException(Reason(process.ExitCode, complaints));
            return (Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length), complaints.Exists(line => line.StartsWith("Syntax Error", StringComparison.Ordinal)));
        }
    }

    private Process Start(string path, bool keepsLayout)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-enc", "UTF-8", "-eol", "unix", .. keepsLayout ? ["-layout"] : Array.Empty<string>(), path, "-"]) start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new UnreadableFileException(new(
                "读 PDF 要用 poppler 的 pdftotext，这台机器上没有。请安装软件包 poppler-utils（apt-get install poppler-utils）后重试。",
                "PDFs are read by poppler's pdftotext, which this machine does not have; install the package poppler-utils (apt-get install poppler-utils) and try again."),
                exception);
        }
    }

    private static Wording Reason(int exitCode, List<string> complaints)
    {
        if (exitCode == 3) return new("这个 PDF 的作者不许复制文字。请换一份没有限制的。", "The author of this PDF does not permit copying its text; use one without that restriction.");
        if (complaints.Exists(line => line.Contains("password", StringComparison.OrdinalIgnoreCase)))
            return new("这个 PDF 加了密，要密码才能打开。请换一份没有密码的。", "This PDF is encrypted and opens with a password only; use one without.");
        var causes = string.Join("; ", complaints.Take(2));
        return new($"这个 PDF 打不开，多半是损坏或不完整。({causes})", $"This PDF cannot be opened; it is probably damaged or incomplete. ({causes})");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }
}
