using Dateline.Chronology.Extraction.Happening;
using Dateline.Text.Lexicons;
using Dateline.Text.Models;
using Dateline.Text.Names;
using Dateline.Text.Places;

namespace Dateline.Learning;

/// <summary>The models that lie beside the program.</summary>
public static class ModelFiles
{
    /// <summary>The folder they are in.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Opens the model of a language; null when there is none.</summary>
    /// <param name="language">BCP 47 primary subtag.</param>
    /// <param name="folder">Where to look; <see cref="Folder"/> when null.</param>
    /// <exception cref="InvalidDataException">The file is no sound model.</exception>
    public static LanguageModel? Open(string language, string? folder = null)
    {
        var path = Path.Combine(folder ?? Folder, language + ".weights");
        return File.Exists(path) ? LanguageModel.Open(MappedFile.Open(path).Memory) : null;
    }

    /// <summary>Opens the name finder of a language; null when there is none.</summary>
    /// <param name="language">BCP 47 primary subtag.</param>
    /// <param name="lexicon">Who is who.</param>
    /// <param name="gazetteer">Which words are places.</param>
    /// <param name="folder">Where to look; <see cref="Folder"/> when null.</param>
    /// <exception cref="InvalidDataException">The file is no sound name finder.</exception>
    public static NameFinder? OpenNames(string language, ActorLexicon lexicon, Gazetteer gazetteer, string? folder = null)
    {
        var path = Path.Combine(folder ?? Folder, language + ".names");
        return File.Exists(path) ? NameFinder.Open(MappedFile.Open(path).Memory, lexicon, gazetteer) : null;
    }

    /// <summary>Opens the reading of what happened of a language; null when there is none.</summary>
    /// <param name="language">BCP 47 primary subtag.</param>
    /// <param name="folder">Where to look; <see cref="Folder"/> when null.</param>
    /// <exception cref="InvalidDataException">The file is no sound model.</exception>
    public static HappeningModel? OpenHappening(string language, string? folder = null)
    {
        var path = Path.Combine(folder ?? Folder, language + ".happening");
        return File.Exists(path) ? HappeningModel.Open(File.ReadAllBytes(path)) : null;
    }
}
