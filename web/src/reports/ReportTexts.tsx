import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { Card } from '../frame/Card.js';
import { LongTextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { KeyHint } from '../frame/PageHeader.js';
import { useToast } from '../frame/toast.js';
import { useSeen } from '../frame/useSeen.js';
import { useUnsaved } from '../frame/useUnsaved.js';
import { useReportsChanged, writeTexts } from './report-queries.js';
import type { Place, Report } from './report-queries.js';
import { TEXTS } from './words.js';
import type { TextWords } from './words.js';

const valuesOf = (report: Report): TextWords =>
  Object.fromEntries(TEXTS.map(({ name }) => [name, report[name] ?? '']));

/** The procedural texts of a draft. */
export function ReportTexts({ report, place }: { report: Report; place: Place }) {
  const toast = useToast();
  const changed = useReportsChanged(place.projectId);
  const seen = useSeen(report, valuesOf);
  const form = useForm<TextWords>({ defaultValues: seen.values });
  const { isDirty, isSubmitting } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  const write = useWrite((texts: TextWords, key) =>
    writeTexts(place, seen.row.version, texts, key),
  );
  const save = async (texts: TextWords) => {
    seen.see(await write.mutateAsync(texts));
    form.reset(texts);
    await changed();
    toast({ text: 'Testi salvati.' });
  };
  return (
    <Card title="Testi della scheda procedurale" lead="La sintesi serve per inviare la scheda.">
      <Form
        form={form}
        onSubmit={save}
        label="Testi della scheda"
        standing={seen.standing}
        footer={
          <SubmitButton busy={isSubmitting} hint={<KeyHint>Ctrl+Invio</KeyHint>}>
            Salva i testi
          </SubmitButton>
        }
      >
        {TEXTS.map(({ name, label, help }) => (
          <LongTextField
            key={name}
            name={name}
            label={label}
            help={help}
            rows={4}
            maxLength={10_000}
          />
        ))}
      </Form>
    </Card>
  );
}
