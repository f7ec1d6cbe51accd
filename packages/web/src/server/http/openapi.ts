import type { TSchema } from 'typebox';
import { failure } from '../contract/shape.ts';
import { type Answer, isMedia, type Route } from './route.ts';

/** The routes as an OpenAPI 3.1 document; the schemas in it are the very ones requests are checked with. */
export function openapi(routes: readonly Route[], version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/gu, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '案卷 Anjuan', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { schemas: { Failure: failure } },
  };
}

function operation(route: Route): unknown {
  const { body } = route;
  return {
    summary: route.summary,
    operationId: `${route.method}${route.path.replace(/^\/api/u, '').replace(/[/:.]+(\w)/gu, (_, letter) => letter.toUpperCase())}`,
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
    responses: {
      ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, response(answer)])),
      default: {
        description: '出错',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    },
  };
}

function response(answer: Answer): unknown {
  return answer === null ? { description: '完成' } : { description: '完成', content: content(answer) };
}

function content(what: Exclude<Answer, null>): unknown {
  if (!isMedia(what)) return { 'application/json': { schema: what } };
  return { [what.mediaType]: { schema: { type: 'string' } } };
}

function pathParameters(path: string): unknown[] {
  return [...path.matchAll(/:(\w+)/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: TSchema | undefined): unknown[] {
  const { properties = {}, required = [] } = (query ?? {}) as { properties?: object; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}
