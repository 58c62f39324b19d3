import type { Language } from '../../core/ports.ts'

/** Function words: they hold a sentence together and say nothing of its topic. Folded, as `fold` writes them. */
const dutch = `
  aan aangaande al alle alleen allen alles als alsook ander andere anderen anders bij binnen boven daar daardoor daarin
  daarmee daarna daarom daarop daaruit daarvan daarvoor dan dat de den der des deze die dient dit doch doen doet door dus
  echter een eens eigen elk elke en enige er eraan erbij erin erop eruit ervan ervoor etc evenals eventueel ge geen geweest
  geworden gij haar had hadden hare heb hebben heeft hem hen het hier hierbij hierdoor hiermee hiervan hij hun ieder iedere
  iedereen ik in indien is ja je jij jou jouw jullie kon konden maar me meer men met mij mijn mocht moest naar nadat nee nemen niet niets
  nog nogal nu of om omdat onder ons onze ook op opdat per reeds sinds slechts staat steeds te tegen ten tenzij ter terwijl tijdens
  toch toe toen tot tussen u uit uw vaak vanuit veel via voor voordat vooral waren was we wegens wel werd werden wezen wij
  wil wilde willen word worden wordt zal ze zeer zei zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zulke`

/** How a question is put in Dutch: to whom, with which verb, in which form. */
const dutchQuestion = `
  wie wat waar waarom waarbij waarin waarmee waarnaar waarop waarover waarvan waarvoor wanneer welk welke hoe hoeveel
  hoezo weet weten wist ken kent kennen kan kun kunt kunnen mag mogen moet moeten help helpen helpt iets iemand iemands
  ergens ervaring vraag graag hallo hoi goedemorgen goedemiddag collega collegas van over`

const english = `
  a about above after again against all also am an and any are as at be because been before being below between both but
  by cannot could did do does doing down during each few for from further had has have having he her here hers him his i
  if in into is it its itself just me more most my myself no nor not now of off on once only or other our ours out over
  own same she should so some such than that the their theirs them then there these they this those through to too under
  until up upon very was we were while will with would you your yours dont doesnt didnt isnt arent wasnt im ive`

const englishQuestion = `
  who whom whose what where when which why how know knows knew can may might must shall want wants help helps anyone
  anybody anything someone somebody something please hello hi hey colleague colleagues experience question`

const words = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').trim().split(/\s+/))

const stopWords: Record<Language, ReadonlySet<string>> = {
  nl: words(dutch, dutchQuestion),
  en: words(english, englishQuestion),
}

/** Whether a folded word says nothing of the topic: a function word, or part of how a question is put. */
export function isStopWord(folded: string, language: Language): boolean {
  return stopWords[language].has(folded)
}
