/** What towns are about, a word each. Of what is no word nothing is said, so these are real ones; none is made of another. */
export const SUBJECTS = `
  riool brug haven kermis circus museum theater tennis hockey kiosk terras festival monument subsidie paspoort
  huwelijk kerk moskee molen kasteel sluis dijk gracht kanaal vijver moeras heide duin akker kwekerij serre
  egel vleermuis mus duif rat wesp mier ooievaar schaap geit paard kip varken koe stier asbest lood ammoniak
  koper kwik chloor olie diesel benzine gas stroom turbine boiler radiator dakgoot kelder zolder balkon
  veranda schutting heg haag gevel kozijn lift trap hal garage carport trottoir berm rotonde viaduct tunnel
  tram metro bus trein taxi scooter step rolstoel rollator drone camera hek paal bank prullenbak lantaarn
  wegwijzer vlag fontein podium schommel zandbak sporthal kantine tribune zwembad sauna bioscoop discotheek
  café restaurant hotel camping
`
  .trim()
  .split(/\s+/)
