import type { LineShown, ProblemShown } from '../../services/knowledge/schema/importing.ts'
import { inLanguages } from './languages.ts'

type Codes = Record<LineShown['remarks'][number]['code'], (about: string, place: string) => string>
type Problems = Record<ProblemShown['code'], (about: string, line: number | undefined) => string>

const where = (line: number | undefined, nl: boolean) => (line ? (nl ? `Regel ${line}: ` : `Line ${line}: `) : '')

/** Where HR or an administrator puts in the knowledge bank what was there already. */
export const knowledgeImportWords = inLanguages(
  {
    title: 'Vul de kennisbank',
    lead: 'Heb je al een lijst met vragen, of een werkinstructie? Zet die hier in de kennisbank. Je ziet eerst wat er gebeurt.',
    file: 'Kies een bestand',
    kinds: 'Een tabel (.csv), een pagina in Markdown (.md) of een Word-bestand (.docx).',
    keeper: 'Wie bewaart dit?',
    keeperHint: 'Leeg: dat ben jij. Een naam in het bestand gaat voor.',
    reading: 'Ik lees het bestand…',
    looked: (source: string) => `Dit gebeurt er met “${source}”`,
    counts: (added: number, changed: number, same: number, refused: number) =>
      `${added} nieuw, ${changed} veranderd, ${same} hetzelfde, ${refused} niet opgenomen.`,
    line: 'Regel',
    paragraph: 'Alinea',
    question: 'Vraag of kop',
    what: 'Wat gebeurt er?',
    states: { new: 'Nieuw', same: 'Staat er al', changed: 'Nieuw antwoord', refused: 'Niet opgenomen' },
    allow: 'Toch zo opnemen',
    allowOf: (line: number) => `Neem regel ${line} toch zo op`,
    put: 'Zet in de kennisbank',
    nothingToPut: 'Er is niets nieuws om op te nemen.',
    more: 'Hier staan de eerste 200 regels. De andere gaan ook mee.',
    done: (source: string) => `“${source}” staat in de kennisbank.`,
    last: (source: string, day: string) => `Laatst opgenomen: “${source}”, op ${day}.`,
    undo: 'Maak ongedaan',
    undoWhat:
      'Wat dit bestand bracht, gaat weer weg. Wat het veranderde, wordt weer zoals het was. Dat kan 30 dagen lang.',
    undoYes: 'Ja, maak ongedaan',
    undone: 'Ongedaan gemaakt.',
    unkept: (count: number) =>
      count === 1 ? 'Eén stuk heeft geen bewaarder meer.' : `${count} stukken hebben geen bewaarder meer.`,
    newKeeper: 'Wie bewaart ze voortaan?',
    handOver: 'Geef ze aan deze collega',
    handed: 'Ze hebben weer een bewaarder.',
    tooLarge: 'Dit bestand is groter dan 3 MB. Knip het in stukken, of vraag beheer om `knowledge import`.',
    failed: 'Dat lukte niet. Probeer het nog eens.',
    remarks: {
      'no-question': () => 'Er staat geen vraag. Schrijf er een bij.',
      'no-answer': () => 'Er staat geen antwoord. Schrijf er een bij.',
      'too-long': () => 'Dit is te lang: hooguit 4000 tekens. Knip het met koppen.',
      cut: () => 'Het bestand houdt hier op. Maak het opnieuw.',
      moved: () => 'Deze regel heeft te veel cellen. Zet een tekst met het scheidingsteken tussen aanhalingstekens.',
      differs: (about, place) => `${place} ${about} stelt dezelfde vraag met een ander antwoord. Houd er één over.`,
      'names-somebody': (about) => `Misschien staat hier een naam in: ${about}. Haal die weg, of neem het toch zo op.`,
      'no-keeper': () => 'Niemand bewaart dit. Vul een bewaarder in.',
      'taken-back': () => 'Dit is eerder uit de kennisbank gehaald. Het komt niet vanzelf terug.',
      'left-out': (about) => `Weggelaten: ${about}.`,
      'keeper-unknown': (about) => `“${about}” ken ik niet als collega.`,
      'keeper-several': (about) => `Meer collega’s heten “${about}”. Schrijf het mailadres.`,
      'no-date': (about) => `“${about}” is geen dag die al geweest is.`,
    } as Codes,
    problems: {
      'no-columns': (about, line) =>
        `${where(line, true)}ik zie geen kolom Vraag en geen kolom Antwoord. Noem de kolommen zo. Er staat: ${about}.`,
      'column-twice': (about, line) =>
        `${where(line, true)}de kolom “${about}” staat er twee keer. Geef er een een andere naam.`,
      'too-many': () => 'Er staan meer dan 20.000 vragen in. Knip het bestand in stukken.',
      nothing: () => 'Ik vond geen vraag met een antwoord, en geen kop met tekst eronder.',
      'keeper-unknown': (about) =>
        `“${about}” ken ik niet als collega. Schrijf de naam zoals in Teams, of het mailadres.`,
      'keeper-several': (about) => `Meer collega’s heten “${about}”. Schrijf het mailadres.`,
      unreadable: (_, line) =>
        `${where(line, true)}dit kan ik niet lezen. Sla een tabel in Excel op als “CSV UTF-8”. Sla een tekst op als .docx of .md.`,
    } as Problems,
  },
  {
    title: 'Fill the knowledge bank',
    lead: 'Do you have a list of questions already, or a work instruction? Put it in the knowledge bank here. You see first what happens.',
    file: 'Choose a file',
    kinds: 'A table (.csv), a page in Markdown (.md) or a Word file (.docx).',
    keeper: 'Who keeps this?',
    keeperHint: 'Empty: that is you. A name in the file comes first.',
    reading: 'I am reading the file…',
    looked: (source) => `This happens with “${source}”`,
    counts: (added, changed, same, refused) =>
      `${added} new, ${changed} changed, ${same} the same, ${refused} not taken.`,
    line: 'Line',
    paragraph: 'Paragraph',
    question: 'Question or heading',
    what: 'What happens?',
    states: { new: 'New', same: 'There already', changed: 'New answer', refused: 'Not taken' },
    allow: 'Take it as it is',
    allowOf: (line) => `Take line ${line} as it is`,
    put: 'Put in the knowledge bank',
    nothingToPut: 'There is nothing new to take.',
    more: 'These are the first 200 lines. The others come along too.',
    done: (source) => `“${source}” is in the knowledge bank.`,
    last: (source, day) => `Last taken: “${source}”, on ${day}.`,
    undo: 'Undo',
    undoWhat: 'What this file brought goes away. What it changed becomes as it was. You can do this for 30 days.',
    undoYes: 'Yes, undo it',
    undone: 'Undone.',
    unkept: (count) =>
      count === 1 ? 'One document has no keeper any more.' : `${count} documents have no keeper any more.`,
    newKeeper: 'Who keeps them from now on?',
    handOver: 'Give them to this colleague',
    handed: 'They have a keeper again.',
    tooLarge: 'This file is larger than 3 MB. Cut it into parts, or ask an administrator for `knowledge import`.',
    failed: 'That did not work. Try once more.',
    remarks: {
      'no-question': () => 'There is no question. Write one.',
      'no-answer': () => 'There is no answer. Write one.',
      'too-long': () => 'This is too long: 4000 characters at most. Cut it with headings.',
      cut: () => 'The file ends here. Make it again.',
      moved: () => 'This line has too many cells. Put a text with the separator between quotes.',
      differs: (about, place) => `${place} ${about} asks the same and answers otherwise. Keep one of the two.`,
      'names-somebody': (about) => `Perhaps there is a name in it: ${about}. Take it out, or take it as it is.`,
      'no-keeper': () => 'Nobody keeps this. Fill in a keeper.',
      'taken-back': () => 'This was taken out of the knowledge bank. It does not come back by itself.',
      'left-out': (about) => `Left out: ${about}.`,
      'keeper-unknown': (about) => `No colleague is called “${about}”.`,
      'keeper-several': (about) => `More colleagues are called “${about}”. Write the e-mail address.`,
      'no-date': (about) => `“${about}” is no day that has been.`,
    } as Codes,
    problems: {
      'no-columns': (about, line) =>
        `${where(line, false)}I see no column Question and no column Answer. Name the columns so. There is: ${about}.`,
      'column-twice': (about, line) => `${where(line, false)}the column “${about}” is there twice. Rename one.`,
      'too-many': () => 'There are more than 20,000 questions. Cut the file into parts.',
      nothing: () => 'I found no question with an answer, and no heading with text under it.',
      'keeper-unknown': (about) =>
        `No colleague is called “${about}”. Write the name as in Teams, or the e-mail address.`,
      'keeper-several': (about) => `More colleagues are called “${about}”. Write the e-mail address.`,
      unreadable: (_, line) =>
        `${where(line, false)}I cannot read this. Save a table in Excel as “CSV UTF-8”. Save a text as .docx or .md.`,
    } as Problems,
  },
)
