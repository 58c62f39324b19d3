import { z } from 'zod'
import type { Route } from './audience.ts'

/** The API as OpenAPI 3.1 describes it, made of the very schemas that check what comes in and goes out. */
export const openApi = (routes: readonly Route[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Leermoment',
    version: '1',
    description: 'What the tab asks. Everything is about the person who asks.',
  },
  components: { securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  security: [{ entra: [] }],
  paths: Object.fromEntries(
    [...Map.groupBy(routes, ({ path }) => path)].map(([path, there]) => [
      path.replace(/:(\w+)/g, '{$1}'),
      Object.fromEntries(there.map((route) => [route.method, operation(route)])),
    ]),
  ),
})

function operation({ path, schemas: { named, sent, gives } }: Route) {
  const shapes = z.toJSONSchema(named, { io: 'input' }).properties ?? {}
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: shapes[name],
  }))
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(sent && { requestBody: { required: true, content: json(z.toJSONSchema(sent, { io: 'input' })) } }),
    responses: {
      200: { description: 'What was asked for', content: json(z.toJSONSchema(gives)) },
      default: { description: 'A problem, as RFC 9457 has it', content: { 'application/problem+json': {} } },
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })
