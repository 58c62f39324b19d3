import type { DossierGiven } from './given.ts'
import { open } from './markdown.ts'

/** What protects the data in this installation: the same list in the record, the DPIA and the BIO2 paper. */
export const securityOf = ({ systems }: DossierGiven): string[] => [
  'elk bericht draagt een ondertekend bewijs van Teams, dat wordt gecontroleerd op uitgever, doel, sleutel, einde en tenant; elk bezoek aan het tabblad een van Entra',
  'elk gegeven ligt in een afgeschermd deel per gemeente en per persoon; elke zoekvraag noemt dat deel',
  'HR, leidinggevenden, beheerders en ondernemingsraad hebben geen scherm of opdracht die toont wat iemand voor zichzelf houdt',
  'logboeken bevatten codes en nummers, nooit tekst of namen',
  systems.keyOutside
    ? 'de sleutel van de hashes ligt buiten de opslag: wie alleen de opslag heeft, herleidt geen hash. Namen en teksten staan daar wel leesbaar: bescherm de opslag zoals een personeelsdossier'
    : `de sleutel van de hashes ligt nog in de opslag: ${open('verplaats hem met key move en noteer de datum')}`,
  IDENTITY[systems.identity],
  'niets van wat een medewerker of een vreemde stuurt, eindigt de dienst; dat is beproefd met honderdduizenden kwaadaardige berichten',
  'wat is bevestigd, blijft bewaard: beproefd door de dienst honderden keren midden in het werk af te breken',
  'een reservekopie brengt wie is verwijderd niet terug: een verzegelde lijst buiten de opslag zorgt daarvoor',
]

const IDENTITY = {
  managed: 'de dienst heeft een beheerde identiteit, en dus geen wachtwoord',
  secret: 'de dienst heeft een geheim van de appregistratie: bewaar het in een kluis en vernieuw het op tijd',
  none: 'deze papieren zijn gemaakt in een proefomgeving zonder identiteit: maak ze opnieuw met de instellingen van de echte dienst',
} as const
