import { PageHeader } from './PageHeader.js';

export default function AccessibilityPage() {
  return (
    <div className="cf-page cf-prose">
      <PageHeader
        title="Accessibilità"
        state="Capofila vuole essere usabile da tutti, anche solo con la tastiera o con un lettore di schermo."
      />
      <p>
        Le pagine sono scritte per rispettare le WCAG 2.1 livello AA, come chiede la norma EN 301
        549, e a ogni modifica un controllo automatico cerca errori gravi. Un controllo automatico
        ne trova solo una parte: la dichiarazione ufficiale spetta all’ente che usa il programma.
      </p>
      <h2>Tasti</h2>
      <ul>
        <li>
          <kbd className="cf-key">N</kbd> registra un’attività, da qualunque pagina
        </li>
        <li>
          <kbd className="cf-key">Esc</kbd> chiude il pannello aperto e torna dov’eri
        </li>
        <li>
          <kbd className="cf-key">Ctrl</kbd> + <kbd className="cf-key">Invio</kbd> salva il modulo
          aperto
        </li>
      </ul>
      <p>Per segnalare un ostacolo scrivi a chi amministra il programma nel tuo ente.</p>
    </div>
  );
}
