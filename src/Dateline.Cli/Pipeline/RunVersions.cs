using System.Reflection;
using System.Security.Cryptography;
using Dateline.Storage;

namespace Dateline.Cli.Pipeline;

/// <summary>What the program reads with, down to the bytes: another model or lexicon makes another reading.</summary>
internal static class RunVersions
{
    /// <summary>The program with the models and lexicons in <paramref name="folder"/>.</summary>
    public static Run Of(string folder)
    {
        var components = new List<RunComponent>();
        Add("models", RunComponentKind.Model);
        Add("lexicons", RunComponentKind.Lexicon);
        return new Run(Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.0.0", components);

        void Add(string part, RunComponentKind kind)
        {
            var root = Path.Combine(folder, part);
            if (!Directory.Exists(root)) return;
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                using var file = File.OpenRead(path);
                components.Add(new RunComponent(kind, Path.GetRelativePath(root, path).Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(file))));
            }
        }
    }
}
