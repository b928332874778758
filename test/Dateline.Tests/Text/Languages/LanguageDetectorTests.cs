using Dateline.Text.Languages;

namespace Dateline.Tests.Text.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("The army said it had retaken the town after a week of fighting.", "en")]
    [InlineData("Niger and Mali sign a treaty", "en")]
    [InlineData("L'armée affirme avoir repris la ville après une semaine de combats.", "fr")]
    [InlineData("Le Niger et le Mali signent un traité", "fr")]
    [InlineData("El ejército dijo que había recuperado la ciudad tras una semana de combates.", "und")]
    [InlineData("O exército disse que retomou a cidade após uma semana de combates.", "und")]
    [InlineData("L'esercito ha detto di aver ripreso la città dopo una settimana di combattimenti.", "und")]
    [InlineData("Die Armee hat die Stadt nach einer Woche wieder eingenommen.", "und")]
    [InlineData("Jeshi lilisema limeuteka tena mji huo baada ya wiki moja ya mapigano katika nchi.", "und")]
    [InlineData("Sojoji sun ce sun sake kwace garin bayan mako guda ana fada a cikin kasa.", "und")]
    [InlineData("Ordu bir hafta süren çatışmalardan sonra kenti geri aldığını ve bu açıklamayı yaptı.", "und")]
    [InlineData("Армия сообщила, что вернула город.", "und")]
    [InlineData("قال الجيش إنه استعاد المدينة", "und")]
    [InlineData("", "und")]
    [InlineData("12:30 — 45%", "und")]
    public void English_and_French_are_told_from_the_rest(string text, string code) => Assert.Equal(code, LanguageDetector.Detect(text).Code);

    [Fact]
    public void Confidence_grows_with_the_text()
    {
        var little = LanguageDetector.Detect("The army left.").Confidence;
        var more = LanguageDetector.Detect("The army left the town and they said that it was after the talks with the government of Mali.").Confidence;
        Assert.InRange(little, 0, more);
        Assert.InRange(more, little, 1);
    }
}
