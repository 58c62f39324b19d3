import { inLanguages } from '../kit/languages.ts'

export const careWords = inLanguages(
  {
    open: 'Meld dit',
    title: 'Kwetst dit iemand, of staat er een naam?',
    which: 'Welke woorden bedoel je?',
    why: 'Wat is er mee?',
    reasons: { hurts: 'Het kwetst iemand', names: 'Iemand is herkenbaar', other: 'Iets anders' },
    happens:
      'Ik verberg het meteen. Een kaart die al gestuurd is, blijft staan. Iemand anders dan HR beslist of het terugkomt.',
    hide: 'Meld en verberg',
    hidden: 'Verborgen voor wie het nog niet las',
    hiddenText: 'Iemand anders dan HR kijkt ernaar. Je hoort wat eruit komt. Niemand hoort dat jij het meldde.',
    hiddenForYou: 'Voor jou verborgen',
    hiddenForYouText:
      'Jij leest deze leerpuls als leidinggevende. Daarom verberg ik het alleen voor jou. Je team blijft het zien, tot iemand anders dan HR beslist. Je hoort wat eruit komt.',
    hiddenNobody: 'Je gemeente wees nog niemand aan die beslist. Tot dan blijft het verborgen.',
    before: 'Hier is al naar gekeken',
    beforeText: 'Iemand besliste dat dit mag blijven staan. Praat erover met je vertrouwenspersoon als het je raakt.',
    nothing: 'Er is niets om te melden',
    nothingText: 'Melden kan bij een citaat in de leerpuls en bij een bericht in de kennisbank.',
    kinds: { quote: 'Melding · citaat in een leerpuls', item: 'Melding · bericht in de kennisbank' },
    judge: 'Mag dit blijven staan?',
    said: 'Wat de melder zegt',
    judgeText:
      'Tot jij beslist, is het verborgen: voor iedereen, of alleen voor wie het meldde. Wie het schreef of meldde, zie je niet.',
    takenBack: 'Wie dit schreef, nam het al terug.',
    restore: 'Zet terug',
    remove: 'Haal weg',
    judged: { restored: 'Teruggezet. Iedereen kan het weer zien.', removed: 'Weggehaald. Niemand kan het nog lezen.' },
    yourWords: 'Dit zijn jouw eigen woorden',
    yourWordsText: 'Een ander beslist hierover. Niemand hoort dat ze van jou zijn.',
    none: 'Er wacht geen melding op jou',
    fates: {
      reporter: {
        hidden: 'Wat je meldde is verborgen',
        restored: 'Wat je meldde is teruggezet',
        removed: 'Wat je meldde is weggehaald',
      },
      author: {
        hidden: 'Je tekst is verborgen na een melding',
        restored: 'Je tekst is teruggezet',
        removed: 'Je tekst is weggehaald na een melding',
      },
    },
    fateText: {
      reporter: 'Iemand anders dan HR keek ernaar. Niemand hoorde dat jij het meldde.',
      author: 'Iemand anders dan HR beslist hierover. Ik zeg niet wie het meldde. Je moment blijft van jou.',
    },
    reminder: 'Er is nieuws over een melding. Typ: meldingen',
  },
  {
    open: 'Report this',
    title: 'Does this hurt or name somebody?',
    which: 'Which words do you mean?',
    why: 'What is it about them?',
    reasons: { hurts: 'They hurt somebody', names: 'Somebody can be recognised', other: 'Something else' },
    happens:
      'I hide it at once. A card that was sent already stays. Somebody other than HR decides whether it comes back.',
    hide: 'Report and hide',
    hidden: 'Hidden from people who did not read it yet',
    hiddenText: 'Somebody other than HR looks at it. You hear what comes of it. Nobody hears that you reported it.',
    hiddenForYou: 'Hidden from you',
    hiddenForYouText:
      'You read this pulse as a manager. So I hide it from you alone. Your team goes on seeing it, until somebody other than HR decides. You hear what comes of it.',
    hiddenNobody: 'Your municipality has not named who decides. Until then it stays hidden.',
    before: 'Somebody looked at this before',
    beforeText: 'They decided that it may stay. Talk to your confidential adviser if it hurts you.',
    nothing: 'There is nothing to report',
    nothingText: 'You may report quotes in the learning pulse, and messages in the knowledge bank.',
    kinds: { quote: 'Report · quote in a learning pulse', item: 'Report · message in the knowledge bank' },
    judge: 'May this stay?',
    said: 'What the report says',
    judgeText:
      'Until you decide it is hidden: from everybody, or only from who reported it. Who wrote or reported it is not shown.',
    takenBack: 'The person who wrote this took it back already.',
    restore: 'Put back',
    remove: 'Take away',
    judged: { restored: 'Put back. Everybody can see it again.', removed: 'Taken away. Nobody can read it any more.' },
    yourWords: 'These are your own words',
    yourWordsText: 'Somebody else decides. Nobody hears that they are yours.',
    none: 'No report waits for you',
    fates: {
      reporter: {
        hidden: 'What you reported is hidden',
        restored: 'What you reported was put back',
        removed: 'What you reported was taken away',
      },
      author: {
        hidden: 'Your text is hidden after a report',
        restored: 'Your text was put back',
        removed: 'Your text was taken away after a report',
      },
    },
    fateText: {
      reporter: 'Somebody other than HR looked at it. Nobody heard that you reported it.',
      author: 'Somebody other than HR decides on it. I do not say who reported it. Your moment stays yours.',
    },
    reminder: 'There is news about a report. Type: reports',
  },
)
