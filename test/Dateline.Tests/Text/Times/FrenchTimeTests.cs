namespace Dateline.Tests.Text.Times;

public sealed class FrenchTimeTests
{
    // Un mercredi.
    private const string Day = "2025-11-19";

    [Theory]
    [InlineData("Le convoi a atteint Gao le 15 novembre.", "le 15 novembre = 2025-11-15")]
    [InlineData("Le convoi a atteint Gao le 1er mai 2024.", "le 1er mai 2024 = 2024-05-01")]
    [InlineData("Le convoi a atteint Gao le 03/05/2024.", "le 03/05/2024 = 2024-05-03")]
    [InlineData("Les mesures ont été levées en juillet 2022.", "juillet 2022 = 2022-07")]
    [InlineData("Les mesures ont été levées en juillet dernier.", "juillet dernier = 2025-07")]
    [InlineData("Le poste a été attaqué samedi.", "samedi = 2025-11-15")]
    [InlineData("Le poste a été attaqué mardi matin.", "mardi matin = 2025-11-18TMO")]
    [InlineData("Les ministres se réuniront samedi prochain.", "samedi prochain = 2025-11-22")]
    [InlineData("Le poste a été attaqué hier.", "hier = 2025-11-18")]
    [InlineData("Le poste a été attaqué avant-hier.", "avant-hier = 2025-11-17")]
    [InlineData("Le poste a été attaqué aujourd'hui.", "aujourd'hui = 2025-11-19")]
    [InlineData("Le poste a été attaqué la semaine dernière.", "la semaine dernière = 2025-11-10/2025-11-16")]
    [InlineData("Le poste a été attaqué le mois dernier.", "le mois dernier = 2025-10")]
    [InlineData("Le poste a été attaqué il y a trois jours.", "il y a trois jours = 2025-11-16")]
    [InlineData("Le siège a commencé il y a cinq ans.", "il y a cinq ans = 2020")]
    [InlineData("Ces dernières semaines deux postes ont été attaqués.", "Ces dernières semaines = 2025-10-22~/2025-11-19")]
    [InlineData("La route est fermée depuis deux semaines.", "deux semaines = P2W")]
    [InlineData("La route est fermée depuis une dizaine de jours.", "une dizaine de jours = P10D")]
    [InlineData("Les prix ont baissé au troisième trimestre 2024.", "troisième trimestre 2024 = 2024-35")]
    [InlineData("Les années 1990 furent pires.", "Les années 1990 = 199X")]
    [InlineData("Le pont date du XIXe siècle.", "XIXe siècle = 18XX")]
    [InlineData("Ils se sont vus à l'été 2023.", "l'été 2023 = 2023-22")]
    [InlineData("Le tir a eu lieu à 14h30.", "14h30 = 2025-11-19T14:30")]
    [InlineData("Ils prient chaque lundi.", "chaque lundi = XXXX-WXX-1")]
    public void Un_temps_est_trouve_et_compte_depuis_le_jour_de_la_nouvelle(string text, string expected) =>
        Assert.Equal(expected, TimeReadings.Line(text, Day, "fr"));

    [Theory]
    [InlineData("Le 15 novembre 2024, Léré est tombée. Le lendemain, un pont a sauté.", "Le 15 novembre 2024 = 2024-11-15; Le lendemain = 2024-11-16")]
    [InlineData("Le 15 novembre 2024, Léré est tombée. La veille, l'armée était partie.", "Le 15 novembre 2024 = 2024-11-15; La veille = 2024-11-14")]
    [InlineData("Le 15 novembre 2024, Léré est tombée. Le même jour, un pont a sauté.", "Le 15 novembre 2024 = 2024-11-15; Le même jour = 2024-11-15")]
    [InlineData("Le 15 novembre 2024, Léré est tombée. Deux jours plus tard, un pont a sauté.", "Le 15 novembre 2024 = 2024-11-15; Deux jours plus tard = 2024-11-17")]
    public void Ce_qui_precede_sert_de_depart(string text, string expected) => Assert.Equal(expected, TimeReadings.Line(text, Day, "fr"));

    [Theory]
    [InlineData("La route est fermée depuis juillet 2024.", "2024-07/..")]
    [InlineData("Ils ont parlé du 3 au 5 mai 2024.", "2024-05-03/2024-05-05")]
    [InlineData("Ils se sont battus entre 2012 et 2015.", "2012/2015")]
    public void Une_preposition_fait_une_duree_datee(string text, string stretch) =>
        Assert.All(TimeReadings.Of(text, Day, "fr").Times, t => Assert.Equal(stretch, t.Stretch));

    [Theory]
    [InlineData("Une femme de 34 ans, âgée de 34 ans, a été élue.")]
    [InlineData("La résolution 1973 a été votée par 1900 délégués.")]
    public void Ce_qui_ressemble_a_un_temps_est_laisse(string text) => Assert.Equal("", TimeReadings.Line(text, Day, "fr"));
}
