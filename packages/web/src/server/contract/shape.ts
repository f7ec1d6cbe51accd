import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/**
 * What a schema describes, as it comes over the wire: nothing that was received is changed in place. Each schema of this folder is the
 * only place its shape is written: types, validation and `/api/openapi.json` come from it.
 */
export type Wire<S extends TSchema> = DeepReadonly<Static<S>>;

type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? number extends T['length']
      ? readonly DeepReadonly<E>[]
      : { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
      : T;

/** An object that has these properties and no others: an unknown key is a mistake of the sender. */
export function strict<P extends TProperties>(properties: P, description?: string) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  });
}

export function orNull<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()]);
}

/** SHA-256, 64 hexadecimal digits. */
export const digest = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256' });

/** A moment, ISO 8601 in UTC. */
export const moment = Type.String({ format: 'date-time' });

export const day = Type.String({ format: 'date' });

export const failure = strict({
  error: strict({
    code: Type.String({ description: 'stable, for programs' }),
    message: Type.String({ description: 'Chinese, for people' }),
    field: Type.Optional(Type.String({ description: 'the field that is wrong' })),
  }),
});
