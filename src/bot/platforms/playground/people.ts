import type { Invocation } from '../../app.ts';

/** Who one can speak as. The names are fixed so that scripts can rely on them. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
}

export const speakers = [
  { id: 'admin', name: 'Robin', admin: true },
  { id: 'ada', name: 'Ada', admin: false },
  { id: 'ben', name: 'Ben', admin: false },
  { id: 'chloe', name: 'Chloe', admin: false },
  { id: 'dev', name: 'Dev', admin: false },
] as const satisfies readonly Speaker[];

/** The speaker with this id, or undefined: the id comes from outside. */
export function speakerById(id: string): Speaker | undefined {
  return speakers.find((s) => s.id === id);
}

/** The speaker in the terms in which every platform introduces a person. */
export function whoIs(speaker: Speaker): Invocation['who'] {
  return {
    place: { platform: 'playground', externalId: 'playground', name: 'Playground' },
    user: { externalId: speaker.id, name: speaker.name },
    platformAdmin: speaker.admin,
    roles: [],
    channel: 'playground:general',
  };
}
