import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/**
 * A document as PDF, in the font that comes with the program; nothing is fetched and no other file is read. The
 * library is large and few requests print: it is loaded when the first one does.
 */
export async function pdfOf(definition: TDocumentDefinitions): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const { default: roboto } = await import('pdfmake/fonts/Roboto.js');
  pdfmake.setFonts(roboto);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(roboto.Roboto).includes(path));
  return pdfmake.createPdf(definition).getBuffer();
}
