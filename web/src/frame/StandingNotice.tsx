import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { Standing } from './useSeen.js';

/** The fields that somebody has written in, with what they hold. */
function written<Values extends FieldValues>(form: UseFormReturn<Values>): [string, unknown][] {
  const before: Partial<Values> = form.formState.defaultValues as Partial<Values>;
  return Object.entries(form.getValues()).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
}

interface NoticeProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  standing: Standing<Values> | undefined;
}

/** Says that the row has changed since the form read it; shows it as it is now and gives back what was being written. */
export function StandingNotice<Values extends FieldValues>({
  form,
  standing,
}: NoticeProps<Values>) {
  const [mine, setMine] = useState<[string, unknown][] | null>(null);
  const { isDirty } = form.formState;
  const look = () => {
    setMine(written(form));
    form.reset(standing?.values);
    standing?.take();
  };
  const putBack = () => {
    for (const [name, value] of mine ?? [])
      form.setValue(name as Path<Values>, value as Values[Path<Values>], { shouldDirty: true });
    setMine(null);
  };
  // Nobody has written anything: the fields follow the row.
  useEffect(() => {
    if (!standing || isDirty) return;
    form.reset(standing.values);
    standing.take();
  });
  if (standing && isDirty) {
    return (
      <p className="cf-remembered" role="status">
        Mentre scrivevi qualcuno ha cambiato questi dati.
        <Button type="button" color="link" size="sm" onClick={look}>
          Vedi come sono adesso
        </Button>
      </p>
    );
  }
  if (!mine) return null;
  return (
    <p className="cf-remembered" role="status">
      Ecco i dati come sono adesso.
      <Button type="button" color="link" size="sm" onClick={putBack}>
        Rimetti quello che avevo scritto
      </Button>
    </p>
  );
}
