import type { Context, Hono } from 'hono';
import type { TSchema } from 'typebox';
import type { Wire } from '../contract/shape.ts';
import { jsonLimit, jsonOf, refuseLarge } from './body.ts';
import { valid } from './valid.ts';

/** What a route answers with: a schema for JSON, or the type of what else it sends. */
export type Answer = TSchema | { readonly mediaType: string } | null;

/** One route with all that is said of it: the table of these is both the server and its description. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As Hono writes it, `:name` for a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly body?: TSchema | { readonly mediaType: string };
  readonly query?: TSchema;
  /** The answer when all goes well, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  readonly handle: (c: Context) => Promise<Response>;
}

interface Input<B, Q> {
  readonly body: B;
  readonly query: Q;
  /** A parameter of the path, decoded. */
  readonly param: (name: string) => string;
}

/** A route whose JSON body and query are checked against their schemas before it runs. */
export function route<B extends TSchema, Q extends TSchema>(definition: {
  method: Route['method'];
  path: string;
  summary: string;
  body?: B | { readonly mediaType: string };
  query?: Q;
  answers: Route['answers'];
  handle: (c: Context, input: Input<Wire<B>, Wire<Q>>) => Response | Promise<Response>;
}): Route {
  const { body, query, handle, ...rest } = definition;
  const schema = body !== undefined && !isMedia(body) ? body : undefined;
  return {
    ...rest,
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query }),
    handle: async (c) => {
      if (schema !== undefined) refuseLarge(c, jsonLimit);
      return handle(c, {
        query: valid(query ?? nothing, c.req.query()) as Wire<Q>,
        body: (schema === undefined ? undefined : valid(schema, await jsonOf(c))) as Wire<B>,
        param: (name) => c.req.param(name) ?? '',
      });
    },
  };
}

/** An address without a query. */
const nothing = { type: 'object', additionalProperties: false } as unknown as TSchema;

export function isMedia(what: Exclude<Answer, null>): what is { readonly mediaType: string } {
  return 'mediaType' in what;
}

export function register(app: Hono, routes: readonly Route[]): void {
  for (const { method, path, handle } of routes) app.on(method.toUpperCase(), path, handle);
}
