/**
 * What Slack refuses to take, in characters and counts (docs.slack.dev/reference/block-kit and /reference/views). Every
 * length in this room comes from here; a renderer shortens to it and says so.
 */
export const limits = {
  blocks: { message: 50, modal: 100, home: 100 },
  blockId: 255,
  actionId: 255,
  header: 150,
  plainText: 3000,
  /** Slack names no limit for rich text; a section's is kept. */
  richText: 3000,
  /** All text of one surface together. Undocumented: `msg_blocks_too_long` appears somewhat above 13,000. */
  total: 12_000,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  options: 100,
  optionText: 75,
  optionAbout: 75,
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLabel: 2000,
  inputHint: 2000,
  inputLength: 3000,
  placeholder: 150,
  imageTitle: 2000,
  altText: 2000,
  viewTitle: 24,
  viewButton: 24,
  metadata: 3000,
  callbackId: 255,
  /** The text beside the blocks, for notifications and screen readers: a line or two of the 40,000 that Slack takes. */
  messageText: 600,
} as const;

export type Surface = keyof (typeof limits)['blocks'];

/** Messages a minute into one channel: about one a second, bursts are answered with 429. */
export const secondsBetweenMessages = 1;
/** A response_url takes 5 messages within 30 minutes; nothing here sends more than one answer by it. */
export const responseUrlMinutes = 30;
/** Slack waits 3 s for an acknowledgement; a submitted form is decided somewhat earlier. */
export const acknowledgeWithin = 2400;
