import { ArticleError } from './errors.ts';
import type { ReadPage } from './html.ts';
import { dateIn, visibleDate } from './published.ts';

const maxPages = 200;

/** Lines of a page to paragraphs: a line that goes on in lower case, or is hyphenated, belongs to the next. */
const unwrapped = (page: string): string =>
  page
    .split('\n')
    .map((line) => line.trim())
    .reduce((text, line) => {
      if (!line) return text.endsWith('\n\n') ? text : `${text}\n\n`;
      if (/[a-z]-$/.test(text) && /^[a-z]/.test(line)) return text.slice(0, -1) + line;
      const runsOn = text && !text.endsWith('\n') && !/[.!?:"”]$/.test(text);
      return text + (!text || text.endsWith('\n') ? '' : runsOn || /^[a-z]/.test(line) ? ' ' : '\n') + line;
    }, '')
    .trim();

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;

/**
 * The text of a PDF's pages, in the order of its text layer, with the title and author that the file names.
 *
 * @throws ArticleError `binary` when the file is damaged or protected, `empty` when it holds pictures only.
 */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPage> => {
  const { getDocumentProxy, extractText, getMeta } = await import('unpdf');
  try {
    // pdf.js takes the buffer away from whoever hands it in, hence the copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    if (pdf.numPages > maxPages) {
      throw new ArticleError(
        'too-large',
        `That PDF has ${pdf.numPages} pages; I read up to ${maxPages}.`,
        'Hand in the pages with the predictions.',
      );
    }
    const { text: pages } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    const text = pages.map(unwrapped).filter(Boolean).join('\n\n');
    if (!text.trim()) {
      throw new ArticleError(
        'empty',
        'That PDF has no text in it, only pictures.',
        'Paste the text of the article instead.',
      );
    }
    const created = /^D:(\d{4})(\d{2})(\d{2})/.exec(asText(info.CreationDate) ?? '');
    return {
      text,
      title: asText(info.Title),
      author: asText(info.Author),
      publishedAt:
        visibleDate(text) ?? (created ? dateIn(`${created[1]}-${created[2]}-${created[3]}`) : null),
    };
  } catch (error) {
    if (error instanceof ArticleError) throw error;
    throw new ArticleError(
      'binary',
      'I could not open that PDF: it is damaged or protected.',
      'Paste the text of the article instead.',
    );
  }
};
