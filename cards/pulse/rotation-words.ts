import { inLanguages } from '../kit/languages.ts'

/** Which list a pulse tells, and when the next one comes. */
export const rotationWords = inLanguages(
  {
    theirs: { needs: 'wat hen zou helpen', how: 'hoe zij leerden', topics: 'waarover zij leerden' },
    yours: { needs: 'wat jullie zou helpen', how: 'hoe jullie leerden', topics: 'waarover jullie leerden' },
    people: { needs: 'wat mensen zou helpen', how: 'hoe mensen leerden', topics: 'waarover mensen leerden' },
    since: (day: string) => `Dit kozen mensen het laatst, sinds ${day}. Een lot liet een deel weg.`,
    next: (day: string, list: string) => `De volgende lijst komt op ${day}: ${list}.`,
    now: (list: string) => `De laatste leerpuls ging over ${list}.`,
    untold: 'Deze weken vertelt de leerpuls geen lijst',
    untoldText: 'Dat is zo voor alle teams. Elke lijst komt twee keer per half jaar.',
  },
  {
    theirs: { needs: 'what would help them', how: 'how they learned', topics: 'what they learned about' },
    yours: { needs: 'what would help you', how: 'how you learned', topics: 'what you learned about' },
    people: { needs: 'what would help people', how: 'how people learned', topics: 'what people learned about' },
    since: (day) => `This is what people chose last, since ${day}. A lot left some out.`,
    next: (day, list) => `The next list comes on ${day}: ${list}.`,
    now: (list) => `The last learning pulse was about ${list}.`,
    untold: 'For these weeks the learning pulse tells no list',
    untoldText: 'This is so for all teams. Each list comes twice in a half year.',
  },
)
