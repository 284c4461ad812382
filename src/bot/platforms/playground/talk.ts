import { randomUUID } from 'node:crypto';
import type { App, Form, Responder } from '../../app.ts';
import type { FileValue, RawArgs } from '../../command.ts';
import { handle } from '../../handle.ts';
import { sayToInvocation } from '../../parse/say.ts';
import type { View } from '../../view.ts';
import { timeZoneOf } from '../../zone.ts';
import { type Speaker, whoIs } from './people.ts';
import type { Message, Room } from './room.ts';

/** A conversation: each call does one thing as one speaker and returns the messages that it caused for them. */
export interface Talk {
  say(speaker: Speaker, text: string, file: FileValue | null): Promise<readonly Message[]>;
  invoke(speaker: Speaker, command: string, args: RawArgs, wantsForm: boolean): Promise<readonly Message[]>;
  /** What stands beside the channel: the leaderboard and the question that was spoken of last. */
  side(speaker: Speaker): Promise<View[]>;
  timeZone(speaker: Speaker): Promise<string>;
}

/** Lets speakers talk in the room; every word that begins with a slash goes through the same `handle` as elsewhere. */
export function talkIn(app: App, room: Room): Talk {
  /** The question that each speaker last did something with, for the side panel. */
  const spokenOf = new Map<string, string>();

  const run = (speaker: Speaker, command: string, args: RawArgs, wantsForm: boolean, responder: Responder) =>
    handle(
      app,
      { key: `playground:${randomUUID()}`, command, args, who: whoIs(speaker), locale: null, wantsForm },
      responder,
    );

  const invoke = async (speaker: Speaker, command: string, args: RawArgs, wantsForm: boolean) => {
    const caused: Message[] = [];
    const question = args['question'];
    await run(speaker, command, args, wantsForm, {
      form: async (form: Form) => {
        caused.push(room.add({ kind: 'form', form }, speaker.id, app.clock()));
      },
      acknowledge: async () => {},
      show: async (view, visibility) => {
        if (typeof question === 'string') spokenOf.set(speaker.id, question);
        caused.push(
          room.add({ kind: 'view', view }, visibility === 'public' ? null : speaker.id, app.clock()),
        );
      },
    });
    return caused;
  };

  return {
    invoke,
    say: async (speaker, text, file) => {
      const line = text.trim();
      if (line === '' && file === null) return [];
      const said = line === '' ? '/article' : line;
      const shown = file ? `${said} [${file.name}]` : said;
      // Commands are seen by the speaker alone, as on other platforms; plain talk by everyone.
      const own = room.add(
        { kind: 'said', by: speaker.id, text: shown },
        said.startsWith('/') ? speaker.id : null,
        app.clock(),
      );
      if (!said.startsWith('/')) return [own];
      const { command, args } = sayToInvocation(said, app.commands);
      return invoke(speaker, command, file ? { ...args, file } : args, false);
    },
    side: async (speaker) => {
      const views: View[] = [];
      const quietly: Responder = {
        form: async () => {},
        acknowledge: async () => {},
        show: async (view) => {
          views.push(view);
        },
      };
      await run(speaker, 'leaderboard', {}, false, quietly);
      const last = spokenOf.get(speaker.id);
      if (last !== undefined) await run(speaker, 'question', { question: last }, false, quietly);
      return views;
    },
    timeZone: (speaker) => timeZoneOf(app, whoIs(speaker)),
  };
}
