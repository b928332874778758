using System.Globalization;
using System.Text;
using CsCheck;
using Dateline.Text;
using Dateline.Text.Annotators;
using Dateline.Text.Tokens;

namespace Dateline.Tests.Text.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("They don't pay.", "They do n't pay .")]
    [InlineData("Mali’s army can’t, won't.", "Mali ’s army ca n’t , wo n't .")]
    [InlineData("He cannot; we're gonna.", "He can not ; we 're gon na .")]
    [InlineData("It'd've rained", "It 'd 've rained")]
    [InlineData("the soldiers' families", "the soldiers ' families")]
    [InlineData("a well-known non-aligned co-founder", "a well - known non-aligned co-founder")]
    [InlineData("€110 million ($119 million)", "€ 110 million ( $ 119 million )")]
    [InlineData("$1bn, 160,000 or 1.5m at 7pm", "$ 1 bn , 160,000 or 1.5 m at 7 pm")]
    [InlineData("7.62x39mm rounds in the 1990s", "7.62 x 39 mm rounds in the 1990s")]
    [InlineData("on 9/11 at 5:00, the 4th", "on 9/11 at 5:00 , the 4th")]
    [InlineData("2025-11-19 or 1998-99", "2025-11-19 or 1998 - 99")]
    [InlineData("write to a.b@example.org now", "write to a.b@example.org now")]
    [InlineData("(see https://example.org/a_(b)?q=1).", "( see https://example.org/a_(b)?q=1 ) .")]
    [InlineData("at example.com, they said.Then", "at example.com , they said . Then")]
    [InlineData("@desk wrote #Sahel #1", "@desk wrote #Sahel # 1")]
    [InlineData("the U.S. Army, Gen. Diallo and J. R. Keita", "the U.S. Army , Gen. Diallo and J. R. Keita")]
    [InlineData("No. 3 said no.", "No. 3 said no .")]
    [InlineData("Wait... what?! -- yes", "Wait ... what ?! -- yes")]
    [InlineData("“Go,” she said.", "“ Go , ” she said .")]
    [InlineData("AT&T and and/or R&D", "AT&T and and / or R&D")]
    [InlineData("• Bread 👩‍🚀🏽 🇲🇱🇳🇪", "• Bread 👩‍🚀🏽 🇲🇱 🇳🇪")]
    [InlineData("الجيش في Ελλάδα и Москва", "الجيش في Ελλάδα и Москва")]
    [InlineData("Jama’at Nasr", "Jama’at Nasr")]
    [InlineData("no\u00A0break\u200Bhere\u2009now", "no break here now")]
    public void English_is_cut_as_the_treebank_cuts_it(string text, string words) => Assert.Equal(words, Words(text, "en"));

    [Theory]
    [InlineData("L'armée n'a pas dit qu'elle part.", "L' armée n' a pas dit qu' elle part .")]
    [InlineData("le chef du parti, aux abois", "le chef de le parti , à les abois")]
    [InlineData("Le prix des céréales", "Le prix de les céréales")]
    [InlineData("avec des armes", "avec des armes")]
    [InlineData("a-t-il dit, est-ce vrai ?", "a -t-il dit , est -ce vrai ?")]
    [InlineData("aujourd’hui peut-être celui-ci", "aujourd’hui peut-être celui-ci")]
    [InlineData("10 000 hommes à 14h30", "10 000 hommes à 14 h 30")]
    [InlineData("M. Traoré à N'Djamena", "M. Traoré à N'Djamena")]
    public void French_is_cut_as_the_treebanks_cut_it(string text, string words) => Assert.Equal(words, Words(text, "fr"));

    [Fact]
    public void The_parts_of_a_contraction_point_at_their_own_letters()
    {
        var document = Read("don't", "en");
        Assert.Equal([new TextSpan(0, 2), new TextSpan(2, 3)], document.Tokens.Spans.ToArray());
        Assert.Equal([new MultiwordToken(0, 2, new TextSpan(0, 5))], document.Tokens.MultiwordTokens.ToArray());
    }

    [Fact]
    public void The_parts_of_a_French_contraction_share_its_span()
    {
        var document = Read("Du pain", "fr");
        Assert.Equal([new TextSpan(0, 2), new TextSpan(0, 2), new TextSpan(3, 4)], document.Tokens.Spans.ToArray());
        Assert.Equal(["De", "le"], [document.Tokens.FormOf(0), document.Tokens.FormOf(1)]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Every_character_that_is_no_space_is_covered_once_and_in_order(string language) =>
        TextGen.Any.Sample(text => AssertCovers(text, Read(text, language)), iter: 20_000);

    [Fact]
    public void A_long_line_without_spaces_is_cut_and_takes_linear_time()
    {
        foreach (var unit in new[] { "a", "a-", "a.", "a'", "1,", "@", "a@", "((", "http://", "😀", "\u0301", "-1", "s' " })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length));
            var document = Read(text, "en");
            AssertCovers(text, document);
            foreach (var span in document.Tokens.Spans) Assert.InRange(span.Length, 1, 1024);
        }
    }

    [Fact]
    public void A_text_costs_what_its_result_costs()
    {
        var text = string.Concat(Enumerable.Repeat("The army of Mali seized the mine, the ministry said on Monday. ", 200));
        var annotator = new TokenAnnotator();
        for (var i = 0; i < 3; i++) annotator.Annotate(new Document(text));
        var document = new Document(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        annotator.Annotate(document);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // Each word has a row in every column of the sequence: 8 span + 1 space + 1 part of speech + 8·3 strings + 4·3 numbers + 1 relation.
        Assert.InRange(bytes, 0, (document.Tokens.Count * 48L) + (document.Tokens.Sentences.Length * 16L * 4) + 4096);
    }

    [Fact]
    public void No_word_crosses_the_border_of_a_passage()
    {
        var document = new Document("headlinebody", null, "en") { Passages = [new Passage(new TextSpan(0, 8), PassageKind.Headline), new Passage(new TextSpan(8, 4), PassageKind.Furniture)] };
        new TokenAnnotator().Annotate(document);
        Assert.Equal(["headline", "body"], [document.Tokens.FormOf(0), document.Tokens.FormOf(1)]);
        Assert.Equal(2, document.Tokens.Sentences.Length);
    }

    // The clear twin of the scanner's memory of where the next @ stands: a scanner that has seen nothing before finds the same end.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_scanner_that_remembers_nothing_finds_the_same_words(bool french) =>
        TextGen.Any.Sample(
            text =>
            {
                var scanner = new TokenScanner(text, french);
                for (var at = 0; at < text.Length;)
                {
                    if (CharClasses.IsSpace(text[at]))
                    {
                        at++;
                        continue;
                    }

                    var end = scanner.EndOf(at);
                    Assert.Equal(new TokenScanner(text, french).EndOf(at), end);
                    at = end;
                }
            },
            iter: 20_000);

    // The clear twin of the table: the class of a rune, asked of Unicode itself.
    [Fact]
    public void The_table_of_classes_says_what_Unicode_says()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.TryCreate(value, out var rune)) continue;
            var expected = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || value is 0x200B or 0xFEFF ? CharClass.Space
                : Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber ? CharClass.Letter
                : Rune.IsDigit(rune) ? CharClass.Digit
                : Rune.IsNumber(rune) ? CharClass.Fraction
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? CharClass.Mark
                : CharClass.Other;
            var text = rune.ToString();
            Assert.Equal((value, expected, text.Length), (value, CharClasses.At(text, 0, out var units), units));
        }
    }

    private static void AssertCovers(string text, Document document)
    {
        var at = 0;
        var tokens = document.Tokens;
        var multiword = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var span = tokens.SpanOf(i);
            if (multiword < tokens.MultiwordTokens.Length && tokens.MultiwordTokens[multiword].First == i)
            {
                var whole = tokens.MultiwordTokens[multiword++];
                Assert.Equal(whole.Span.Start, span.Start);
                Assert.Equal(whole.Span.End, tokens.SpanOf(i + whole.Count - 1).End);
                i += whole.Count - 1;
                span = whole.Span;
            }

            Assert.True(span.Length > 0);
            for (; at < span.Start; at++) Assert.True(CharClasses.IsSpace(text[at]), $"character {at} is covered by no word");
            Assert.Equal(at, span.Start);
            at = span.End;
            Assert.False(at < text.Length && at > 0 && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));
        }

        for (; at < text.Length; at++) Assert.True(CharClasses.IsSpace(text[at]));
        var row = 0;
        foreach (var sentence in tokens.Sentences)
        {
            Assert.Equal(row, sentence.First);
            Assert.True(sentence.Count > 0);
            row = sentence.End;
        }

        Assert.Equal(tokens.Count, row);
    }

    private static Document Read(string text, string language)
    {
        var document = new Document(text, null, language);
        new TokenAnnotator().Annotate(document);
        return document;
    }

    private static string Words(string text, string language)
    {
        var tokens = Read(text, language).Tokens;
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(tokens.FormOf));
    }
}
