/** Paths of the Roboto fonts that pdfmake ships: they have ă ș ë ç ñ €. */
declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: Record<'Roboto', Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;
  export default fonts;
}
