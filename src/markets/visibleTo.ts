import type { Actor } from './core/types.ts';

/** Prisma's filter for the questions that this actor may know of: their community's, public or of the channel they are in. */
export const visibleTo = ({ communityId, channel }: Pick<Actor, 'communityId' | 'channel'>) => ({
  communityId,
  OR: channel === null ? [{ channel: null }] : [{ channel: null }, { channel }],
});
