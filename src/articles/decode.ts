import { ArticleError } from './errors.ts';

/** Bytes of a file that is not text: NUL, or too many control characters near the start. */
const looksBinary = (text: string): boolean => {
  const start = text.slice(0, 8192);
  let control = 0;
  for (let i = 0; i < start.length; i++) {
    const code = start.charCodeAt(i);
    if (code === 0) return true;
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) control++;
  }
  return control > start.length / 50;
};

/** What windows-1252 has at 0x80..0x9f. Node 20 decodes it, and its many aliases, as Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const repaired = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);

const decoder = (label: string, fatal: boolean): TextDecoder | null => {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
};

/** The encoding that the bytes or their label name: byte order mark, content type, then a declaration in the text. */
const declared = (bytes: Uint8Array, contentType: string): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1];
  if (label) return label;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
};

/**
 * Bytes to text. The declared encoding is taken at its word; without one, UTF-8 where the bytes are valid UTF-8 and
 * windows-1252 otherwise, as browsers do.
 *
 * @throws ArticleError `binary` when the bytes are not text.
 */
export const decodeText = (bytes: Uint8Array, contentType: string): string => {
  const label = declared(bytes, contentType);
  let text: string | null = null;
  if (label) {
    const labelled = decoder(label, false);
    if (labelled)
      text = labelled.encoding === 'windows-1252' ? repaired(labelled.decode(bytes)) : labelled.decode(bytes);
  }
  if (text === null) {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      text = repaired(new TextDecoder('windows-1252').decode(bytes));
    }
  }
  if (looksBinary(text)) {
    throw new ArticleError(
      'binary',
      'That file is not text.',
      'Hand in a text file, a web page or a PDF with text in it.',
    );
  }
  return text;
};
