using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dateline.Web.Parts;

/// <summary>Words in a picture: SVG’s element text, which Razor keeps for itself.</summary>
public sealed class Caption : ComponentBase
{
    /// <summary>Where, as a length or a part of the picture's width.</summary>
    [Parameter, EditorRequired] public string X { get; set; } = "0";

    /// <summary>The base line.</summary>
    [Parameter, EditorRequired] public int Y { get; set; }

    /// <summary>start, middle or end: which part of the words stands at <see cref="X"/>.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    /// <summary>The words.</summary>
    [Parameter, EditorRequired] public string Words { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
