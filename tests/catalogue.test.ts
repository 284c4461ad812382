import { describe, expect, it } from 'vitest';
import { articles, entrySchema } from '../prisma/catalogue/entry.ts';
import { catalogue, fullCriteria, origin } from '../prisma/catalogue.ts';

const written = Date.parse('2026-11-22T00:00:00Z');

/** The predictions of the five articles that must each have a question, in our words. */
const predictions = {
  gap: [
    'the gap outlasts the language-model paradigm',
    'copying the leaders fails',
    'consolidation by the end of 2026',
    'specialisation by the end of 2026',
    'open models stay short of the best in every respect',
    'open source as the good-enough layer',
    'open models press the prices of closed ones',
    "open models cap the leaders' revenue",
    'new players seize world models',
    'where the next leaders come from',
    'one legacy giant wins by other means',
    'Apple is the legacy giant that wins',
  ],
  frontier: [
    'self-improvement comes from Google, OpenAI or Anthropic',
    'Tesla shows a humanoid in April',
    'policy turns to the frontier developers',
    'the next scientific feats come from the same labs',
    'the frontier gap widens',
  ],
  moats: ['open weights keep pace', 'hosted models lose their reason', 'the cheaper way pulls further away'],
  rock: [
    'the frontier gap widens',
    "training compute's growth slows",
    'weaker competitors drop out',
    'Meta and xAI do not catch up',
    'coding tools cease to be the main revenue',
    'tokens through the API become the main revenue',
    'all other applications outgrow coding',
    'applications are built on OpenAI and Anthropic',
    'language models reach a plateau',
    'a monopoly or duopoly forms',
  ],
  data: [
    'breakthroughs are replicated in the open within months',
    'proprietary data becomes the advantage',
    'many developers share the front',
  ],
} satisfies Record<keyof typeof articles, string[]>;

describe('the catalogue', () => {
  it.each(Object.entries(predictions))(
    'has a question for each prediction of the article "%s"',
    (article, list) => {
      const asked = new Set(catalogue.filter((q) => q.article === article).map((q) => q.about));
      expect(list.filter((about) => !asked.has(about))).toEqual([]);
    },
  );

  it('holds 36 questions or more, of every kind, with linear and log scales', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(36);
    const count = (kind: string) => catalogue.filter((q) => q.kind === kind).length;
    expect(
      Math.min(count('binary'), count('choice'), count('numeric'), count('date')),
    ).toBeGreaterThanOrEqual(3);
    expect(new Set(catalogue.map((q) => q.scale))).toEqual(new Set([undefined, 'linear', 'log']));
  });

  it.each(catalogue.map((q) => [q.title, q] as const))('%s', (_title, q) => {
    expect(q.opensAt.getTime()).toBeGreaterThanOrEqual(written);
    expect(q.closesAt.getTime()).toBeGreaterThan(written);
    expect(q.title.endsWith('?')).toBe(true);
    expect(`${q.title} ${q.criteria}`).not.toMatch(/\b(soon|significant(ly)?|substantial(ly)?|major|etc)\b/i);
    if (q.kind === 'binary') expect(q.criteria).toMatch(/\bYES if\b[\s\S]*\bNO\b/);
    // The day by which it must happen is in the question, not only in its dates.
    expect(`${q.title} ${q.criteria}`).toMatch(
      /\b20(26|27|28|29|30)\b|when the question closes|at the close/,
    );
    const edges = q.edges ?? q.days?.map((day) => Date.parse(day)) ?? [];
    expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
    if (q.scale === 'log') expect(edges[0]).toBeGreaterThan(0);
    for (const edge of q.days ?? []) expect(Date.parse(edge)).toBeGreaterThan(q.opensAt.getTime());
    expect(new Set(q.outcomes ?? []).size).toBe((q.outcomes ?? []).length);
    expect(fullCriteria(q)).toContain('Fallback: ');
    expect(origin(q)).toContain(articles[q.article].title);
  });

  it('asks nothing twice', () => {
    expect(new Set(catalogue.map((q) => q.title)).size).toBe(catalogue.length);
  });

  it('refuses an entry that closes after it resolves, or lacks what its kind needs', () => {
    const first = catalogue.find((q) => q.kind === 'choice');
    if (!first) throw new Error('no choice');
    const written = JSON.parse(JSON.stringify(first));
    expect(entrySchema.safeParse(written).success).toBe(true);
    expect(entrySchema.safeParse({ ...written, closesAt: '2040-01-01T00:00:00Z' }).success).toBe(false);
    expect(entrySchema.safeParse({ ...written, outcomes: undefined }).success).toBe(false);
    expect(entrySchema.safeParse({ ...written, kind: 'numeric' }).success).toBe(false);
  });
});
