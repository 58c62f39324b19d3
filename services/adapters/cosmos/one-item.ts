import { ConsistencyLevel } from '@azure/cosmos'
import type { CollectionSpec, Doc } from '../../core/ports.ts'
import type { Place } from '../../core/store/entries.ts'
import { idOf, type Row } from './document.ts'
import type { Persist } from './patience.ts'
import type { CollectionPorts } from './ports.ts'

/** Where one document lies in its container, and what lies there. */
export function oneItem<T extends Doc>({ name }: CollectionSpec<T>, { container }: Pick<CollectionPorts, 'container'>) {
  const itemAt = async (persist: Persist, place: Place) =>
    (await container(persist)).item(idOf(place), place.person ? [place.tenant, place.person] : place.tenant)

  return {
    itemAt,

    /** Also what has expired and still lies there. */
    async read(persist: Persist, place: Place, mayLag = false): Promise<Row | undefined> {
      const item = await itemAt(persist, place)
      return persist(`${name}: get`, async (abortSignal) => {
        const { resource, statusCode, substatus } = await item.read<Row>({
          abortSignal,
          ...(mayLag && { consistencyLevel: ConsistencyLevel.Session }),
        })
        if (statusCode === 404 && substatus) throw Object.assign(new Error('no container'), { code: 404, substatus })
        return resource
      })
    },
  }
}
