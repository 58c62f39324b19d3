import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { countingCard, languageCard } from '../../cards/settings/settings.ts'
import { dayTyped } from '../../services/core/typed-dates.ts'
import { LanguageInput, PauseInput, SettingsInput } from '../../services/settings/schema.ts'
import { type Feature, phrases, press } from '../turn.ts'
import { choosing, type SettingsNeeds } from './choosing.ts'
import { typedChoices } from './typed-choices.ts'

/** The settings of one person, to be seen and changed. */
export function settingsFeature(needs: SettingsNeeds) {
  const { service, clock } = needs
  const chosen = choosing(needs)
  const { show, saved, pause, stop, everyWeek, start, choose, chooseDay, languages } = chosen
  const typed = typedChoices(needs, chosen)

  const feature: Feature = {
    name: 'settings',

    // Here it is sure: what may be a wish to stop was asked about.
    kinds: { stop },

    said: phrases(
      on(commands.settings, show),
      on(commands.pause, chooseDay),
      on(commands.pauseUntil, (turn, rest) => typed.pause(turn, rest)),
      on(commands.pauseThrough, (turn, rest) => typed.pause(turn, rest, true)),
      on(commands.stop, stop),
      on(commands.start, start),
      on(commands.weekly, everyWeek),
      on(commands.limit, typed.limit),
      on(commands.questionAt, typed.questionAt),
      on(
        commands.countMe,
        choose({ counting: true }, (language) => countingCard(language, true)),
      ),
      on(
        commands.countMeNot,
        choose({ counting: false }, (language) => countingCard(language, false)),
      ),
      on(commands.language, languages),
      on(commands.dutch, choose({ language: 'nl' }, languageCard)),
      on(commands.english, choose({ language: 'en' }, languageCard)),
    ),

    pressed: {
      'settings.show': press(z.object({}), show),
      'settings.save': press(SettingsInput, async (turn, input) => {
        await service.save(turn.tenant, turn.person, input)
        return saved(turn)
      }),
      'settings.pause': press(z.object({}), chooseDay),
      'settings.pause-until': press(PauseInput, (turn, { until }) => pause(turn, dayTyped(until, clock.now()))),
      'settings.stop': press(z.object({}), stop),
      'settings.language': press(LanguageInput, (turn, input) => choose(input, languageCard)(turn)),
      'settings.weekly': press(z.object({}), everyWeek),
      'settings.start': press(z.object({}), start),
    },

    export: { settings: service.of },
    forget: (tenant, person) => service.forget(tenant, person),
  }
  return { feature, meanings: { stop, pause: chooseDay } }
}
