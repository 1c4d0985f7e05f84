using Assistant.Corpus;
using Assistant.Ingestion;
using Assistant.Web.Status;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Documents;

/// <summary>Files that readers add: kept in <c>uploads</c> in the data folder, which is read like the corpus folder.</summary>
public sealed class Uploads(IOptions<AssistantOptions> options, CorpusStore store, LibraryIngestion ingestion, Words words)
{
    public static string Folder(AssistantOptions options) => Path.GetFullPath(Path.Combine(options.DataPath, "uploads"));

    /// <summary>One result for each file, in their order; a file that fails leaves nothing behind and does not touch the others.</summary>
    public async Task<IReadOnlyList<FileResult>> AddAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Folder(options.Value)).FullName;
        var results = new List<FileResult>();
        foreach (var file in files)
        {
            var name = CorpusName(folder, file.FileName);
            if (name.Length == 0)
            {
                results.Add(new FileResult(file.FileName, FileOutcome.Failed, 0, 0, words.UploadWithoutName));
                continue;
            }
            results.Add(await AddAsync(folder, name, file, cancellationToken));
        }
        await ingestion.BringIndexUpToDateAsync(cancellationToken);
        return results;
    }

    /// <summary>False when there is no such document. An uploaded file goes with its last document; a file of the corpus folder is never touched.</summary>
    public async Task<bool> RemoveDocumentAsync(string id, CancellationToken cancellationToken)
    {
        var path = store.FindDocument(id)?.SourcePath;
        if (path is null || !store.RemoveDocument(id)) return false;
        var uploaded = Path.Combine(Folder(options.Value), path);
        if (File.Exists(uploaded) && !store.Documents().Any(document => document.SourcePath.Equals(path, StringComparison.Ordinal)))
        {
            File.Delete(uploaded);
            store.RemoveSourceFile(path);
        }
        await ingestion.BringIndexUpToDateAsync(cancellationToken);
        return true;
    }

    private async Task<FileResult> AddAsync(string folder, string name, IFormFile file, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, name);
        // Not in the folder that is watched: half a file must not be read.
        var aside = Directory.CreateDirectory(Path.Combine(options.Value.DataPath, "incoming")).FullName;
        var incoming = Path.Combine(aside, $"{Guid.NewGuid():N}.new");
        var kept = Path.ChangeExtension(incoming, ".old");
        try
        {
            await using (var stream = File.Create(incoming)) await file.CopyToAsync(stream, cancellationToken);
            if (File.Exists(target)) File.Move(target, kept, overwrite: true);
            File.Move(incoming, target);
            var report = await ingestion.ReadFileAsync(target, cancellationToken);
            var result = report.Files.Count > 0 ? report.Files[0] : new FileResult(name, FileOutcome.Failed, 0, 0, words.UploadUnreadable);
            if (result.Outcome == FileOutcome.Failed)
            {
                File.Delete(target);
                if (File.Exists(kept)) File.Move(kept, target);
            }
            return result;
        }
        finally
        {
            File.Delete(incoming);
            File.Delete(kept);
        }
    }

    /// <summary>The bare file name, made different from that of a file read from elsewhere; empty for a name that is none.</summary>
    private string CorpusName(string folder, string sent)
    {
        var name = string.Concat(Path.GetFileName(sent.Replace('\\', '/')).Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim().TrimStart('.');
        if (name.Length is 0 or > 180) return "";
        var held = store.FileHashes();
        var free = name;
        for (var n = 2; held.ContainsKey(free) && !File.Exists(Path.Combine(folder, free)); n++)
            free = $"{Path.GetFileNameWithoutExtension(name)} ({n}){Path.GetExtension(name)}";
        return free;
    }
}
