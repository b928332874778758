namespace Dateline.Text.Times;

/// <summary>Units that time expressions count in, from fine to coarse.</summary>
internal enum CalendarUnit : byte
{
    None, Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Half, Season, Year, Decade, Century, Millennium,
}
