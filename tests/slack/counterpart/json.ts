export type Json = { [key: string]: unknown };

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path of keys; undefined where the path ends early. */
export const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof key === 'number' && Array.isArray(inner) ? inner[key] : isJson(inner) ? inner[key] : undefined,
    value,
  );

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every object inside a value, outermost first. */
export function* objects(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const inner of value) yield* objects(inner);
  else if (isJson(value)) {
    yield value;
    for (const inner of Object.values(value)) yield* objects(inner);
  }
}

/** What a person reads in blocks: every text, in order. */
export const wordsOf = (blocks: unknown): string =>
  [...objects(blocks)]
    .flatMap((object) =>
      [object.text, object.fallback, object.alt_text].filter((t): t is string => typeof t === 'string'),
    )
    .join('\n');
