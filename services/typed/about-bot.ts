import { field, has } from './fields/weigh.ts'
import { typedText } from './grammar/clauses.ts'

const MACHINE = field(String.raw`
  bot(?![\p{L}]) · chatbot · robot · leermoment(?:en)?(?![\p{L}]) · chatgpt · gpt · copilot · ai(?![\p{L}]) · a\.i ·
  kunstmatig · algoritm · taalmodel · computer(?![\p{L}]) · programma(?![\p{L}]) · geprogrammeerd · techniek ·
  app(?![\p{L}]) · echt(?:e)? (?:persoon|mens) · een mens · de mens · mens (?:spreken|achter|of) · gozer · human ·
  real person · machine
`)
const READERS = field(String.raw`
  leidinggevende · teamleid · manager · chef · baas · directie · hr(?![\p{L}]) · p&o · personeelszaken ·
  ondernemingsraad · de or(?![\p{L}]) · ict · beheer · wethouder · bestuur · collega · anderen · iemand · wie ·
  who · boss · burgers · gemeente · intranet · microsoft · woo(?![\p{L}]) · werkgever
`)
const SEES = field(String.raw`
  meeluister · meegelezen · stiekem · rapporteer · terugkoppel · doorgeef · doorvertel · doorspeel · doorbrief ·
  verklap · zeg je · vertel je · laat je zien · getoond · toont · terug te vinden · terechtkom · overzicht ·
  te weten · delen(?![\p{L}]) · reads · shown · shared with · reported · look at · find out ·
  ziet(?![\p{L}]) · lees · leest · lezen · meelez · meelees · leest mee · kijkt? (?:er )?mee · meekijk ·
  zie(?:t|n)?(?![\p{L}]) · gezien · inzage · inzien · krijgt · volgt · controleer · beoordeling · beoordelen ·
  gebruikt · doorgegeven · doorgestuurd · gedeeld · openbaar · publiceer · gepubliceerd · terecht · opvraag ·
  opvragen · see · sees · read · access
`)
const PRIVATE = field(String.raw`
  herkenbaar · herkennen dat ik · openbaar · geanonimiseer · pseudoniem · op naam · zonder naam · mijn naam ·
  naam bij · geheimhouding · beveilig · gehackt · lek(?:ken)? · versleutel · encrypt · dataset · database · cloud ·
  servers? · bewaren jullie · bewaar je · hoelang · logboek · gelogd · log(?:ged)? · traceable · identif ·
  rapport(?:age)? over mij · dossier over mij · personeelsdossier · profiel van mij · statistiek · wissen ·
  spoorloos · weghalen · terugtrekken · intrekken · corrigeren · ongedaan · undo · erase · leak · track ·
  my data · mijn data · mijn gegevens · told you · ingevuld · anoniem · anonim · anonymous · privacy · avg · gdpr ·
  vertrouwelijk · confidential · geheim · veilig(?![\p{L}]) · tussen ons · bewaard · opgeslagen · bewaartermijn ·
  hoe lang · gewist · wissen · wis(?= ) · verwijder · delete · aanpassen · terug ?lez · terugvind · herleid ·
  traceer · met (?:mijn )?naam · naam erbij · verzameld · taalmodel te trainen · privacyverklaring · stored ·
  collect
`)
const WHAT = field(`
  wie ben · wat ben · hoe heet · who are · what are · wie heeft · wat bedoel · wat kun · wat kan
`)

/** What about the bot is asked: what it is, whether it is confidential, who reads along, or how it goes. */
export type BotTopic = 'what' | 'confidential' | 'readers' | 'running'

export function topicOf(text: string): BotTopic {
  const { plain } = typedText(text)
  if (has(PRIVATE, plain)) return 'confidential'
  if (has(READERS, plain) && has(SEES, plain)) return 'readers'
  return has(MACHINE, plain) || has(WHAT, plain) ? 'what' : 'running'
}
