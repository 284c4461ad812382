/**
 * What Slack documents about blocks, elements and views (docs.slack.dev/reference/block-kit, /reference/views), written
 * down apart from the program, so that a mistake in its own table of limits shows.
 */
export type Surface = 'message' | 'modal' | 'home';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const buttons = ['button'];
const selects = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
];
const inputs = [
  'plain_text_input',
  'number_input',
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'file_input',
];
const interactive = [...buttons, ...selects, ...inputs];

class Check {
  readonly problems: string[] = [];
  readonly blockIds = new Set<string>();
  tables = 0;
  readonly surface: Surface;

  constructor(surface: Surface) {
    this.surface = surface;
  }

  say(path: string, problem: string): void {
    this.problems.push(`${problem} [json-pointer:${path}]`);
  }

  string(path: string, value: unknown, min: number, max: number): void {
    if (typeof value !== 'string') this.say(path, 'must be a string');
    else if (value.length < min) this.say(path, `must be more than ${min - 1} characters`);
    else if (value.length > max) this.say(path, `must be less than ${max + 1} characters`);
  }

  optional(path: string, value: unknown, max: number): void {
    if (value !== undefined) this.string(path, value, 1, max);
  }

  keys(path: string, value: Json, allowed: readonly string[]): void {
    for (const key of Object.keys(value))
      if (!allowed.includes(key)) this.say(`${path}/${key}`, 'unknown field');
  }

  text(path: string, value: unknown, max: number, plainOnly = true): void {
    if (!isObject(value)) {
      this.say(path, 'must be a text object');
      return;
    }
    if (value.type === 'mrkdwn' && plainOnly) this.say(path, 'must be plain_text');
    else if (value.type !== 'mrkdwn' && value.type !== 'plain_text')
      this.say(path, 'unsupported type of text');
    this.keys(path, value, ['type', 'text', ...(value.type === 'mrkdwn' ? ['verbatim'] : ['emoji'])]);
    this.string(`${path}/text`, value.text, 1, max);
  }

  option(path: string, value: unknown): void {
    if (!isObject(value)) {
      this.say(path, 'must be an option');
      return;
    }
    this.keys(path, value, ['text', 'value', 'description']);
    this.text(`${path}/text`, value.text, 75);
    this.string(`${path}/value`, value.value, 1, 150);
    if (value.description !== undefined) this.text(`${path}/description`, value.description, 75);
  }

  options(path: string, element: Json, max: number): void {
    const options = list(element.options);
    if (options.length < 1 || options.length > max) this.say(path, `must have 1 to ${max} options`);
    const values = new Set<unknown>();
    for (const [i, option] of options.entries()) {
      this.option(`${path}/options/${i}`, option);
      if (isObject(option)) {
        if (values.has(option.value)) this.say(`${path}/options/${i}`, 'values must be unique');
        values.add(option.value);
      }
    }
    const chosen = [
      ...(element.initial_option === undefined ? [] : [element.initial_option]),
      ...list(element.initial_options),
    ];
    for (const one of chosen)
      if (!options.some((option) => JSON.stringify(option) === JSON.stringify(one)))
        this.say(path, 'the initial option must be one of the options');
  }

  confirm(path: string, value: unknown): void {
    if (!isObject(value)) {
      this.say(path, 'must be a confirmation');
      return;
    }
    this.keys(path, value, ['title', 'text', 'confirm', 'deny', 'style']);
    this.text(`${path}/title`, value.title, 100);
    this.text(`${path}/text`, value.text, 300, false);
    this.text(`${path}/confirm`, value.confirm, 30);
    this.text(`${path}/deny`, value.deny, 30);
  }

  element(path: string, value: unknown, allowed: readonly string[]): void {
    if (!isObject(value) || typeof value.type !== 'string') {
      this.say(path, 'must be an element');
      return;
    }
    if (!allowed.includes(value.type)) {
      this.say(path, `element ${value.type} is not allowed here`);
      return;
    }
    this.string(`${path}/action_id`, value.action_id, 1, 255);
    if (value.confirm !== undefined) this.confirm(`${path}/confirm`, value.confirm);
    if (value.placeholder !== undefined) this.text(`${path}/placeholder`, value.placeholder, 150);
    switch (value.type) {
      case 'button':
        this.keys(path, value, ['type', 'action_id', 'text', 'value', 'url', 'style', 'confirm']);
        this.text(`${path}/text`, value.text, 75);
        this.optional(`${path}/value`, value.value, 2000);
        this.optional(`${path}/url`, value.url, 3000);
        if (value.style !== undefined && value.style !== 'primary' && value.style !== 'danger')
          this.say(`${path}/style`, 'must be primary or danger');
        break;
      case 'static_select':
        this.options(path, value, 100);
        break;
      case 'external_select':
        if (value.initial_option !== undefined) this.option(`${path}/initial_option`, value.initial_option);
        break;
      case 'checkboxes':
      case 'radio_buttons':
        this.options(path, value, 10);
        break;
      case 'plain_text_input': {
        const max = typeof value.max_length === 'number' ? value.max_length : 3000;
        if (max < 1 || max > 3000) this.say(`${path}/max_length`, 'must be between 1 and 3000');
        this.optional(`${path}/initial_value`, value.initial_value, max);
        break;
      }
      case 'file_input':
        if (this.surface !== 'modal') this.say(path, 'file_input stands in modals alone');
        break;
    }
  }

  rich(path: string, elements: unknown, preformatted = false): void {
    const all = list(elements);
    if (all.length === 0) this.say(path, 'must have elements');
    for (const [i, element] of all.entries()) {
      const at = `${path}/${i}`;
      if (!isObject(element)) {
        this.say(at, 'must be an element');
        continue;
      }
      if (element.type === 'text') {
        this.keys(at, element, ['type', 'text', 'style']);
        this.string(`${at}/text`, element.text, 1, 100_000);
      } else if (element.type === 'link') {
        this.keys(at, element, ['type', 'url', 'text', 'style']);
        this.string(`${at}/url`, element.url, 1, 3000);
        if (typeof element.url === 'string' && !URL.canParse(element.url))
          this.say(`${at}/url`, 'must be a URL');
      } else if (element.type === 'date' && !preformatted) {
        this.keys(at, element, ['type', 'timestamp', 'format', 'fallback', 'url']);
        if (!Number.isInteger(element.timestamp)) this.say(`${at}/timestamp`, 'must be an integer');
        this.string(`${at}/format`, element.format, 1, 200);
      } else this.say(at, `rich text element ${String(element.type)} is not allowed here`);
    }
  }

  richBlock(path: string, block: Json): void {
    const elements = list(block.elements);
    if (elements.length === 0) this.say(path, 'must have elements');
    for (const [i, element] of elements.entries()) {
      const at = `${path}/elements/${i}`;
      if (!isObject(element)) this.say(at, 'must be an element');
      else if (element.type === 'rich_text_section' || element.type === 'rich_text_quote')
        this.rich(`${at}/elements`, element.elements);
      else if (element.type === 'rich_text_preformatted') this.rich(`${at}/elements`, element.elements, true);
      else this.say(at, `unsupported rich text ${String(element.type)}`);
    }
  }

  table(path: string, block: Json): void {
    if (this.surface !== 'message') this.say(path, 'tables stand in messages alone');
    this.tables += 1;
    if (this.tables > 1) this.say(path, 'only_one_table_allowed');
    const rows = list(block.rows);
    if (rows.length < 1 || rows.length > 100) this.say(path, 'must have 1 to 100 rows');
    if (list(block.column_settings).length > 20) this.say(path, 'must have at most 20 columns');
    for (const [r, row] of rows.entries()) {
      const cells = list(row);
      if (cells.length < 1 || cells.length > 20) this.say(`${path}/rows/${r}`, 'must have 1 to 20 cells');
      for (const [c, cell] of cells.entries()) {
        const at = `${path}/rows/${r}/${c}`;
        if (!isObject(cell)) this.say(at, 'must be a cell');
        else if (cell.type === 'raw_text') this.string(`${at}/text`, cell.text, 1, 3000);
        else if (cell.type === 'rich_text') this.richBlock(at, cell);
        else this.say(at, 'must be raw_text or rich_text');
      }
    }
  }

  block(path: string, block: unknown, files: (id: string) => boolean): void {
    if (!isObject(block)) {
      this.say(path, 'must be a block');
      return;
    }
    if (block.block_id !== undefined) {
      this.string(`${path}/block_id`, block.block_id, 1, 255);
      const id = String(block.block_id);
      if (this.blockIds.has(id)) this.say(path, `\`block_id\` ${id} already exists`);
      this.blockIds.add(id);
    }
    switch (block.type) {
      case 'header':
        this.text(`${path}/text`, block.text, 150);
        return;
      case 'divider':
        return;
      case 'section':
        this.text(`${path}/text`, block.text, 3000, false);
        return;
      case 'context': {
        const elements = list(block.elements);
        if (elements.length < 1 || elements.length > 10) this.say(path, 'must have 1 to 10 elements');
        for (const [i, element] of elements.entries())
          this.text(`${path}/elements/${i}`, element, 3000, false);
        return;
      }
      case 'actions': {
        const elements = list(block.elements);
        if (elements.length < 1 || elements.length > 25) this.say(path, 'must have 1 to 25 elements');
        const ids = new Set<unknown>();
        for (const [i, element] of elements.entries()) {
          this.element(`${path}/elements/${i}`, element, [...buttons, ...selects]);
          if (isObject(element)) {
            if (ids.has(element.action_id)) this.say(`${path}/elements/${i}`, 'action_id already exists');
            ids.add(element.action_id);
          }
        }
        return;
      }
      case 'input':
        this.text(`${path}/label`, block.label, 2000);
        if (block.hint !== undefined) this.text(`${path}/hint`, block.hint, 2000);
        this.element(`${path}/element`, block.element, [...inputs, ...selects]);
        return;
      case 'image': {
        this.string(`${path}/alt_text`, block.alt_text, 1, 2000);
        if (block.title !== undefined) this.text(`${path}/title`, block.title, 2000);
        const file = isObject(block.slack_file) ? block.slack_file.id : undefined;
        if (typeof file !== 'string' || !/^F[A-Z0-9]{8,}$/.test(file) || !files(file))
          this.say(`${path}/slack_file`, 'invalid slack file');
        return;
      }
      case 'rich_text':
        this.richBlock(path, block);
        return;
      case 'table':
        this.table(path, block);
        return;
      default:
        this.say(path, `unsupported block ${String(block.type)}`);
    }
  }
}

/** All text that people see, added up. */
export function visibleText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, v) => sum + visibleText(v), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, v]) =>
      sum + (typeof v === 'string' ? (key === 'text' || key === 'alt_text' ? v.length : 0) : visibleText(v)),
    0,
  );
}

const most: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

/** What Slack would object to in these blocks; empty when it would take them. `files` knows which uploads are ready. */
export function problemsOfBlocks(
  blocks: unknown,
  surface: Surface,
  files: (id: string) => boolean = () => true,
): string[] {
  const check = new Check(surface);
  if (!Array.isArray(blocks)) return ['blocks must be an array'];
  if (blocks.length > most[surface]) check.say('/blocks', `no more than ${most[surface]} items allowed`);
  for (const [i, block] of blocks.entries()) check.block(`/blocks/${i}`, block, files);
  if (surface === 'message' && visibleText(blocks) > 13_000) check.say('/blocks', 'msg_blocks_too_long');
  return check.problems;
}

/** What Slack would object to in a modal or a Home. */
export function problemsOfView(view: unknown, files: (id: string) => boolean = () => true): string[] {
  if (!isObject(view)) return ['view must be an object'];
  const surface: Surface = view.type === 'home' ? 'home' : 'modal';
  const check = new Check(surface);
  const allowed = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
  check.keys(
    '/view',
    view,
    surface === 'home'
      ? allowed
      : [...allowed, 'title', 'submit', 'close', 'clear_on_close', 'notify_on_close'],
  );
  if (view.private_metadata !== undefined)
    check.string('/view/private_metadata', view.private_metadata, 0, 3000);
  if (view.callback_id !== undefined) check.string('/view/callback_id', view.callback_id, 0, 255);
  if (surface === 'modal') {
    check.text('/view/title', view.title, 24);
    if (view.submit !== undefined) check.text('/view/submit', view.submit, 24);
    if (view.close !== undefined) check.text('/view/close', view.close, 24);
    const asks = list(view.blocks).some((block) => isObject(block) && block.type === 'input');
    if (asks && view.submit === undefined)
      check.say('/view', 'submit is required when an input block is in the blocks array');
  }
  return [...check.problems, ...problemsOfBlocks(view.blocks, surface, files)];
}

/** What Slack would object to in the options of a searching field. */
export function problemsOfOptions(answer: unknown): string[] {
  const check = new Check('modal');
  const options = isObject(answer) ? list(answer.options) : [];
  if (options.length > 100) check.say('/options', 'at most 100 options');
  for (const [i, option] of options.entries()) check.option(`/options/${i}`, option);
  return check.problems;
}

export const isInteractive = (type: unknown): boolean =>
  typeof type === 'string' && interactive.includes(type);
