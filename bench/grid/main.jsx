import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '../../web/src/frame/theme.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Grid } from '../../web/src/frame/grid/Grid.js';

const ROWS = 20_000;
const COLUMNS = ['Giorno', 'Inizio', 'Fine', 'Ore', 'Tipo', 'Azione', 'Partner', 'Chi', 'Nota'];

const columns = COLUMNS.map((header) => ({ key: header, header, width: 9 }));
const sheet = Array.from({ length: ROWS }, (_, row) => ({
  key: String(row),
  cells: Object.fromEntries(COLUMNS.map((header) => [header, `${header} ${row}`])),
}));

/** The grid of the activities, with nothing around it. */
function Page() {
  const [rows] = useState(sheet);
  return <Grid label="Attività" columns={columns} rows={rows} onEdit={() => undefined} />;
}

createRoot(document.getElementById('root')).render(<Page />);
