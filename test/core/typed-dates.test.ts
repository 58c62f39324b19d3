import assert from 'node:assert/strict'
import { dayTyped, timeTyped, weekdayNamed } from '../../services/core/typed-dates.ts'

/** A Wednesday. */
const NOW = new Date('2026-11-18T09:00Z')

function typed(text: string): string | undefined {
  const day = dayTyped(text, NOW)
  return day && `${day.year}-${day.month}-${day.day}`
}

describe('core: a day that somebody typed', () => {
  const days: [text: string, day: string][] = [
    ['1 december', '2026-12-1'],
    ['1 Dec', '2026-12-1'],
    ['1 dec. 2027', '2027-12-1'],
    ['3 march', '2027-3-3'],
    ['17 november', '2027-11-17'],
    ['18 november', '2026-11-18'],
    ['1-12', '2026-12-1'],
    ['1/12/2027', '2027-12-1'],
    ['2026-12-01', '2026-12-1'],
    ['morgen', '2026-11-19'],
    ['tomorrow', '2026-11-19'],
    ['volgende week', '2026-11-23'],
    ['next week', '2026-11-23'],
    ['maandag', '2026-11-23'],
    ['Thursday', '2026-11-19'],
    ['woensdag', '2026-11-25'],
    ['29 februari 2028', '2028-2-29'],
    ['gisteren', '2026-11-17'],
    ['today', '2026-11-18'],
    ['over 100 dagen', '2027-2-26'],
    ['over 2 weken', '2026-12-2'],
    ['volgende maand', '2026-12-1'],
    ['next Friday', '2026-11-27'],
    ['volgende week vrijdag', '2026-11-27'],
    ['vrijdag volgende week', '2026-11-27'],
    ['vrijdag 4 december', '2026-12-4'],
  ]
  for (const [text, day] of days) it(`"${text}" is ${day}`, () => assert.equal(typed(text), day))

  for (const text of [
    '',
    'ooit',
    '31 februari',
    '2026-13-01',
    '0-0',
    '12',
    '29-02-2027',
    '40 december',
    '1 blub',
    'dinsdag 4 december',
    'over 2 weersta',
    'volgende',
    'constructor',
  ]) {
    it(`"${text}" is no day`, () => assert.equal(typed(text), undefined))
  }

  it('knows today by the Amsterdam calendar, also when it is still yesterday in UTC', () => {
    assert.deepEqual(dayTyped('morgen', new Date('2026-11-18T23:30Z')), { year: 2026, month: 11, day: 20 })
  })

  it('knows the names of the weekdays in both languages', () => {
    assert.equal(weekdayNamed('Vrijdag'), 5)
    assert.equal(weekdayNamed('sunday'), 7)
    assert.equal(weekdayNamed('dag'), undefined)
  })
})

describe('core: a time that somebody typed', () => {
  const times: [text: string, time: string][] = [
    ['15:00', '15:00'],
    ['15.30', '15:30'],
    ['9u30', '09:30'],
    ['15 uur', '15:00'],
    ['9', '09:00'],
    ['0:05', '00:05'],
    ['3', '15:00'],
    ['3 uur', '15:00'],
    ['03:00', '03:00'],
    ['3pm', '15:00'],
    ['9:30 a.m.', '09:30'],
    ['12 am', '00:00'],
  ]
  for (const [text, time] of times) it(`"${text}" is ${time}`, () => assert.equal(timeTyped(text), time))

  for (const text of ['', '24:00', '12:60', '13 pm', 'straks', '15:0', '1500']) {
    it(`"${text}" is no time`, () => assert.equal(timeTyped(text), undefined))
  }
})
