import { z } from 'zod';
import { rolesWith } from './access.ts';
import { ownHeader } from './origin.ts';
import { ProblemBody } from './problem.ts';
import type { Route } from './route.ts';

const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const schema = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  delete schema.$schema;
  return schema as { properties?: Record<string, unknown>; required?: string[] };
};

/** The OpenAPI 3.1 document, made from the same shapes that check the requests. */
export function openapi(routes: Route[], server: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method] = {
      summary: route.summary,
      tags: [route.may.split('.')[0]],
      'x-roles': rolesWith(route.may),
      parameters: [
        ...parameters(route.params, 'path'),
        ...parameters(route.query, 'query'),
        ...headers(route),
      ],
      ...(route.body === undefined
        ? {}
        : {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
            },
          }),
      responses: {
        200: { description: 'OK', content: contentOf(route) },
        default: {
          description: 'Problem (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tri Ân',
      version: '1',
      description: 'Hồ sơ liệt sĩ và phần mộ. Martyrs’ records and graves.',
    },
    servers: [{ url: `${server}/api/v1` }],
    paths,
    components: { schemas: { Problem: schemaOf(ProblemBody, 'output') } },
  };
}

function parameters(shape: z.ZodType | undefined, place: 'path' | 'query') {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

/** Headers of writes: one that only our pages and programs send, and the version that was seen. */
function headers(route: Route) {
  if (route.method === 'get') return [];
  return [ownHeader, ...(route.versioned ? ['If-Match'] : [])].map((name) => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string' },
  }));
}

function contentOf(route: Route) {
  if ('bytes' in route.reply)
    return { [route.reply.bytes]: { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: schemaOf(route.reply, 'output') } };
}
