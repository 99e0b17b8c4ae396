import { EditPanel } from '../frame/EditPanel.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { useSeen } from '../frame/useSeen.js';
import { saveFund, saveNode, saveProgramme, useProgrammesChanged } from './programme-queries.js';
import type { Fund, Programme, ProgrammeNode } from './programme-queries.js';
import { NODE_KINDS } from './words.js';

const fundValues = (fund: Fund | null) => {
  const { code, name, note } = fund ?? { code: '', name: '', note: null };
  return typed({ code, name, note });
};

export function FundPanel({ fund: now, close }: { fund: Fund | null; close: () => void }) {
  const changed = useProgrammesChanged();
  const { row: fund, values, standing } = useSeen(now, fundValues);
  return (
    <EditPanel
      title={fund ? 'Modifica fondo' : 'Nuovo fondo'}
      said="Fondo salvato."
      write={(values, key) => saveFund(fund, { ...values, note: orNull(values.note) }, key)}
      {...{ values, standing, changed, close }}
    >
      <TextField name="name" label="Nome" required maxLength={300} />
      <TextField name="code" label="Sigla" required size="half" />
      <LongTextField name="note" label="Nota" />
    </EditPanel>
  );
}

interface ProgrammePanelProps {
  programme: Programme | null;
  fundId: string;
  close: () => void;
}

const programmeValues = (programme: Programme | null) => {
  const { code, name, years } = programme ?? { code: '', name: '', years: null };
  return typed({ code, name, years });
};

export function ProgrammePanel({ programme: now, fundId, close }: ProgrammePanelProps) {
  const changed = useProgrammesChanged();
  const { row: programme, values, standing } = useSeen(now, programmeValues);
  return (
    <EditPanel
      title={programme ? 'Modifica programma' : 'Nuovo programma'}
      said="Programma salvato."
      write={(values, key) =>
        saveProgramme(programme, fundId, { ...values, years: orNull(values.years) }, key)
      }
      {...{ values, standing, changed, close }}
    >
      <TextField name="name" label="Nome" required maxLength={300} />
      <TextField name="code" label="Codice" required size="half" />
      <TextField name="years" label="Anni" size="half" help="2014-2020" />
    </EditPanel>
  );
}

interface NodePanelProps {
  node: ProgrammeNode | null;
  programme: Programme;
  close: () => void;
}

const NEW_NODE = { kind: 'specific_objective' as const, code: '', label: '', parentId: null };

const nodeValues = (node: ProgrammeNode | null) => {
  const { kind, code, label, parentId }: Omit<ProgrammeNode, 'id' | 'version'> = node ?? NEW_NODE;
  return typed({ kind, code, label, parentId });
};

/** A place in the tree of codes. */
export function NodePanel({ node: now, programme, close }: NodePanelProps) {
  const changed = useProgrammesChanged();
  const { row: node, values, standing } = useSeen(now, nodeValues);
  const others = programme.nodes.filter(({ id }) => id !== node?.id);
  return (
    <EditPanel
      title={node ? 'Modifica posizione' : 'Nuova posizione nel programma'}
      said="Programma salvato."
      write={(values, key) =>
        saveNode(node, programme.id, { ...values, parentId: orNull(values.parentId) }, key)
      }
      {...{ values, standing, changed, close }}
    >
      <SelectField
        name="kind"
        label="Tipo"
        size="half"
        options={Object.entries(NODE_KINDS).map(([value, words]) => ({ value, label: words }))}
      />
      <TextField name="code" label="Codice" required size="half" />
      <TextField name="label" label="Titolo" required maxLength={300} />
      <SelectField
        name="parentId"
        label="Sta sotto"
        none="nulla: è al primo livello"
        options={others.map((one) => ({ value: one.id, label: `${one.code} ${one.label}` }))}
      />
    </EditPanel>
  );
}
