import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../api/session.js';
import { matrixQuery } from '../budget/budget-queries.js';
import type { MatrixLine } from '../budget/budget-queries.js';
import type { Choice } from '../frame/ChoiceField.js';
import { euro } from '../frame/format.js';
import { boundTo } from '../activities/form-choices.js';

/** The lines of the budget in force on which the caller may spend, with what is left of each. */
export function useLineChoices(projectId: string) {
  const { data } = useQuery(matrixQuery(projectId));
  const { projects } = useMe();
  const bound = boundTo(projects.find(({ id }) => id === projectId));
  return useMemo(() => {
    const lines = (data?.lines ?? []).filter(
      ({ participationId }) => !bound || bound.includes(participationId),
    );
    return {
      choices: lines.map(toChoice),
      lineOf: (id: string) => lines.find((line) => line.id === id),
    };
  }, [data, bound]);
}

const toChoice = (line: MatrixLine): Choice => ({
  value: line.id,
  label: `${line.categoryCode} · ${line.description} · ${line.participationName}`,
  hint: `restano ${euro(line.residual)}`,
});
