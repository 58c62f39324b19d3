import { inLanguages } from '../kit/languages.ts'

export const demoWords = inLanguages(
  {
    heading: (name: string) => `Voor ${name}`,
    refusedText: 'Is deze kaart voor een ander? Typ: demo als Karin',
    as: (name: string) => `Je bent nu ${name}`,
    asText: (team: string) => `${team}. Alles wat je typt of aanklikt, doe je als deze collega.`,
    nobody: 'Ik vind niemand met die naam',
    several: 'Ik ken meer mensen met die naam',
    names: (names: string) => `Bijvoorbeeld: ${names}.`,
    time: (day: string) => `Het is nu ${day}`,
    timeText: 'Wat intussen moest gebeuren, is gebeurd.',
    pulse: 'De leerpuls is er',
    noPulse: 'Deze periode is voorbij, zonder leerpuls',
    noPulseText: 'In deze weken antwoordde bijna niemand. Ook wie leiding geeft, leest dat er geen leerpuls is.',
    pulseText: 'Jouw team staat erin, als je dat wilde. Typ **demo als Marieke Jansen** en dan **leerpuls**.',
  },
  {
    heading: (name) => `For ${name}`,
    refusedText: 'Is this card for someone else? Type: demo als Karin',
    as: (name) => `You are now ${name}`,
    asText: (team) => `${team}. Everything you type and press, you do as this colleague.`,
    nobody: 'I do not know anyone with that name',
    several: 'I know more people with that name',
    names: (names) => `For example: ${names}.`,
    time: (day) => `It is now ${day}`,
    timeText: 'What had to happen in the meantime has happened.',
    pulse: 'The learning pulse is there',
    noPulse: 'This period is over, without a learning pulse',
    noPulseText: 'Hardly anybody answered in these weeks. Managers read too that there is no learning pulse.',
    pulseText: 'Your words are in it, if you wanted that. Type **demo als Marieke Jansen**, then **learning pulse**.',
  },
)
