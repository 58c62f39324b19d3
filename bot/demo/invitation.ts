/** What the demo says once it runs. `test/demo/script.test.ts` types every line of it. */
export const invitation = (port: number, playgroundPort: string) => `
Leermoment draait in Gemeente Voorbeeldstad. Jij bent Sanne Bakker, nieuw bij Team Klantcontact.
Leermoment is running in an example municipality. You are Sanne Bakker, new in Team Klantcontact.

  Chat       http://127.0.0.1:${playgroundPort}/
  Dienst     http://127.0.0.1:${port}/readyz
  Tabblad    http://127.0.0.1:${port}/tab/

Probeer · try
  demo vraag                                  de vraag van deze week · this week's question
  wie weet iets van parkeervergunningen?      wat al bekend is, en wie het weet · what is known, and who knows
    druk op Karin de Wit                      zo leest zij je vraag · how she will read your question
    druk op "Verstuur"                        met of zonder waarvoor · say what for, or do not
  demo als Karin de Wit                       wees die collega, en druk op "Ik help" · be that colleague
  demo terug                                  weer jezelf · yourself again
  demo dag · demo week                        laat de tijd gaan · move time on
  demo puls                                   sluit de periode en stuurt de leerpuls · sends the learning pulse
  demo als Marieke Jansen, dan geef antwoord  antwoord als leidinggevende · answer as the manager
  engels                                      speak English
  help                                        wat er kan · what can be done

Wie je kunt zijn, met "demo als NAAM" · whom you can be
  Karin de Wit      collega die veel weet · colleague who knows
  Marieke Jansen    leidinggevende · manager
  Kim Nguyen        HR
  Jeroen Maas       beheerder · administrator
  Ravi Ramdin       ondernemingsraad · works council

Opnieuw beginnen · begin anew: npm run demo -- --fresh

Ctrl-C stopt alles en bewaart alles. · Ctrl-C stops everything and keeps everything.`

/** What a second process says, that has no chat of its own. */
export const beside = (port: number) => `
Leermoment draait op poort ${port}, naast wie dezelfde opslag gebruikt. Ctrl-C stopt het.
Leermoment is running on port ${port}, beside others who use the same store. Ctrl-C stops it.`
