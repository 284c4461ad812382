import { describe, expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { sayToInvocation } from '../../src/bot/parse/say.ts';

/** Discord's limits on what is registered; Slack's are wider. */
describe.each(commands.map((c) => [c.name, c] as const))('/%s can be registered everywhere', (_, c) => {
  it('has a name of one or two short words and a line of at most 100 characters', () => {
    expect(c.name).toMatch(/^[a-z]{2,32}( [a-z]{2,32})?$/);
    expect(c.about.length).toBeGreaterThan(10);
    expect(c.about.length).toBeLessThanOrEqual(100);
  });

  it('has arguments within limits, required ones first', () => {
    const args = Object.entries(c.args);
    expect(args.length).toBeLessThanOrEqual(25);
    for (const [name, arg] of args) {
      expect(name).toMatch(/^[a-z][a-z-]{0,31}$/);
      expect(arg.about.length).toBeLessThanOrEqual(100);
      expect(arg.choices?.length ?? 0).toBeLessThanOrEqual(25);
      for (const choice of arg.choices ?? []) expect(choice.label.length).toBeLessThanOrEqual(100);
      expect(arg.placeholder?.length ?? 0).toBeLessThanOrEqual(100);
      expect(arg.label?.length ?? 0).toBeLessThanOrEqual(45);
    }
    const required = args.map(([, arg]) => arg.required);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  });

  it('has examples that are read as itself, with nothing left over or missing', () => {
    expect(c.examples.length).toBeGreaterThan(0);
    for (const example of c.examples) {
      const said = sayToInvocation(example, commands);
      expect(said.command).toBe(c.name);
      for (const [name, value] of Object.entries(said.args)) {
        expect(Object.keys(c.args), example).toContain(name);
        expect(c.args[name]?.schema.safeParse(value).success, `${example}: ${name}`).toBe(true);
      }
      for (const [name, arg] of Object.entries(c.args))
        if (arg.required) expect(said.args[name], example).toBeDefined();
    }
  });
});

it('no two commands share a name, and no command is also a group', () => {
  const names = commands.map((c) => c.name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names)
    expect(
      names.some((other) => other.startsWith(`${name} `)),
      name,
    ).toBe(false);
});
