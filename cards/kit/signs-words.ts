import { inLanguages } from './languages.ts'

export const signsWords = inLanguages(
  {
    title: 'Kijk nog één keer',
    leftOut: (what: string) => `Dit liet ik weg: ${what}.`,
    lead: 'Hieraan kan iemand jou of een ander herkennen. Wijzigen is veiliger, maar het hoeft niet.',
    more: (count: number) => `En nog ${count}`,
    kinds: {
      bsn: 'Een BSN:',
      phone: 'Een telefoonnummer:',
      email: 'Een e-mailadres:',
      account: 'Een rekeningnummer:',
      birth: 'Een geboortedatum:',
      address: 'Een adres:',
      case: 'Een nummer van een zaak of persoon:',
      name: 'Een naam:',
      self: 'Iets over jezelf:',
      rare: 'Een woord dat weinig mensen gebruiken:',
    },
  },
  {
    title: 'Look once more',
    leftOut: (what: string) => `I left this out: ${what}.`,
    lead: 'This may show who you or someone else is. To change it is safer, but you need not.',
    more: (count) => `And ${count} more`,
    kinds: {
      bsn: 'A BSN:',
      phone: 'A phone number:',
      email: 'An e-mail address:',
      account: 'A bank account number:',
      birth: 'A date of birth:',
      address: 'An address:',
      case: 'A number of a case or a person:',
      name: 'A name:',
      self: 'Something about yourself:',
      rare: 'A word that few people use:',
    },
  },
)
