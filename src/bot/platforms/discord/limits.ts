/**
 * Everything that Discord refuses, in one table. Characters are UTF-16 code units, as Discord's own clients count them.
 * Source: discord.com/developers/docs (application commands, components reference, interactions), as of 2026.
 */
export const limits = {
  message: {
    /** Every component counts, nested ones too, the container included. */
    components: 40,
    /** Sum over all text displays of one message. */
    text: 4000,
    files: 10,
    nonce: 25,
    altText: 1024,
  },
  customId: 100,
  button: { label: 80, perRow: 5, url: 512 },
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  modal: { title: 45, components: 5, label: 45, description: 100, placeholder: 100, value: 4000 },
  command: {
    name: 32,
    description: 100,
    options: 25,
    choices: 25,
    choiceName: 100,
    choiceValue: 100,
    stringLength: 6000,
    /** Names, descriptions and values of one command together, the longest localisation of each counting. */
    total: 8000,
    perApplication: 100,
  },
  autocomplete: { choices: 25, name: 100, value: 100 },
  threadName: 100,
  /** Milliseconds. Answers to an interaction are refused once its token is this old. */
  tokenLife: 15 * 60_000,
} as const;
