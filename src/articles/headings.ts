/** One line or paragraph of an article. `start` and `end` leave the marker ("- ", "3. ", "## ") out. */
export interface Block {
  kind: 'prose' | 'heading' | 'item' | 'row' | 'code';
  start: number;
  end: number;
  /** Depth of a heading, 1 to 7; a heading without marks is 7, below all that have one. 0 for others. */
  level: number;
  /** The headings above, innermost first; a list's lead-in line counts as one. */
  headings: readonly Block[];
  /** For a table's rows: the cells of the table's first row, in lower case. */
  columns: readonly string[];
}

interface Line {
  start: number;
  end: number;
  text: string;
}

const MARKS = /^\s*(#{1,6})\s+/;
const ITEM =
  /^\s*(?:[-*•‣◦·▪]\s+(?:\[[ x]\]\s+)?|[🔳🔲☐◻▢□✓✔✅❌☑✗✘]\s*|\(?\d{1,3}[.)](?=\s|[A-Z])\s*|\(?[a-z][.)]\s+)/u;
/** Longer lines are prose, whatever marks they begin with. */
const LONGEST_HEADING = 300;
const STOP = /[.!?;,…]["'”’)\]]*$/;
const LEAD_IN = 12;

/** Cuts a text into blocks: paragraphs (hard-wrapped lines joined), list items, table rows, headings, code. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const wrapped = isHardWrapped(lines);
  const blocks: Block[] = [];
  let open: Block[] = [];
  let columns: string[] = [];
  let fenced = false;
  let previous: Line | null = null;
  const add = (kind: Block['kind'], start: number, end: number, level = 0) => {
    if (kind === 'heading') open = open.filter((above) => above.level < level);
    const block: Block = { kind, start, end, level, headings: open, columns: kind === 'row' ? columns : [] };
    if (start < end) blocks.push(block);
    if (kind === 'heading') open = [block, ...open];
  };
  for (const [i, line] of lines.entries()) {
    const body = line.text.trim();
    const start = line.start + (line.text.length - line.text.trimStart().length);
    const end = start + body.length;
    const last = blocks.at(-1);
    const before = previous;
    previous = body ? line : null;
    if (/^(?:```|~~~)/.test(body)) {
      fenced = !fenced;
      continue;
    }
    if (!body || isRule(body)) {
      if (!body) columns = [];
      continue;
    }
    if (fenced) {
      add('code', start, end);
      continue;
    }
    const marks = MARKS.exec(line.text);
    if (marks && body.length <= LONGEST_HEADING)
      add('heading', line.start + marks[0].length, end, marks[1]?.length ?? 1);
    else if (isRow(body)) {
      if (columns.length === 0)
        columns = body
          .toLowerCase()
          .split('|')
          .map((cell) => cell.trim());
      add('row', start, end);
    } else if (ITEM.test(line.text)) {
      const marker = ITEM.exec(line.text)?.[0].length ?? 0;
      add('item', line.start + marker, end);
    } else if (
      before &&
      last &&
      (last.kind === 'prose' || last.kind === 'item') &&
      continues(before, body, wrapped)
    )
      last.end = end;
    else if (isHeading(body, lines, i)) add('heading', start, end, /^[*_]{2}/.test(body) ? 6 : 7);
    else add('prose', start, end);
  }
  return blocks;
}

/** "---", "=====", "|---|:--|": lines that draw. */
const isRule = (body: string): boolean => body.length >= 3 && /^[-=_*~|:\s]+$/.test(body);

/** A line with a bar at its start, or with two or more inside. */
const isRow = (body: string): boolean => {
  const first = body.indexOf('|');
  return first === 0 || (first > 0 && body.indexOf('|', first + 1) > 0);
};

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

/** Mail, RFCs and old plain text break lines at a fixed width: many lines of 50 to 100 characters and hardly a longer one. */
function isHardWrapped(lines: Line[]): boolean {
  const inner = lines.filter((line, i) => line.text.trim() && lines[i + 1]?.text.trim());
  const full = inner.filter((line) => line.text.length >= 50 && line.text.length <= 100);
  const stopped = full.filter((line) => STOP.test(line.text.slice(-20)));
  const long = inner.filter((line) => line.text.length > 100);
  return (
    inner.length >= 4 &&
    full.length >= 0.6 * inner.length &&
    stopped.length <= 0.5 * full.length &&
    long.length <= 0.02 * inner.length
  );
}

function continues(before: Line, body: string, wrapped: boolean): boolean {
  const open = !/[.!?:]["'”’)\]]*\s*$/.test(before.text.slice(-80));
  if (wrapped && before.text.length >= 50) return true;
  return open && before.text.length >= 40 && /^[\p{Ll}]/u.test(body);
}

function isHeading(body: string, lines: Line[], i: number): boolean {
  if (body.length > 110 || STOP.test(body) || /^["“'‘(]/.test(body)) return false;
  const words = body.split(/\s+/).length;
  if (/^\s*\p{Ll}/u.test(lines[i + 1]?.text ?? '')) return false;
  if (body.endsWith(':')) return words <= LEAD_IN;
  const follower = lines.slice(i + 1, i + 3).find((line) => line.text.trim());
  return follower !== undefined && words <= 16;
}
