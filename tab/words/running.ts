import { inLanguages } from './languages.ts'

/** The page with what waits for somebody, and what they wait for. */
export const runningWords = inLanguages(
  {
    title: 'Wat loopt er',
    under: 'Alles wat nu speelt, op één plek.',
    yours: 'Nu aan jou',
    yoursNone: 'Er wacht nu niets op jou.',
    others: 'Je wacht op',
    othersNone: 'Je wacht nergens op.',
    open: 'Openen',
    openNamed: (what: string) => `Openen: ${what}`,
    question: {
      second: 'Er is al een ander antwoord. Wat je hier typte is niet weg. Kies in de chat welke tekst je houdt.',
      notSaved: 'Het bewaren lukte niet. Dat ligt aan ons. Je tekst staat hier nog.',
    },
    always: 'Dit kan altijd',
    write: 'Schrijf op wat je leerde',
    writeText: 'Een paar zinnen zijn genoeg. Alleen jij leest ze, tot je deelt.',
    look: 'Zoek wat collega’s weten',
    lookText: 'In de kennisbank staat wat zij deelden.',
    ask: 'Stel een vraag in de chat',
    askText: 'Ik zoek een collega die het weet.',
    how: 'Zo werkt het',
    howText: [
      'Een naam staat hier pas als die collega ja zei.',
      'Wat klaar is, verdwijnt vanzelf.',
      'In de chat zie je hetzelfde. Typ daar ‘wat loopt er’.',
    ],
  },
  {
    title: 'What is running',
    under: 'All that goes on now, in one place.',
    yours: 'Your turn now',
    yoursNone: 'Nothing waits for you right now.',
    others: 'You are waiting for',
    othersNone: 'You wait for nothing.',
    open: 'Open',
    openNamed: (what: string) => `Open: ${what}`,
    question: {
      second:
        'There is another answer already. What you typed here is not gone. Choose in the chat which text you keep.',
      notSaved: 'Saving did not work. That is our fault. Your text is still here.',
    },
    always: 'You can always do this',
    write: 'Write down what you learned',
    writeText: 'A few sentences are enough. Only you read them, until you share.',
    look: 'Look up what colleagues know',
    lookText: 'The knowledge bank has what they shared.',
    ask: 'Ask a question in the chat',
    askText: 'I look for a colleague who knows.',
    how: 'How it works',
    howText: [
      'A name is here only after that colleague said yes.',
      'What is done disappears by itself.',
      'The chat shows the same. Type ‘what is running’ there.',
    ],
  },
)
