using Assistant.Corpus;
using Assistant.Ingestion;
using Assistant.Web.Status;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Documents;

/// <summary>Files that readers add: kept in <c>uploads</c> in the data folder, which is read like the corpus folder.</summary>
public sealed class Uploads(IOptions<AssistantOptions> options, CorpusStore store, LibraryIngestion ingestion)
{
    public static string Folder(AssistantOptions options) => Path.GetFullPath(Path.Combine(options.DataPath, "uploads"));

    /// <summary>One result for each file, in their order; a file that fails leaves nothing behind and does not touch the others.</summary>
    public async Task<IReadOnlyList<FileResult>> AddAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Folder(options.Value)).FullName;
        var results = new List<FileResult>();
        foreach (var file in files)
        {
            var name = CleanName(file.FileName);
            results.Add(name.Length > 0
                ? await AddAsync(folder, name, file, cancellationToken)
                : FileResult.Failed(file.FileName, Words.InBoth(words => words.UploadWithoutName)));
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
        // Not in the folder that is watched: half a file must not be read.
        var incoming = Path.Combine(Directory.CreateDirectory(Path.Combine(options.Value.DataPath, "incoming")).FullName, $"{Guid.NewGuid():N}");
        try
        {
            await using (var stream = File.Create(incoming)) await file.CopyToAsync(stream, cancellationToken);
            return await ingestion.AdoptAsync(incoming, () => Path.Combine(folder, FreeName(folder, name)), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileResult.Failed(name, Words.InBoth(words => $"{words.UploadUnreadable} {exception.Message}"));
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>The bare file name, as far as file systems take it; empty for a name that is none.</summary>
    private static string CleanName(string sent)
    {
        var name = string.Concat(Path.GetFileName(sent.Replace('\\', '/')).Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim().TrimStart('.');
        return name.Length == 0 ? "" : FileNames.Fit(Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
    }

    /// <summary>Made different from that of a file read from elsewhere; an upload of the same name is replaced.</summary>
    private string FreeName(string folder, string name)
    {
        var held = store.FileHashes();
        var free = name;
        for (var n = 2; held.ContainsKey(free) && !File.Exists(Path.Combine(folder, free)); n++)
            free = FileNames.Fit(Path.GetFileNameWithoutExtension(name), $" ({n}){Path.GetExtension(name)}");
        return free;
    }
}
