import type { Form } from '../../app.ts';
import type { View } from '../../view.ts';

/** What stands in the channel. `to`: seen by that speaker alone; null: by everyone. */
export type Message = {
  readonly id: number;
  readonly at: Date;
  readonly to: string | null;
  /** Counts what happens in the room: the number of its latest change. */
  readonly turn: number;
} & (
  | { readonly kind: 'said'; readonly by: string; readonly text: string }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'form'; readonly form: Form }
);

type Body =
  | { readonly kind: 'said'; readonly by: string; readonly text: string }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'form'; readonly form: Form };

type Listener = (message: Message, change: 'added' | 'changed') => void;

/** Messages kept for those who open the page later; older ones are forgotten. */
const kept = 200;

/** The playground's one channel: messages in the order they came, and who wants to hear of new ones. */
export class Room {
  private readonly messages: Message[] = [];
  private readonly listeners = new Set<Listener>();
  private nextId = 1;
  private turns = 0;

  /** What this speaker may see, oldest first. */
  seenBy(speaker: string): readonly Message[] {
    return this.messages.filter((m) => m.to === null || m.to === speaker);
  }

  /** The number of the latest addition or change. */
  get turn(): number {
    return this.turns;
  }

  /** What this speaker may see of what was added or changed after that turn, in the order in which it was. */
  seenSince(speaker: string, turn: number): readonly Message[] {
    return this.seenBy(speaker)
      .filter((m) => m.turn > turn)
      .sort((a, b) => a.turn - b.turn);
  }

  add(body: Body, to: string | null, at: Date): Message {
    const message: Message = { ...body, id: this.nextId++, turn: ++this.turns, to, at };
    this.messages.push(message);
    if (this.messages.length > kept) this.messages.shift();
    for (const listener of this.listeners) listener(message, 'added');
    return message;
  }

  /** Replaces the view of a message; false when the message is no longer kept. */
  change(id: number, view: View): boolean {
    const index = this.messages.findIndex((m) => m.id === id);
    const old = this.messages[index];
    if (old?.kind !== 'view') return false;
    const changed: Message = { ...old, view, turn: ++this.turns };
    this.messages[index] = changed;
    for (const listener of this.listeners) listener(changed, 'changed');
    return true;
  }

  /** Hears of every new or changed message until the returned function is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
